import { addDays, daysBetween, type PlainDate } from '../../platform/dates.ts'
import type { PlanContent, PlannedActivity, ProgressReport, Rhythm } from './project.ts'

/** How far an activity should be on a day, in per cent of its days. */
export function plannedOf(
  { startsOn, endsOn }: Pick<PlannedActivity, 'startsOn' | 'endsOn'>,
  day: PlainDate,
): number {
  if (day < startsOn) return 0
  if (day >= endsOn) return 100
  return Math.round((100 * (daysBetween(startsOn, day) + 1)) / (daysBetween(startsOn, endsOn) + 1))
}

/** The whole, each activity weighing the days that it takes. */
export function wholeOf(
  activities: readonly PlannedActivity[],
  percentOf: (activity: PlannedActivity) => number,
): number {
  const weight = ({ startsOn, endsOn }: PlannedActivity) => daysBetween(startsOn, endsOn) + 1
  const days = activities.reduce((sum, activity) => sum + weight(activity), 0)
  if (days === 0) return 0
  const done = activities.reduce((sum, activity) => sum + weight(activity) * percentOf(activity), 0)
  return Math.round(done / days)
}

/** What was said last of each activity. */
export function doneSoFar(reports: readonly ProgressReport[]): Readonly<Record<string, number>> {
  const inOrder = reports.toSorted((one, other) => one.reportedOn.localeCompare(other.reportedOn))
  return Object.assign({}, ...inOrder.map(({ done }) => done)) as Record<string, number>
}

const BEHIND_BY = 20

/** Further behind the plan than a report may explain away. */
export function isBehind(planned: number, real: number): boolean {
  return planned - real >= BEHIND_BY
}

const DAYS: Record<Rhythm, number> = { fortnight: 14, month: 30, quarter: 91 }

/** The days on which somebody owes a report, the last when the project ends. */
export function reportDays({
  startsOn,
  endsOn,
  reportEvery,
}: Pick<PlanContent, 'startsOn' | 'endsOn' | 'reportEvery'>): PlainDate[] {
  const days: PlainDate[] = []
  let next = addDays(startsOn, DAYS[reportEvery])
  while (next < endsOn) {
    days.push(next)
    next = addDays(next, DAYS[reportEvery])
  }
  return [...days, endsOn]
}

export interface OwedReport {
  on: PlainDate
  /** The day of the report that answers for it, if there is one. */
  reportedOn: PlainDate | null
}

/** Each day that a report was or is owed, answered by one given since the day before it. One answers one day only. */
export function owedReports(
  project: Pick<PlanContent, 'startsOn' | 'endsOn' | 'reportEvery'>,
  reports: readonly Pick<ProgressReport, 'reportedOn'>[],
): OwedReport[] {
  const days = reportDays(project)
  const given = reports.map(({ reportedOn }) => reportedOn).toSorted()
  return days.map((on, index) => {
    const since = days[index - 1] ?? addDays(project.startsOn, -1)
    const until = days[index + 1]
    const found = given.findIndex((day) => day > since && (until === undefined || day <= until))
    const [reportedOn = null] = found < 0 ? [] : given.splice(found, 1)
    return { on, reportedOn }
  })
}
