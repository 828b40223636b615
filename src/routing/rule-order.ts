import type { PlainDate } from '../platform/dates.ts'
import type { RoutingRule } from './routing-rule.ts'
import { takesAllOf } from './rule-shadow.ts'

export type Direction = 'up' | 'down'

/** The rules as asked; what nobody mentioned keeps its order behind the others. */
export function inOrder<Rule extends Pick<RoutingRule, 'ruleId'>>(
  rules: readonly Rule[],
  order: readonly string[],
): Rule[] {
  const asked = [...new Set(order)].flatMap((id) => rules.filter(({ ruleId }) => ruleId === id))
  return [...asked, ...rules.filter((rule) => !asked.includes(rule))]
}

/** One place towards the first or the last; at the end of the list nothing moves. */
export function movedOnce(
  order: readonly string[],
  ruleId: string,
  direction: Direction,
): readonly string[] {
  const place = order.indexOf(ruleId)
  const to = direction === 'up' ? place - 1 : place + 1
  const other = order[to]
  return place < 0 || other === undefined ? order : order.with(place, other).with(to, ruleId)
}

/** A new rule comes behind all others, but before a wider one that would leave nothing to it. */
export function withNewRule(
  rules: readonly RoutingRule[],
  rule: RoutingRule,
  today: PlainDate,
): readonly RoutingRule[] {
  const wider = rules.findIndex(
    (known) => takesAllOf(known, rule, today) && !takesAllOf(rule, known, today),
  )
  return wider < 0 ? [...rules, rule] : rules.toSpliced(wider, 0, rule)
}
