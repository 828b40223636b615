import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { PlanContent, Project, ProjectStep } from './project.ts'
import type { ProjectState } from './project-states.ts'
import { toProject, type ProjectsTable } from './project-tables.ts'

export interface WhichProject {
  administrationId: string
  projectId: string
}

/** What a new project is made of; its number is given here. */
export type NewProject = Omit<
  Project,
  'number' | 'state' | 'version' | 'approvedAt' | 'approvedBy' | 'finishedOn' | 'verifiedAt'
>

/** Numbers of an administration follow each other without a gap. */
export async function insertProject(tx: Tx, project: NewProject): Promise<number> {
  const { administrationId } = project
  await sql`select pg_advisory_xact_lock(hashtext(${`projects ${administrationId}`}))`.execute(tx)
  const { number } = await tx
    .insertInto('improvement_projects')
    .values({
      administration_id: administrationId,
      project_id: project.projectId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from improvement_projects
        where administration_id = ${administrationId})`,
      kind: project.kind,
      centre_id: project.centreId,
      state: 'draft',
      version: 1,
      ...contentColumns(project),
      owner_id: project.ownerId,
      reference: project.reference && json(project.reference),
      gap_row_id: project.reference?.gapRowId ?? null,
      cause_id: project.causeId,
      case_id: project.caseId,
      created_at: project.createdAt,
      created_by: project.createdBy,
      approved_at: null,
      approved_by: null,
      finished_on: null,
      verified_at: null,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`

function contentColumns({ title, plan, startsOn, endsOn, reportEvery }: PlanContent) {
  return {
    title,
    plan: json(plan),
    starts_on: startsOn,
    ends_on: endsOn,
    report_every: reportEvery,
  }
}

export async function getProject(db: Db, which: WhichProject): Promise<Project> {
  const row = await one(db, which).executeTakeFirst()
  if (!row) throw new NotFound()
  return toProject(row)
}

/** Held until the transaction ends, so that two steps cannot cross. */
export async function lockProject(tx: Tx, which: WhichProject): Promise<Project> {
  const row = await one(tx, which).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return toProject(row)
}

function one(db: Db, { administrationId, projectId }: WhichProject) {
  return db
    .selectFrom('improvement_projects')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
}

export interface ProjectFilter {
  states?: readonly ProjectState[]
  /** Of these centres and of all of them; missing: wherever it stands. */
  centreId?: string
  gapRowId?: string
  caseId?: string
}

/** Those that run first, by the day on which they end. */
export async function listProjects(
  db: Db,
  administrationId: string,
  { states, centreId, gapRowId, caseId }: ProjectFilter = {},
): Promise<Project[]> {
  const rows = await db
    .selectFrom('improvement_projects')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .$if(centreId !== undefined, (query) =>
      query.where((on) =>
        on.or([on('centre_id', '=', centreId ?? ''), on('centre_id', 'is', null)]),
      ),
    )
    .$if(gapRowId !== undefined, (query) => query.where('gap_row_id', '=', gapRowId ?? ''))
    .$if(caseId !== undefined, (query) => query.where('case_id', '=', caseId ?? ''))
    .orderBy(sql`state in ('finished', 'verified', 'abandoned')`)
    .orderBy('ends_on')
    .orderBy('number')
    .execute()
  return rows.map(toProject)
}

/** What was approved and not given up, of several administrations. */
export async function listApprovedPlans(
  db: Db,
  administrationIds: readonly string[],
): Promise<(Pick<Project, 'projectId' | 'plan'> & { administrationId: string })[]> {
  const rows = await db
    .selectFrom('improvement_projects')
    .select(['administration_id', 'project_id', 'plan'])
    .where('administration_id', 'in', administrationIds)
    .where('approved_at', 'is not', null)
    .where('state', '<>', 'abandoned')
    .execute()
  return rows.map(({ administration_id, project_id, plan }) => ({
    administrationId: administration_id,
    projectId: project_id,
    plan,
  }))
}

/** What a change leaves behind; the state's own columns only where they change. */
export type ProjectChange = Partial<
  Pick<
    ProjectsTable,
    'state' | 'approved_at' | 'approved_by' | 'finished_on' | 'verified_at' | 'owner_id'
  >
> & { content?: PlanContent }

/** The next version of the row; the caller holds its lock. */
export async function updateProject(
  tx: Tx,
  { administrationId, projectId, version }: WhichProject & { version: number },
  { content, ...columns }: ProjectChange,
): Promise<void> {
  await tx
    .updateTable('improvement_projects')
    .set({ ...columns, ...(content && contentColumns(content)), version: version + 1 })
    .where('administration_id', '=', administrationId)
    .where('project_id', '=', projectId)
    .execute()
}

/** What was written, whole, under the version that it made. */
export async function insertVersion(
  tx: Tx,
  { administrationId, projectId, version }: WhichProject & { version: number },
  content: PlanContent,
  written: { at: Date; by: string },
): Promise<void> {
  const { title, plan, startsOn, endsOn, reportEvery } = content
  await tx
    .insertInto('project_versions')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      version,
      plan: json({ title, plan, startsOn, endsOn, reportEvery }),
      written_at: written.at,
      written_by: written.by,
    })
    .execute()
}

export interface WrittenVersion {
  version: number
  writtenAt: Date
  writtenBy: string
  content: PlanContent
}

export async function listVersions(db: Db, which: WhichProject): Promise<WrittenVersion[]> {
  const rows = await db
    .selectFrom('project_versions')
    .select(['version', 'plan', 'written_at as writtenAt', 'written_by as writtenBy'])
    .where('administration_id', '=', which.administrationId)
    .where('project_id', '=', which.projectId)
    .orderBy('version')
    .execute()
  return rows.map(({ plan, ...row }) => ({ ...row, content: plan as PlanContent }))
}

export async function insertStep(
  tx: Tx,
  { administrationId, projectId }: WhichProject,
  { version, action, from, to, reason, at, accountId }: ProjectStep,
): Promise<void> {
  await tx
    .insertInto('project_steps')
    .values({
      administration_id: administrationId,
      project_id: projectId,
      version,
      action,
      from_state: from,
      to_state: to,
      reason,
      at,
      account_id: accountId,
    })
    .execute()
}

export async function listSteps(db: Db, which: WhichProject): Promise<ProjectStep[]> {
  return db
    .selectFrom('project_steps')
    .select(['version', 'action', 'from_state as from', 'to_state as to', 'reason', 'at'])
    .select('account_id as accountId')
    .where('administration_id', '=', which.administrationId)
    .where('project_id', '=', which.projectId)
    .orderBy('version')
    .execute()
}
