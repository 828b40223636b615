import type { PlainDate } from '../../platform/dates.ts'

export const RESULTS = ['good', 'bad', 'not_applicable'] as const
export type Result = (typeof RESULTS)[number]

export interface Inspection {
  inspectionId: string
  administrationId: string
  centreId: string
  plannedOn: PlainDate
  inspectorId: string
  doneOn: PlainDate | null
  doneBy: string | null
}

export interface Area {
  areaId: string
  name: string
}

/** What was seen of one item in one area. */
export interface Seen {
  areaId: string
  areaName: string
  item: string
  itemText: string
  result: Result
  note: string
}

/** One day a month until the end of the year, never one that some month does not have. */
export function monthlyDays(first: PlainDate): PlainDate[] {
  const [year = '', month = '', day = ''] = first.split('-')
  const steady = String(Math.min(Number(day), 28)).padStart(2, '0')
  const months = Array.from({ length: 13 - Number(month) }, (_, index) => Number(month) + index)
  return months.map((each) => `${year}-${String(each).padStart(2, '0')}-${steady}`)
}

/** Months of a year without an inspection planned or done: the model recommends one a month at least. */
export function monthsWithout(
  inspections: readonly Pick<Inspection, 'plannedOn'>[],
  year: number,
  from: PlainDate,
): string[] {
  const months = Array.from(
    { length: 12 },
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
  )
  const planned = new Set(inspections.map(({ plannedOn }) => plannedOn.slice(0, 7)))
  return months.filter((month) => month >= from.slice(0, 7) && !planned.has(month))
}

export interface Outcome {
  good: number
  /** Without what does not apply there. */
  seen: number
  bad: number
}

export function outcomeOf(results: readonly Pick<Seen, 'result'>[]): Outcome {
  const count = (wanted: Result) => results.filter(({ result }) => result === wanted).length
  const [good, bad] = [count('good'), count('bad')]
  return { good, bad, seen: good + bad }
}
