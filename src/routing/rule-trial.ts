import { findWords, type ReadText } from './text-matching.ts'
import type { FilingFacts, Organisation, Reason, RoutingRule, RuleTrial } from './routing-rule.ts'
import { isNamed } from './named-officials.ts'

/** Tries one rule and says of each of its conditions whether it held and on what. */
export function tryRule(
  rule: RoutingRule,
  facts: FilingFacts,
  text: ReadText,
  organisation: Organisation,
): RuleTrial {
  const reasons = [
    inDates(rule, facts),
    ...oneOf('kind', rule.kinds, [facts.kind]),
    ...oneOf('centre', rule.centreIds, [facts.centreId]),
    ...oneOf('service', rule.serviceIds, facts.serviceId === null ? [] : [facts.serviceId]),
    ...oneOf('motive', rule.motives, facts.motives),
    ...oneOf('channel', rule.channels, [facts.channel]),
    ...oneOf(
      'language',
      rule.languages,
      facts.spokenLanguage === null ? [] : [facts.spokenLanguage],
    ),
    ...oneOf('signal', rule.signals, uniqueSignals(facts)),
    ...officialNamed(rule, facts),
    ...unitKnown(rule, facts, organisation),
    ...someWord(rule, text),
    ...noExceptedWord(rule, text),
  ]
  const matched = reasons.every((reason) => reason.ok)
  return { ruleId: rule.ruleId, name: rule.name, matched, reasons }
}

/** The unit that a rule gives a filing to: its own, else the one that owns the service; only while it exists. */
export function unitOf(
  rule: Pick<RoutingRule, 'unitId'>,
  facts: Pick<FilingFacts, 'serviceId'>,
  organisation: Organisation,
): string | null {
  const unitId =
    rule.unitId ??
    (facts.serviceId === null ? undefined : organisation.serviceUnits.get(facts.serviceId))
  return unitId !== undefined && organisation.unitParents.has(unitId) ? unitId : null
}

function inDates(rule: RoutingRule, facts: FilingFacts): Reason {
  const ok =
    (rule.validFrom === null || rule.validFrom <= facts.on) &&
    (rule.validUntil === null || facts.on <= rule.validUntil)
  return { condition: 'dates', ok, found: [facts.on] }
}

function oneOf(
  condition: Reason['condition'],
  wanted: readonly string[],
  given: readonly string[],
): Reason[] {
  if (wanted.length === 0) return []
  const found = given.filter((value) => wanted.includes(value))
  return [{ condition, ok: found.length > 0, found }]
}

function uniqueSignals(facts: FilingFacts): string[] {
  return [...new Set(facts.signals.map((found) => found.signal))]
}

function officialNamed(rule: RoutingRule, facts: FilingFacts): Reason[] {
  if (rule.officialNamed === null) return []
  const named = facts.namedOfficials.filter(isNamed).map((official) => official.officialId)
  return [
    { condition: 'official_named', ok: named.length > 0 === rule.officialNamed, found: named },
  ]
}

/** A rule for a unit that was closed, or for the owner of a service that nobody chose, lets the next one try. */
function unitKnown(rule: RoutingRule, facts: FilingFacts, organisation: Organisation): Reason[] {
  if (rule.desk !== 'unit') return []
  const unitId = unitOf(rule, facts, organisation)
  return [{ condition: 'unit_known', ok: unitId !== null, found: unitId === null ? [] : [unitId] }]
}

function someWord(rule: RoutingRule, text: ReadText): Reason[] {
  if (rule.words.length === 0) return []
  const found = findWords(rule.words, text)
  return [{ condition: 'words', ok: found.length > 0, found }]
}

function noExceptedWord(rule: RoutingRule, text: ReadText): Reason[] {
  if (rule.exceptWords.length === 0) return []
  const found = findWords(rule.exceptWords, text)
  return [{ condition: 'except_words', ok: found.length === 0, found }]
}
