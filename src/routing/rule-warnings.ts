import type { BookRules } from '../administrations/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { MannedPlaces } from '../people/index.ts'
import { isOfferedNowhere } from './rule-problems.ts'
import type { RoutingRule } from './routing-rule.ts'
import { takesAllOf } from './rule-shadow.ts'
import { readPattern } from './text-matching.ts'

type Coded = readonly { code: string }[]

/** What stands where the rules count, and who is there. */
export interface Ground extends Pick<BookRules, 'units' | 'services' | 'centres'> {
  regime: { kinds: Coded; motives: Coded; spokenLanguages: Coded }
  people: MannedPlaces
}

const CHOICES = ['kinds', 'centreIds', 'serviceIds', 'motives', 'languages'] as const
type Choice = (typeof CHOICES)[number]

export type Warning =
  | { code: 'over' | 'not_yet' | 'unit_gone' | 'not_offered' }
  /** An earlier rule takes everything that this one would. */
  | { code: 'behind'; ruleId: string; name: string }
  /** No rule that follows decides anything any more. */
  | { code: 'takes_all'; count: number }
  /** Everything that it was to match was closed or taken away. */
  | { code: 'nobody_meets'; choice: Choice }
  /** Nobody holds a role there: what it sends goes to the responsible of the book. */
  | { code: 'nobody_there'; places: readonly string[] }
  /** Two of its words find the same: "bache" finds "baches" by itself. */
  | { code: 'same_word'; one: string; other: string }

/** Those of which one is asked before saving: cases would go where nobody meant. */
const GRAVE: readonly Warning['code'][] = [
  'unit_gone',
  'not_offered',
  'behind',
  'takes_all',
  'nobody_meets',
  'nobody_there',
]

type Warnings = ReadonlyMap<string, readonly Warning[]>

/** What may surprise whoever wrote the rules; each rule with its own. */
export function warningsOf(
  rules: readonly RoutingRule[],
  ground: Ground,
  today: PlainDate,
): Warnings {
  return new Map(
    rules.map((rule, index) => [
      rule.ruleId,
      [
        ...dateWarnings(rule, today),
        ...unmetWarnings(rule, ground),
        ...placeWarnings(rule, ground),
        ...shadows(rules, index, today),
        ...takesAll(rules, index, today),
        ...sameWords(rule),
      ],
    ]),
  )
}

/** What a change of the rules brings about that was not so before, of what matters. */
export function graveNews(
  before: Warnings,
  after: Warnings,
): { ruleId: string; warning: Warning }[] {
  return [...after].flatMap(([ruleId, warnings]) => {
    const known = (before.get(ruleId) ?? []).map(whatItSays)
    return warnings
      .filter(({ code }) => GRAVE.includes(code))
      .filter((warning) => !known.includes(whatItSays(warning)))
      .map((warning) => ({ ruleId, warning }))
  })
}

/** Behind one more rule, or before one more, nothing is new. */
function whatItSays(warning: Warning): string {
  const { code } = warning
  return code === 'takes_all' || code === 'behind' ? code : JSON.stringify(warning)
}

export function isOver(rule: RoutingRule, today: PlainDate): boolean {
  return rule.validUntil !== null && rule.validUntil < today
}

function dateWarnings(rule: RoutingRule, today: PlainDate): Warning[] {
  if (isOver(rule, today)) return [{ code: 'over' }]
  return rule.validFrom !== null && rule.validFrom > today ? [{ code: 'not_yet' }] : []
}

function unmetWarnings(rule: RoutingRule, ground: Ground): Warning[] {
  const standing: Record<Choice, readonly string[]> = {
    kinds: ground.regime.kinds.map(({ code }) => code),
    centreIds: ground.centres.map(({ centreId }) => centreId),
    serviceIds: ground.services.map(({ serviceId }) => serviceId),
    motives: ground.regime.motives.map(({ code }) => code),
    languages: ground.regime.spokenLanguages.map(({ code }) => code),
  }
  const unmet = CHOICES.filter(
    (choice) =>
      rule[choice].length > 0 && !rule[choice].some((value) => standing[choice].includes(value)),
  )
  if (unmet.length > 0) return unmet.map((choice) => ({ code: 'nobody_meets', choice }))
  return isOfferedNowhere(rule, ground) ? [{ code: 'not_offered' }] : []
}

function placeWarnings(rule: RoutingRule, { units, centres, services, people }: Ground): Warning[] {
  if (rule.unitId !== null && !units.some(({ unitId }) => unitId === rule.unitId)) {
    return [{ code: 'unit_gone' }]
  }
  const places = { unit: unmannedUnits, centre: unmannedCentres, claims_manager: () => [] }
  const empty = places[rule.desk](rule, { units, centres, services, people })
  return empty.length > 0 ? [{ code: 'nobody_there', places: empty }] : []
}

type Places = Pick<Ground, 'units' | 'centres' | 'services' | 'people'>

function unmannedUnits(rule: RoutingRule, { units, services, people }: Places): string[] {
  const owners = services
    .filter(({ serviceId }) => rule.serviceIds.length === 0 || rule.serviceIds.includes(serviceId))
    .map(({ unitId }) => unitId)
  const wanted = rule.unitId === null ? owners : [rule.unitId]
  return units
    .filter(({ unitId }) => wanted.includes(unitId) && !people.unitIds.has(unitId))
    .map(({ name }) => name)
}

function unmannedCentres(rule: RoutingRule, { centres, people }: Places): string[] {
  return centres
    .filter(({ centreId }) => rule.centreIds.length === 0 || rule.centreIds.includes(centreId))
    .filter(({ centreId }) => !people.centreIds.has(centreId))
    .map(({ name }) => name)
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

function takesAll(rules: readonly RoutingRule[], index: number, today: PlainDate): Warning[] {
  const rule = rules[index]
  if (!rule || isOver(rule, today)) return []
  const later = rules.slice(index + 1).filter((each) => !isOver(each, today))
  const none = later.length > 0 && later.every((each) => takesAllOf(rule, each, today))
  return none ? [{ code: 'takes_all', count: later.length }] : []
}
