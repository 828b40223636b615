import type { PlainDate } from '../platform/dates.ts'
import { holdsOn, rulesOn } from './applicable-rules.ts'
import type { CorruptionRules, CorruptionStep, CorruptionTerm } from './corruption.ts'

/** Only what holds on a day: the rules as whoever deals with a report sees them. */
export function corruptionRulesOn(rules: CorruptionRules, day: PlainDate): CorruptionRules {
  const { officialChannel } = rules
  return {
    ...rules,
    officialChannel: officialChannel && holdsOn(officialChannel, day) ? officialChannel : undefined,
    terms: rulesOn(rules.terms, day),
    transitions: rulesOn(rules.transitions, day),
    categories: rulesOn(rules.categories, day),
    measures: rulesOn(rules.measures, day),
    receivers: rulesOn(rules.receivers, day),
    outcomes: rulesOn(rules.outcomes, day),
  }
}

export function findCorruptionTerm(
  rules: CorruptionRules,
  step: CorruptionStep,
  day: PlainDate,
): CorruptionTerm | undefined {
  return rulesOn(rules.terms, day).find((term) => term.step === step)
}

/** The rule that switches an act off, with its reason; null where it is on. */
export function findClosedAct(rules: CorruptionRules, act: string, day: PlainDate) {
  const rule = rulesOn(rules.transitions, day).find(({ action }) => action === act)
  return rule && !rule.allowed ? rule : null
}
