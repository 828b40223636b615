import { randomUUID } from 'node:crypto'
import { listCauses } from '../../analysis/index.ts'
import { listCasesForAnalysis } from '../../cases/index.ts'
import {
  answerComment,
  chooseIndicator,
  commentAsStaff,
  createProject,
  createShortProject,
  getClosedGap,
  getProject,
  referenceTo,
  writePlan,
  type GapRow,
} from '../../improvements/index.ts'
import type { Cast } from './cast.ts'
import type { ScriptedProject, StoryScript } from './story-script.ts'

/** A project as far as its indicator: out of the gap that weighs most, or by the short road of a small office. */
export async function beginProject(
  cast: Cast,
  script: StoryScript,
  project: ScriptedProject,
  rows: readonly GapRow[],
): Promise<string> {
  const projectId = project.plan
    ? await fromGap(cast, project, rows)
    : await fromCase(cast, project)
  await choose(cast, script, project, projectId)
  await hearStaff(cast, project, projectId)
  return projectId
}

async function fromGap(
  { system, administrationId, as, centre, dayOf }: Cast,
  { title, plan, activities, ...project }: ScriptedProject,
  rows: readonly GapRow[],
): Promise<string> {
  const owner = await as('improvement_owner', project.createdOn)
  const { accountId } = owner.deed
  const row = rows.find(({ problem }) => problem !== '')
  if (!row || !plan) throw new Error(`No gap of ${project.of}`)
  const cause = row.links.find(({ kind }) => kind === 'cause')
  const days = { startsOn: dayOf(project.startsOn), endsOn: dayOf(project.endsOn) }
  const reportEvery = 'month' as const
  const projectId = await createProject(system, owner.deed, {
    ...{ title, ...days, reportEvery, ownerId: accountId, centreId: centre(project.centre) },
    reference: referenceTo(await getClosedGap(system.db, administrationId, row.rowId)),
    causeId: cause?.id ?? null,
  })
  const { problem, action } = row
  const planned = activities.map(({ from, until, ...activity }) => ({
    ...activity,
    ...{ activityId: randomUUID(), ownerId: accountId },
    ...{ startsOn: dayOf(from), endsOn: dayOf(until) },
  }))
  const feasible = 'yes' as const
  const content = {
    ...{ title, ...days, reportEvery },
    plan: { ...plan, problem, action, feasible, activities: planned },
  }
  await writePlan(system, owner, { projectId, version: 1, content })
  return projectId
}

/** The first of those who complained of it stands for all. */
async function fromCase(
  { system, administrationId, as, centre, service, dayOf }: Cast,
  { short, ...project }: ScriptedProject,
): Promise<string> {
  const owner = await as('improvement_owner', project.createdOn)
  const { timeZone } = owner
  const { indicator } = project
  const centreId = centre(project.centre)
  const question = {
    ...{ administrationId, timeZone, from: dayOf(indicator.from), until: dayOf(indicator.until) },
    ...{ kinds: [], centreIds: [centreId], serviceIds: [service(project.service)], channels: [] },
  }
  const [told] = await listCasesForAnalysis(system.db, question, { after: null, limit: 1 })
  if (!told || !short) throw new Error(`Nobody complained of ${project.of}`)
  return createShortProject(system, owner.deed, {
    ...{ ...short, centreId, caseId: told.caseId, causeId: null },
    ...{ ownerId: owner.deed.accountId },
    ...{ startsOn: dayOf(project.startsOn), endsOn: dayOf(project.endsOn) },
  })
}

async function choose(
  { system, administrationId, as, dayOf, ...cast }: Cast,
  { cause }: StoryScript,
  { centre, service, indicator, createdOn }: ScriptedProject,
  projectId: string,
): Promise<void> {
  const serviceId = cast.service(service)
  const causes = await listCauses(system.db, administrationId)
  const code = causes.find(({ name }) => name === cause.name)?.code ?? ''
  await chooseIndicator(system, await as('improvement_owner', createdOn + 1), projectId, {
    ...{ measure: 'recurrence', kind: 'complaint', driver: null },
    subject: indicator.by === 'cause' ? { by: 'cause', code } : { by: 'service', code: serviceId },
    ...{ centreId: cast.centre(centre), serviceId },
    before: { from: dayOf(indicator.from), until: dayOf(indicator.until) },
    afterDays: indicator.afterDays,
  })
}

async function hearStaff(
  { system, as }: Cast,
  { comment, createdOn }: ScriptedProject,
  projectId: string,
): Promise<void> {
  if (!comment) return
  const { deed } = await as('claims_manager', createdOn + 2)
  const commentId = await commentAsStaff(system, deed, projectId, comment.text)
  if (comment.answer === '') return
  const owner = await as('improvement_owner', createdOn + 3)
  const { answer } = comment
  await answerComment(system, owner, projectId, { commentId, outcome: 'taken', answer })
}

/** As it stands now. */
export function projectNow({ system, administrationId }: Cast, projectId: string) {
  return getProject(system.db, { administrationId, projectId })
}
