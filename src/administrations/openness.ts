import type { PlainDate } from '../platform/dates.ts'
import { openKinds, STEPS, type Step } from '../regimes/index.ts'
import type { BookRules } from './book-rules.ts'
import { effectiveTerm } from './own-terms.ts'

/** Why nobody can file yet. */
export type WhyClosed =
  | { reason: 'term_missing'; step: Step; kind: string }
  | { reason: 'no_kind' | 'no_centre' | 'not_opened' }

/** A book takes filings once it was opened and nothing that it needs is missing. */
export function isOpen(rules: BookRules, day: PlainDate): boolean {
  return whyClosed(rules, day).length === 0
}

export function whyClosed(rules: BookRules, day: PlainDate): WhyClosed[] {
  const missing = whatIsMissing(rules, day)
  return rules.administration.openedAt === null
    ? [...missing, { reason: 'not_opened' as const }]
    : missing
}

/** What must be entered before it may open. */
export function whatIsMissing(
  rules: Pick<BookRules, 'regime' | 'ownTerms' | 'authorisations' | 'centres'>,
  day: PlainDate,
): WhyClosed[] {
  const kinds = openKinds(rules.regime, rules.authorisations, day)
  const terms = kinds.flatMap(({ code }) =>
    STEPS.filter((step) => isUnset(rules, step, code, day)).map((step) => ({
      reason: 'term_missing' as const,
      step,
      kind: code,
    })),
  )
  return [
    ...terms,
    ...(kinds.length === 0 ? [{ reason: 'no_kind' as const }] : []),
    ...(rules.centres.length === 0 ? [{ reason: 'no_centre' as const }] : []),
  ]
}

function isUnset(
  rules: Pick<BookRules, 'regime' | 'ownTerms'>,
  step: Step,
  kind: string,
  day: PlainDate,
): boolean {
  const asked = rules.regime.terms.some((term) => term.step === step && term.setByAdministration)
  return asked && effectiveTerm(rules, step, kind, day) === undefined
}
