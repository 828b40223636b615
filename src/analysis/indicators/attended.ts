import { listTotals } from '../../attentions/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { addDays, type PlainDate } from '../../platform/dates.ts'
import type { FigureQuestion } from './figure.ts'
import { breakdownOf, isAsked } from './question.ts'
import { monthAfter } from './spans.ts'

/** How many people were attended where a cell's cases came from; null: nobody counted. */
export type AttendedIn = (member: string | null) => number | null

const NOBODY: AttendedIn = () => null

/** Attentions know offices and services; of a motive or a language nobody counts how many were attended. */
export async function readAttended(
  db: Db,
  question: FigureQuestion,
  months: readonly PlainDate[],
): Promise<AttendedIn> {
  const [from] = months
  if (!isAsked(question, 'Q02') || from === undefined) return NOBODY
  const lastDay = addDays(monthAfter(months.at(-1) ?? from, 1), -1)
  const totals = await listTotals(db, {
    administrationId: question.administrationId,
    from,
    until: lastDay < question.asOf ? lastDay : question.asOf,
    ...(question.centreId !== undefined && { centreIds: [question.centreId] }),
  })
  const breakdown = breakdownOf(question)
  return (member) => {
    if (member !== null && breakdown !== 'centre' && breakdown !== 'service') return null
    const there = totals.filter((each) =>
      member === null ? true : (breakdown === 'centre' ? each.centreId : each.serviceId) === member,
    )
    return there.length === 0 ? null : there.reduce((sum, { attended }) => sum + attended, 0)
  }
}
