import type { PlainDate } from '../../platform/dates.ts'
import { SMALLEST_CELL, SMALLEST_PUBLIC_CELL } from '../../statistics/index.ts'
import type { Breakdown, FigureQuestion, IndicatorId } from './figure.ts'
import { EVERYWHERE } from './places.ts'
import { monthAfter, monthsBetween } from './spans.ts'

/** What a question comes to: where to look, in which months, and from how many on something may be told. */

export function smallestFor({ audience }: Pick<FigureQuestion, 'audience'>): number {
  return audience === 'public' ? SMALLEST_PUBLIC_CELL : SMALLEST_CELL
}

/** The months of the period that have begun; in public only those that are over. */
export function monthsToTell({ period, audience, asOf }: FigureQuestion): PlainDate[] {
  const running = `${asOf.slice(0, 7)}-01`
  const last = audience === 'public' ? monthAfter(running, -1) : running
  return monthsBetween(period.from, period.until).filter((month) => month <= last)
}

/** Not told by the cells alone: other features are asked, and only where somebody wants to know. */
const ON_REQUEST: readonly IndicatorId[] = ['Q02', 'Q03', 'Q24', 'Q25', 'Q28', 'Q34']

export function isAsked({ indicators }: FigureQuestion, id: IndicatorId): boolean {
  return indicators === undefined ? !ON_REQUEST.includes(id) : indicators.includes(id)
}

export function withinOf({ centreId }: FigureQuestion): string {
  return centreId ?? EVERYWHERE
}

/** Within one centre there is only that centre. */
export function breakdownOf({ breakdown, centreId }: FigureQuestion): Breakdown | null {
  if (breakdown === 'centre' && centreId !== undefined) return null
  return breakdown ?? null
}
