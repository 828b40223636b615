import type { Role } from '../../people/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { GapReference, Project, ProjectKind, ProjectPlan, Rhythm } from './project.ts'
import type { ProjectAction, ProjectState } from './project-states.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    project_approvers: { administration_id: string; role: Role }
    improvement_projects: ProjectsTable
    project_versions: {
      administration_id: string
      project_id: string
      version: number
      plan: object
      written_at: Date
      written_by: string
    }
    project_steps: {
      administration_id: string
      project_id: string
      version: number
      action: ProjectAction
      from_state: ProjectState
      to_state: ProjectState
      reason: string
      at: Date
      account_id: string
    }
    project_handovers: {
      administration_id: string
      project_id: string
      handover_id: string
      activity_id: string | null
      to_account_id: string
      at: Date
      account_id: string
    }
  }
}

export interface ProjectsTable {
  administration_id: string
  project_id: string
  number: number
  kind: ProjectKind
  centre_id: string | null
  state: ProjectState
  version: number
  title: string
  plan: ProjectPlan
  starts_on: PlainDate
  ends_on: PlainDate
  report_every: Rhythm
  owner_id: string
  reference: GapReference | null
  gap_row_id: string | null
  cause_id: string | null
  case_id: string | null
  created_at: Date
  created_by: string
  approved_at: Date | null
  approved_by: string | null
  finished_on: PlainDate | null
  verified_at: Date | null
}

export function toProject(row: ProjectsTable): Project {
  return {
    administrationId: row.administration_id,
    centreId: row.centre_id,
    projectId: row.project_id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    version: row.version,
    title: row.title,
    plan: row.plan,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    reportEvery: row.report_every,
    ownerId: row.owner_id,
    reference: row.reference,
    causeId: row.cause_id,
    caseId: row.case_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    finishedOn: row.finished_on,
    verifiedAt: row.verified_at,
  }
}
