import { listCauses, readFigures } from '../../analysis/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import { proportionOf, SMALLEST_CELL, type Proportion } from '../../statistics/index.ts'
import { countTasks } from '../tasks/index.ts'
import { doneSoFar } from './progress-rules.ts'
import { listProgressOf } from './progress-store.ts'
import type { ProgressReport, Project } from './project.ts'
import { listProjects } from './project-store.ts'

export interface FiguresQuestion {
  administrationId: string
  timeZone: string
  from: PlainDate
  until: PlainDate
}

/** Each with what it rests on; null where there is nothing to count. */
export interface ImprovementFigures {
  /** Of the causes that weigh, those with a project approved within thirty days of the period. */
  Q30: Proportion | null
  /** Of the tasks and activities due, those done by their day. */
  Q31: Proportion | null
  /** Of the measures promised in answers, those kept. */
  Q32: Proportion | null
}

/** How what was found becomes what is done (domain 11.2). */
export async function readImprovementFigures(
  db: Db,
  question: FiguresQuestion,
): Promise<ImprovementFigures> {
  const { administrationId, from, until } = question
  const projects = await listProjects(db, administrationId)
  const ids = projects.map(({ projectId }) => projectId)
  const reports = await listProgressOf(db, administrationId, ids)
  const activities = projects
    .filter(({ approvedAt, state }) => approvedAt !== null && state !== 'abandoned')
    .flatMap((project) => activitiesDue(project, reports.get(project.projectId) ?? [], question))
  const tasks = await countTasks(db, { administrationId, from, until })
  const promised = await countTasks(db, { administrationId, from, until, origin: 'measure' })
  const causes = await listWeighingCauses(db, question)
  const covered = causes.filter((codes) => projects.some(isApprovedFor(codes, question)))
  const onTime = activities.filter(Boolean).length + tasks.onTime
  return {
    Q30: proportionOf(covered.length, causes.length),
    Q31: proportionOf(onTime, activities.length + tasks.due),
    Q32: proportionOf(promised.done, promised.promised),
  }
}

/** Of each activity due in these days whether it was told as done by its day. */
export function activitiesDue(
  { plan }: Pick<Project, 'plan'>,
  reports: readonly ProgressReport[],
  { from, until }: Pick<FiguresQuestion, 'from' | 'until'>,
): boolean[] {
  return plan.activities
    .filter(({ endsOn }) => endsOn >= from && endsOn <= until)
    .map(({ activityId, endsOn }) => {
      const inTime = reports.filter(({ reportedOn }) => reportedOn <= endsOn)
      return (doneSoFar(inTime)[activityId] ?? 0) >= 100
    })
}

/** The causes found in enough cases of the period to be told, each by its id and its code. */
async function listWeighingCauses(
  db: Db,
  { administrationId, from, until }: FiguresQuestion,
): Promise<(readonly string[])[]> {
  const figures = await readFigures(db, {
    administrationId,
    period: { from, until },
    audience: 'inside',
    asOf: until,
    indicators: ['Q01'],
    breakdown: 'cause',
  })
  const cases = new Map<string, number>()
  for (const { member, value } of figures) {
    if (member !== null) cases.set(member, (cases.get(member) ?? 0) + (value ?? 0))
  }
  return (await listCauses(db, administrationId))
    .filter(({ code }) => (cases.get(code) ?? 0) >= SMALLEST_CELL)
    .map(({ causeId, code }) => [causeId, code])
}

const DAYS_TO_APPROVE = 30

function isApprovedFor(codes: readonly string[], { until, timeZone }: FiguresQuestion) {
  return ({ causeId, approvedAt, state }: Project) =>
    causeId !== null &&
    codes.includes(causeId) &&
    approvedAt !== null &&
    state !== 'abandoned' &&
    localDate(approvedAt, timeZone) <= addDays(until, DAYS_TO_APPROVE)
}
