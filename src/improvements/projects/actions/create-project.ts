import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { planProblems } from '../plan-rules.ts'
import {
  EMPTY_PLAN,
  type GapReference,
  type PlanContent,
  type ProjectPlan,
  type Rhythm,
} from '../project.ts'
import { insertProject, insertVersion, type NewProject } from '../project-store.ts'

type Ground = Pick<System, 'db'>

export interface ProjectToCreate {
  title: string
  centreId: string | null
  ownerId: string
  startsOn: PlainDate
  endsOn: PlainDate
  reportEvery: Rhythm
  reference: GapReference
  causeId: string | null
}

/** Begins with the words of its gap, which stay beside it as they were (PM-02). */
export async function createProject(
  system: Ground,
  deed: StaffDeed,
  { reference, causeId, ...asked }: ProjectToCreate,
): Promise<string> {
  const { problem, action } = reference
  const plan: ProjectPlan = { ...EMPTY_PLAN, problem, action }
  return insert(system, deed, { ...asked, kind: 'full', plan, reference, causeId, caseId: null })
}

export interface ShortProject {
  caseId: string
  causeId: string | null
  centreId: string
  problem: string
  action: string
  ownerId: string
  /** What was seen before, so that afterwards it can be compared. */
  before: string
  /** What will show that it was done; where nobody says, the same afterwards. */
  evidence?: string
  startsOn: PlainDate
  endsOn: PlainDate
}

/** The short road: a complaint, its cause, one action, who and until when, on one page. */
export async function createShortProject(
  system: Ground,
  deed: StaffDeed,
  { before, problem, action, evidence = before, ...asked }: ShortProject,
): Promise<string> {
  const { ownerId, startsOn, endsOn } = asked
  const activity = {
    activityId: randomUUID(),
    what: action,
    ownerId,
    startsOn,
    endsOn,
    evidence,
  }
  const plan: ProjectPlan = {
    ...EMPTY_PLAN,
    problem,
    action,
    where: before,
    activities: [activity],
  }
  return insert(system, deed, {
    ...asked,
    kind: 'short',
    title: action.slice(0, 160),
    reportEvery: 'month',
    plan,
    reference: null,
  })
}

async function insert(
  { db }: Ground,
  { administrationId, accountId, at }: StaffDeed,
  asked: Omit<NewProject, 'administrationId' | 'projectId' | 'createdAt' | 'createdBy'>,
): Promise<string> {
  const content: PlanContent = asked
  const problems = planProblems(content)
  if (problems.length > 0) throw new Invalid(problems)
  const projectId = randomUUID()
  await inTransaction(db, async (tx) => {
    const made = { administrationId, projectId, createdAt: at, createdBy: accountId }
    const number = await insertProject(tx, { ...asked, ...made })
    const which = { administrationId, projectId, version: 1 }
    await insertVersion(tx, which, content, { at, by: accountId })
    const details = { projectId, number, kind: asked.kind }
    await recordChange(tx, {
      administrationId,
      accountId,
      at,
      action: 'project_begun',
      details,
    })
  })
  return projectId
}
