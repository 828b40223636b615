import { listCauses, readManyFigures, type Figure } from '../../analysis/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import { proportionOf, SMALLEST_CELL, type Proportion } from '../../statistics/index.ts'
import { countTasks } from '../tasks/index.ts'
import type { Project } from './project.ts'
import { listProjects } from './project-store.ts'
import { readOnTime, type Days } from './read-on-time.ts'

export interface FiguresQuestion {
  administrationId: string
  timeZone: string
  periods: readonly Days[]
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

/** How what was found becomes what is done, of each period (domain 11.2). */
export async function readImprovementFigures(
  db: Db,
  question: FiguresQuestion,
): Promise<ImprovementFigures[]> {
  const { administrationId, periods, timeZone } = question
  const projects = await listProjects(db, administrationId)
  const onTime = (await readOnTime(db, [administrationId], periods)).get(administrationId) ?? []
  const weighing = await listWeighingCauses(db, question)
  const figures: ImprovementFigures[] = []
  for (const [index, period] of periods.entries()) {
    const which = { administrationId, ...period, origin: 'measure' } as const
    const promised = await countTasks(db, which)
    const causes = weighing[index] ?? []
    const covered = causes.filter((codes) =>
      projects.some(isApprovedFor(codes, { ...period, timeZone })),
    )
    figures.push({
      Q30: proportionOf(covered.length, causes.length),
      Q31: onTime[index] ?? null,
      Q32: proportionOf(promised.done, promised.promised),
    })
  }
  return figures
}

type Codes = readonly string[]

/** Of each period the causes found in enough of its cases to be told, each by its id and its code. */
async function listWeighingCauses(
  db: Db,
  { administrationId, periods }: FiguresQuestion,
): Promise<Codes[][]> {
  const answers = await readManyFigures(
    db,
    periods.map((period) => ({
      administrationId,
      period,
      audience: 'inside',
      asOf: period.until,
      indicators: ['Q01'],
      breakdown: 'cause',
    })),
  )
  const causes = await listCauses(db, administrationId)
  return answers.map((figures) => {
    const cases = casesByCause(figures)
    return causes
      .filter(({ code }) => (cases.get(code) ?? 0) >= SMALLEST_CELL)
      .map(({ causeId, code }) => [causeId, code])
  })
}

function casesByCause(figures: readonly Figure[]): ReadonlyMap<string, number> {
  const cases = new Map<string, number>()
  for (const { member, value } of figures) {
    if (member !== null) cases.set(member, (cases.get(member) ?? 0) + (value ?? 0))
  }
  return cases
}

const DAYS_TO_APPROVE = 30

function isApprovedFor(codes: Codes, { until, timeZone }: Days & { timeZone: string }) {
  return ({ causeId, approvedAt, state }: Project) =>
    causeId !== null &&
    codes.includes(causeId) &&
    approvedAt !== null &&
    state !== 'abandoned' &&
    localDate(approvedAt, timeZone) <= addDays(until, DAYS_TO_APPROVE)
}
