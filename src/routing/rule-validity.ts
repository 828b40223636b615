import { addDays, type PlainDate } from '../platform/dates.ts'
import type { RoutingRule } from './routing-rule.ts'

/** From today on the rule decides nothing; it stays, since cases say that it routed them. */
export function switchedOff(rule: RoutingRule, today: PlainDate): RoutingRule {
  const validUntil = addDays(today, -1)
  const validFrom = rule.validFrom !== null && rule.validFrom > validUntil ? null : rule.validFrom
  return { ...rule, validFrom, validUntil }
}

/** From today on the rule decides again, in its old place. */
export function switchedOn(rule: RoutingRule, today: PlainDate): RoutingRule {
  return { ...rule, validFrom: today, validUntil: null }
}
