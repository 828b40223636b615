import type { PlainDate } from '../platform/dates.ts'
import type { RoutingRule } from './routing-rule.ts'

/** Each condition of the earlier rule is missing or lets through whatever the later one does. */
export function takesAllOf(earlier: RoutingRule, later: RoutingRule, today: PlainDate): boolean {
  return (
    holdsAsLong(earlier, later, today) &&
    takes(earlier.kinds, later.kinds) &&
    takes(earlier.centreIds, later.centreIds) &&
    takes(earlier.serviceIds, later.serviceIds) &&
    takes(earlier.motives, later.motives) &&
    takes(earlier.channels, later.channels) &&
    takes(earlier.languages, later.languages) &&
    takes(earlier.signals, later.signals) &&
    takes(earlier.words, later.words) &&
    earlier.exceptWords.every((word) => later.exceptWords.includes(word)) &&
    (earlier.officialNamed === null || earlier.officialNamed === later.officialNamed) &&
    findsItsUnit(earlier, later)
  )
}

function takes(earlier: readonly string[], later: readonly string[]): boolean {
  return (
    earlier.length === 0 || (later.length > 0 && later.every((value) => earlier.includes(value)))
  )
}

function holdsAsLong(earlier: RoutingRule, later: RoutingRule, today: PlainDate): boolean {
  const from = later.validFrom !== null && later.validFrom > today ? later.validFrom : today
  const started = earlier.validFrom === null || earlier.validFrom <= from
  const lasts =
    earlier.validUntil === null ||
    (later.validUntil !== null && later.validUntil <= earlier.validUntil)
  return started && lasts
}

/** A rule for the owner of the service passes over filings without one. */
function findsItsUnit(earlier: RoutingRule, later: RoutingRule): boolean {
  if (earlier.desk !== 'unit' || earlier.unitId !== null) return true
  return later.serviceIds.length > 0 || (later.desk === 'unit' && later.unitId === null)
}
