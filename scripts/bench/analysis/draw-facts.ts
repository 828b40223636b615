import type { CaseFacts, Span } from '../../../src/analysis/index.ts'
import { addDays, type PlainDate } from '../../../src/platform/dates.ts'
import type { Chance } from '../../../src/seeding/chance.ts'

/** So far a drawn case is moved back, at most: whole weeks, so that every weekday stays one. */
export const MOST_WEEKS = 8

/**
 * The facts of so many more cases, as told at the seam between the book and the analysis: lives of a book that
 * was really lived, in their order, each again and again some weeks earlier. What is still open stays where it is.
 */
export function* drawFacts(
  lives: readonly CaseFacts[],
  cases: number,
  chance: Chance,
): Generator<CaseFacts> {
  const inOrder = lives.toSorted((one, other) => (one.registeredOn < other.registeredOn ? -1 : 1))
  for (const [index, life] of inOrder.entries()) {
    const until = Math.round(((index + 1) * cases) / inOrder.length)
    const from = Math.round((index * cases) / inOrder.length)
    for (let drawn = from; drawn < until; drawn += 1) {
      yield life.endedOn === null ? life : moved(life, -7 * chance.int(0, MOST_WEEKS))
    }
  }
}

function moved(life: CaseFacts, days: number): CaseFacts {
  const day = <Day extends PlainDate | null>(date: Day) =>
    (date === null ? null : addDays(date, days)) as Day
  const span = (told: Span | null) => told && { ...told, on: day(told.on) }
  const { 10: older10, 20: older20, 30: older30 } = life.olderOn
  return {
    ...life,
    registeredOn: day(life.registeredOn),
    firstResponse: span(life.firstResponse),
    triageDueOn: day(life.triageDueOn),
    triagedOn: day(life.triagedOn),
    dueOn: day(life.dueOn),
    answer: span(life.answer),
    notice: span(life.notice),
    endedOn: day(life.endedOn),
    olderOn: { 10: day(older10), 20: day(older20), 30: day(older30) },
    rating: life.rating && { ...life.rating, on: day(life.rating.on) },
    stays: life.stays.map((stay) => ({ ...stay, on: day(stay.on) })),
  }
}
