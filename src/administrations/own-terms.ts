import type { PlainDate } from '../platform/dates.ts'
import { findTerm, holdsOn, type Step, type TermRule } from '../regimes/index.ts'
import type { BookRules, OwnTerm } from './book-rules.ts'

/** Time that belongs to the person: an administration may lengthen it and never shorten it. */
const OF_THE_PERSON: ReadonlySet<string> = new Set<Step>(['correction', 'pick_up'])

/** About how many calendar days one takes, to compare terms in different units. */
const CALENDAR_DAYS = { business: 7 / 5, calendar: 1, months: 30 } as const

function lengthOf({ days, unit }: Pick<TermRule, 'days' | 'unit'>): number {
  return days * CALENDAR_DAYS[unit]
}

/** Whether the administration may set these days where the regime says those. */
export function keepsWithin(own: Pick<OwnTerm, 'days' | 'unit'>, rule: TermRule): boolean {
  return OF_THE_PERSON.has(rule.step)
    ? lengthOf(own) >= lengthOf(rule)
    : lengthOf(own) <= lengthOf(rule)
}

/** The regime's term with the administration's own days where it set them, never past the legal limit. */
export function effectiveTerm(
  rules: Pick<BookRules, 'regime' | 'ownTerms'>,
  step: Step,
  kind: string,
  day: PlainDate,
): TermRule | undefined {
  const rule = findTerm(rules.regime, step, kind, day)
  if (!rule) return undefined
  const own = findOwnTerm(rules.ownTerms, step, kind, day)
  if (!own) return rule.setByAdministration ? undefined : rule
  if (!keepsWithin(own, rule)) return rule
  const { days, unit, source } = own
  return { ...rule, days, unit, source, basis: 'administration' }
}

/** What is said of the kind wins over what is said of all; the newest over what was there before. */
function findOwnTerm(terms: readonly OwnTerm[], step: Step, kind: string, day: PlainDate) {
  const ofDay = terms
    .filter((own) => own.step === step)
    .filter(({ validFrom, validUntil }) =>
      holdsOn({ from: validFrom, until: validUntil ?? undefined }, day),
    )
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom))
  return ofDay.find((own) => own.kind === kind) ?? ofDay.find((own) => own.kind === '*')
}
