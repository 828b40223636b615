import { recordChange } from '../../../audit/index.ts'
import type { Staff, StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, NotAllowed, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { holdEvidence } from '../../evidence/index.ts'
import { findIndicator, lockIndicator } from '../../effect/index.ts'
import { listApproverRoles } from '../owner-store.ts'
import { planLacks } from '../plan-rules.ts'
import { doneSoFar } from '../progress-rules.ts'
import { listProgressOf } from '../progress-store.ts'
import type { Project } from '../project.ts'
import { mayStep } from '../project-policy.ts'
import {
  insertStep,
  listVersions,
  lockProject,
  updateProject,
  type ProjectChange,
} from '../project-store.ts'
import { stepOf, type ProjectAction } from '../project-states.ts'

export interface StepToTake {
  projectId: string
  version: number
  action: ProjectAction
  reason: string
}

interface Taker {
  deed: StaffDeed
  staff: Staff
  today: PlainDate
}

/** One step of a project by the table of its states; the only place that writes a state. */
export async function takeStep(
  { db }: Pick<System, 'db'>,
  taker: Taker,
  { projectId, version, action, reason }: StepToTake,
): Promise<void> {
  const { deed, staff } = taker
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    const project = await lockProject(tx, { administrationId, projectId })
    const step = stepOf(action)
    if (project.version !== version || !step.from.includes(project.state)) throw new WrongState()
    const versions = await listVersions(tx, project)
    const ground = {
      project,
      authors: versions.map(({ writtenBy }) => writtenBy),
      approverRoles: await listApproverRoles(tx, administrationId),
    }
    if (!mayStep(staff, ground, action)) throw new NotAllowed()
    const lacks = await lacksOf(tx, project, action)
    const problems: FieldProblem[] =
      step.reason === 'required' && reason === '' ? [{ field: 'reason', code: 'required' }] : lacks
    if (problems.length > 0) throw new Invalid(problems)
    await updateProject(tx, project, { state: step.to, ...columnsOf(action, taker) })
    if (action === 'approve') await lockIndicator(tx, project, at)
    if (action === 'verify') {
      await holdEvidence(tx, administrationId, { kind: 'project', id: projectId }, at)
    }
    const moved = { from: project.state, to: step.to, version: version + 1 }
    await insertStep(tx, project, { ...moved, action, reason, at, accountId })
    const details = { projectId, step: action }
    await recordChange(tx, { ...deed, action: 'project_step_taken', details })
  })
}

/** What has to be there before a step. */
async function lacksOf(tx: Tx, project: Project, action: ProjectAction): Promise<FieldProblem[]> {
  if (action === 'submit') {
    const indicator = await findIndicator(tx, project)
    return planLacks(project.kind, project, indicator !== null)
  }
  if (action === 'finish') {
    const { administrationId, projectId } = project
    const reports = await listProgressOf(tx, administrationId, [projectId])
    const done = doneSoFar(reports.get(projectId) ?? [])
    const isOpen = project.plan.activities.some(({ activityId }) => (done[activityId] ?? 0) < 100)
    return isOpen ? [{ field: 'finish', code: 'not_done' }] : []
  }
  if (action === 'verify') {
    const indicator = await findIndicator(tx, project)
    const isMissing = project.kind === 'full' || indicator !== null
    return isMissing && !indicator?.measuredAt ? [{ field: 'verify', code: 'not_measured' }] : []
  }
  return []
}

function columnsOf(action: ProjectAction, { deed, today }: Taker): ProjectChange {
  switch (action) {
    case 'approve':
      return { approved_at: deed.at, approved_by: deed.accountId }
    case 'finish':
      return { finished_on: today }
    case 'send_back':
      return { finished_on: null }
    case 'verify':
      return { verified_at: deed.at }
    default:
      return {}
  }
}
