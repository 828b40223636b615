import { daysByRule } from './day-rules.ts'
import type { NamedLayer } from './calendar-store.ts'
import type { CalendarDay } from './working-calendar.ts'

export interface ProposedYear {
  /** Listed by who publishes the days; else worked out by rule, and still to be checked. */
  origin: 'listed' | 'by_rule'
  days: CalendarDay[]
}

/** What the layers below say of a year: as they list it, or by their rules where they do not reach so far. */
export function proposeDays(below: readonly NamedLayer[], year: number): ProposedYear {
  if (isListed(below, year)) return { origin: 'listed', days: daysOff(below, year) }
  const byRule = below.flatMap(({ rules, source }) => daysByRule(rules, year, source))
  return { origin: 'by_rule', days: inOrder([...byRule, ...daysOff(below, year)]) }
}

function isListed(below: readonly NamedLayer[], year: number): boolean {
  if (below.some(({ confirmedYears }) => confirmedYears?.includes(year))) return true
  const known = below.flatMap(({ years }) => years ?? [])
  return known.length > 0 && known.every(({ first, last }) => first <= year && year <= last)
}

/** The most particular layer decides on each date. */
function daysOff(below: readonly NamedLayer[], year: number): CalendarDay[] {
  const ofYear = below.flatMap(({ days }) => days.filter(({ date }) => date.startsWith(`${year}-`)))
  return inOrder(ofYear).filter(({ kind }) => kind !== 'working_day_by_exception')
}

function inOrder(days: readonly CalendarDay[]): CalendarDay[] {
  const byDate = new Map(days.map((day) => [day.date, day]))
  return [...byDate.values()].toSorted((one, other) => one.date.localeCompare(other.date))
}
