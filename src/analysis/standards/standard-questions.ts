import { standardsWithin, type BookRules, type HeldStandard } from '../../administrations/index.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import { monthAfter, type FigureQuestion, type Period } from '../indicators/index.ts'

export interface StandardsAsked {
  book: Pick<BookRules, 'administration' | 'standards'>
  period: Period
  centreId: string | null
  /** Of which cases the promise of an answer is looked at. */
  kind: string
  audience: FigureQuestion['audience']
  asOf: PlainDate
}

/** A promise, the days on which it can be looked at, and what is asked of the cases; null: nothing yet. */
export interface AskedStandard {
  held: HeldStandard
  question: FigureQuestion | null
}

/** The promises that held in the period, as far as it is over. */
export function standardQuestions(asked: StandardsAsked): AskedStandard[] {
  const { book, period, audience, asOf } = asked
  const monthBegan = `${asOf.slice(0, 7)}-01`
  const lastDay = audience === 'public' ? addDays(monthBegan, -1) : asOf
  const until = period.until < lastDay ? period.until : lastDay
  return standardsWithin(book.standards, { from: period.from, until }).map((held) => ({
    held,
    question: held.standard.measure === 'answer_days' ? questionOf(held, asked) : null,
  }))
}

/**
 * Of whole months whose last case has had the time by now, whether it was answered or not: whoever still waits
 * counts against the promise, and whoever came in yesterday does not.
 */
function questionOf(
  { standard, from, until }: HeldStandard,
  { book, centreId, kind, audience, asOf }: StandardsAsked,
): FigureQuestion | null {
  const firstMonth = from.endsWith('-01') ? from : monthAfter(from, 1)
  const dayAfter = addDays(until, 1)
  let end = `${dayAfter.slice(0, 7)}-01`
  while (end > firstMonth && addDays(end, -1 + enoughFor(standard.most)) >= asOf) {
    end = monthAfter(end, -1)
  }
  if (end <= firstMonth) return null
  return {
    administrationId: book.administration.administrationId,
    period: { from: firstMonth, until: addDays(end, -1) },
    ...(centreId !== null && { centreId }),
    kinds: [kind],
    ...(standard.serviceId !== null && { breakdown: 'service' }),
    audience,
    asOf,
    indicators: ['Q09'],
    answerWithin: [standard.most],
  }
}

/** So many calendar days hold that many working days, with some days off among them. */
function enoughFor(workingDays: number): number {
  return Math.ceil(workingDays * 1.5) + 3
}
