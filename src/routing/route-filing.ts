import { isNamed } from './named-officials.ts'
import { placeWithoutConflict, type Place } from './next-authority.ts'
import type {
  FilingFacts,
  Organisation,
  Restriction,
  RoutingDecision,
  RoutingRule,
  RuleTrial,
} from './routing-rule.ts'
import { tryRule, unitOf } from './rule-trial.ts'
import { readText } from './text-matching.ts'

/** Which desk a filing lands on, which unit is named, and why. */
export function routeFiling(
  rules: readonly RoutingRule[],
  facts: FilingFacts,
  organisation: Organisation,
): RoutingDecision {
  const { rule, why } = firstMatch(rules, facts, organisation)
  const excluded = excludedAccounts(facts, organisation)
  const wanted = wantedPlace(rule, facts, organisation)
  const place = placeWithoutConflict(wanted, facts.centreId, excluded, organisation)
  const movedUp = place.desk !== wanted.desk || place.unitId !== wanted.unitId
  const danger = hasSignal(facts, 'danger')
  return {
    ruleId: rule?.ruleId ?? null,
    ...place,
    priority: danger ? 2 : (rule?.priority ?? 0),
    restricted: restrictionOf(rule, facts, movedUp && place.desk === 'claims_manager'),
    assignAtOnce: rule?.assignAtOnce === true && !hasSignal(facts, 'corruption') && !movedUp,
    alert: danger,
    excludedAccountIds: [...excluded],
    movedUp,
    nobodyThere: false,
    why,
  }
}

/** Every rule, also those behind the one that decides; for the page on which rules are tried. */
export function tryRules(
  rules: readonly RoutingRule[],
  facts: FilingFacts,
  organisation: Organisation,
): RuleTrial[] {
  const text = readText(facts.text)
  return rules.map((rule) => tryRule(rule, facts, text, organisation))
}

function firstMatch(
  rules: readonly RoutingRule[],
  facts: FilingFacts,
  organisation: Organisation,
): { rule: RoutingRule | null; why: RuleTrial[] } {
  const text = readText(facts.text)
  const why: RuleTrial[] = []
  for (const rule of rules) {
    const trial = tryRule(rule, facts, text, organisation)
    why.push(trial)
    if (trial.matched) return { rule, why }
  }
  return { rule: null, why }
}

function wantedPlace(
  rule: RoutingRule | null,
  facts: FilingFacts,
  organisation: Organisation,
): Place {
  const waitsForTriage = hasSignal(facts, 'corruption') && !isAbout(rule, 'corruption')
  if (waitsForTriage) return { desk: 'claims_manager', unitId: null }
  return {
    desk: rule?.desk ?? 'claims_manager',
    unitId: unitOf(rule ?? { unitId: null }, facts, organisation),
  }
}

function excludedAccounts(facts: FilingFacts, organisation: Organisation): ReadonlySet<string> {
  return new Set(
    facts.namedOfficials
      .filter(isNamed)
      .map((official) => organisation.officialAccounts.get(official.officialId))
      .filter((accountId) => accountId !== undefined),
  )
}

/** What came to the responsible because a head is named is kept from those who work under that head. */
function restrictionOf(
  rule: RoutingRule | null,
  facts: FilingFacts,
  pastAHead: boolean,
): Restriction | null {
  if (hasSignal(facts, 'corruption')) return 'corruption'
  if (hasSignal(facts, 'violence')) return 'violence'
  if (pastAHead && facts.kind !== 'compliment') return 'official_named'
  if (!rule?.restricted) return null
  return rule.officialNamed ? 'official_named' : 'by_rule'
}

function hasSignal(facts: FilingFacts, signal: string): boolean {
  return facts.signals.some((found) => found.signal === signal)
}

/** A rule written for the signal itself sends where the administration decided; any other does not. */
function isAbout(rule: RoutingRule | null, signal: string): boolean {
  return rule?.signals.some((wanted) => wanted === signal) ?? false
}
