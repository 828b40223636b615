import type { RoutingRule } from '../../src/routing/routing-rule.ts'

/** A rule that matches everything and sends it to the responsible of the book. */
export function buildRule(ruleId: string, more: Partial<RoutingRule> = {}): RoutingRule {
  return {
    ruleId,
    name: ruleId,
    kinds: [],
    centreIds: [],
    serviceIds: [],
    motives: [],
    channels: [],
    languages: [],
    words: [],
    exceptWords: [],
    signals: [],
    officialNamed: null,
    desk: 'claims_manager',
    unitId: null,
    priority: 0,
    restricted: false,
    assignAtOnce: false,
    validFrom: null,
    validUntil: null,
    ...more,
  }
}
