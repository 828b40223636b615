import { holds, type Role, type Staff } from '../../people/index.ts'
import { approvers, evaluators, mayImprove } from '../improvement-policy.ts'
import type { Project } from './project.ts'
import { PROJECT_ACTIONS, stepOf, WRITABLE, type ProjectAction } from './project-states.ts'

/** What decides about a project besides who somebody is. */
export interface StepGround {
  project: Pick<Project, 'administrationId' | 'centreId' | 'state' | 'ownerId'>
  /** Who wrote any version of its plan. */
  authors: readonly string[]
  /** Of the administration; without any, its head. */
  approverRoles: readonly Role[]
}

/** The steps that somebody may take now, in the order of the table. */
export function stepsFor(staff: Staff, ground: StepGround): ProjectAction[] {
  return PROJECT_ACTIONS.filter((action) => mayStep(staff, ground, action))
}

export function mayStep(staff: Staff, ground: StepGround, action: ProjectAction): boolean {
  const { project, authors } = ground
  const step = stepOf(action)
  if (!step.from.includes(project.state)) return false
  if (step.notAuthor && authors.includes(staff.accountId)) return false
  const roles = step.by === 'approvers' ? approverRolesOf(ground) : step.by
  return holds(staff, roles, project)
}

export function approverRolesOf({ approverRoles }: Pick<StepGround, 'approverRoles'>) {
  return approverRoles.length === 0 ? approvers : approverRoles
}

export function mayWrite(staff: Staff, project: StepGround['project']): boolean {
  return WRITABLE.includes(project.state) && mayImprove(staff, project)
}

/** Whoever improves there, and the one who owes it wherever that person's post is. */
export function mayReport(staff: Staff, project: StepGround['project']): boolean {
  return (
    ['approved', 'in_progress'].includes(project.state) &&
    (mayImprove(staff, project) || staff.accountId === project.ownerId)
  )
}

/** Photos may be added until it is verified, also while nobody decided. */
export function mayBring(staff: Staff, project: StepGround['project']): boolean {
  return (
    !['verified', 'abandoned'].includes(project.state) &&
    (mayImprove(staff, project) || mayCheck(staff, project) || staff.accountId === project.ownerId)
  )
}

export function mayCheck(staff: Staff, project: StepGround['project']): boolean {
  return holds(staff, evaluators, project)
}

/** Who enters which posts approve. */
export const configurers: readonly Role[] = ['system_admin', ...approvers]
