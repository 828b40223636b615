import { addDays, type PlainDate } from '../../platform/dates.ts'
import type { Trouble } from './story-script.ts'

/** Somebody says on a day what is wrong; `number` counts those of the same trouble, from 0. */
export interface Telling {
  day: PlainDate
  trouble: Trouble
  number: number
}

/** The days with their counts stand in blocks of so many. */
const BLOCK = 30

/** All that is told of some troubles around the day of a change, in the order of the days. */
export function tellingsAround(troubles: readonly Trouble[], changedOn: PlainDate): Telling[] {
  return troubles
    .flatMap((trouble) =>
      daysOf(trouble, changedOn).map((day, number) => ({ day, trouble, number })),
    )
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
}

/** Spread evenly over each block; the first day after the change begins the first block since. */
function daysOf({ before, after }: Trouble, changedOn: PlainDate): PlainDate[] {
  const first = addDays(changedOn, 1 - before.length * BLOCK)
  return [...before, ...after].flatMap((count, block) =>
    Array.from({ length: count }, (_, at) =>
      addDays(first, block * BLOCK + Math.floor(((at + 0.5) * BLOCK) / count)),
    ),
  )
}
