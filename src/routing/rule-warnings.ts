import type { BookRules } from '../administrations/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { RoutingRule } from './routing-rule.ts'
import { readPattern } from './text-matching.ts'

type Book = Pick<BookRules, 'units' | 'services'>

export type Warning =
  | { code: 'over' | 'not_yet' | 'unit_gone' }
  /** An earlier rule takes everything that this one would. */
  | { code: 'behind'; ruleId: string; name: string }
  /** Two of its words find the same: "bache" finds "baches" by itself. */
  | { code: 'same_word'; one: string; other: string }

/** What may surprise whoever wrote the rules; each rule with its own. */
export function warningsOf(
  rules: readonly RoutingRule[],
  book: Book,
  today: PlainDate,
): ReadonlyMap<string, readonly Warning[]> {
  return new Map(
    rules.map((rule, index) => [
      rule.ruleId,
      [
        ...dateWarnings(rule, today),
        ...unitWarnings(rule, book),
        ...shadows(rules, index, today),
        ...sameWords(rule),
      ],
    ]),
  )
}

export function isOver(rule: RoutingRule, today: PlainDate): boolean {
  return rule.validUntil !== null && rule.validUntil < today
}

function dateWarnings(rule: RoutingRule, today: PlainDate): Warning[] {
  if (isOver(rule, today)) return [{ code: 'over' }]
  return rule.validFrom !== null && rule.validFrom > today ? [{ code: 'not_yet' }] : []
}

function unitWarnings(rule: RoutingRule, book: Book): Warning[] {
  const gone = rule.unitId !== null && !book.units.some(({ unitId }) => unitId === rule.unitId)
  return gone ? [{ code: 'unit_gone' }] : []
}

/** The first pair is enough: whoever mends it sees the next. */
function sameWords({ words }: RoutingRule): Warning[] {
  const known = new Map<string, string>()
  for (const word of words) {
    const steps = JSON.stringify(readPattern(word).steps)
    const one = known.get(steps)
    if (one !== undefined) return [{ code: 'same_word', one, other: word }]
    known.set(steps, word)
  }
  return []
}

function shadows(rules: readonly RoutingRule[], index: number, today: PlainDate): Warning[] {
  const rule = rules[index]
  if (!rule || isOver(rule, today)) return []
  const first = rules.slice(0, index).find((earlier) => takesAllOf(earlier, rule, today))
  return first ? [{ code: 'behind', ruleId: first.ruleId, name: first.name }] : []
}

/** Each condition of the earlier rule is missing or lets through whatever the later one does. */
function takesAllOf(earlier: RoutingRule, later: RoutingRule, today: PlainDate): boolean {
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
