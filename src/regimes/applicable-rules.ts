import type { PlainDate } from '../platform/dates.ts'
import type { DataRight, DataRightRule } from './data-rights.ts'
import type { ClockStart, RegimeFile, Step, TermRule, TextKey, TextRule } from './regime.ts'

interface Dated {
  from?: PlainDate | undefined
  until?: PlainDate | undefined
}

/** Whether a dated rule holds on a day; both ends belong to it. */
export function holdsOn(rule: Dated, day: PlainDate): boolean {
  return (
    (rule.from === undefined || rule.from <= day) && (rule.until === undefined || day <= rule.until)
  )
}

export function rulesOn<R extends Dated>(rules: readonly R[], day: PlainDate): R[] {
  return rules.filter((rule) => holdsOn(rule, day))
}

function isForKind(rule: { kinds?: readonly string[] | undefined }, kind: string): boolean {
  return rule.kinds === undefined || rule.kinds.includes(kind)
}

/** The term of one step for one kind on a day: the rule that names the kind wins over the general one. */
export function findTerm(
  regime: RegimeFile,
  step: Step,
  kind: string,
  day: PlainDate,
): TermRule | undefined {
  const terms = rulesOn(regime.terms, day).filter(
    (term) => term.step === step && isForKind(term, kind),
  )
  return terms.find((term) => term.kinds !== undefined) ?? terms[0]
}

/** Whether an action of the state machine is on for a kind; what no rule mentions is on. */
/** From when the clocks of a filing through a channel count; the person's own day where nothing is said. */
export function findClockStart(regime: RegimeFile, channel: string, day: PlainDate): ClockStart {
  const rule = rulesOn(regime.clockStarts, day).find(({ channels }) => channels.includes(channel))
  return rule?.at ?? 'handed_over'
}

export function findTransitionRule(
  regime: RegimeFile,
  action: string,
  kind: string,
  day: PlainDate,
) {
  const rules = rulesOn(regime.transitions, day).filter(
    (rule) => rule.action === action && isForKind(rule, kind),
  )
  return rules.find((rule) => rule.kinds !== undefined) ?? rules[0]
}

export function isTransitionOn(
  regime: RegimeFile,
  action: string,
  kind: string,
  day: PlainDate,
): boolean {
  return findTransitionRule(regime, action, kind, day)?.allowed ?? true
}

export function outcomesFor(regime: RegimeFile, kind: string, day: PlainDate) {
  return rulesOn(regime.outcomes, day).filter((outcome) => outcome.kinds.includes(kind))
}

/** The same code may be worded otherwise for another kind; also when the rule is no longer in force. */
export function findOutcome(regime: RegimeFile, kind: string, code: string) {
  return regime.outcomes.find((outcome) => outcome.code === code && outcome.kinds.includes(kind))
}

export function approvalFor(regime: RegimeFile, kind: string, day: PlainDate) {
  const rules = rulesOn(regime.approvals, day).filter((rule) => isForKind(rule, kind))
  return rules.find((rule) => rule.kinds !== undefined) ?? rules[0]
}

/** The kinds that people can choose on a day: in force, and authorised where the regime asks for it. */
export function openKinds(regime: RegimeFile, authorisations: ReadonlySet<string>, day: PlainDate) {
  return rulesOn(regime.kinds, day).filter(
    (kind) =>
      kind.needsAuthorisation === undefined || authorisations.has(kind.needsAuthorisation.code),
  )
}

/** The kinds that stay off, each with the reason that its administrators are shown. */
export function closedKinds(
  regime: RegimeFile,
  authorisations: ReadonlySet<string>,
  day: PlainDate,
) {
  const open = new Set(openKinds(regime, authorisations, day))
  return rulesOn(regime.kinds, day).filter((kind) => !open.has(kind))
}

/** The rule of one kind on a day, open or not; for cases that exist already. */
export function findKind(regime: RegimeFile, kind: string, day: PlainDate) {
  return rulesOn(regime.kinds, day).find(({ code }) => code === kind)
}

/** A text that the law words, where the regime has it. */
export function findText(regime: RegimeFile, key: TextKey, day: PlainDate): TextRule | undefined {
  return rulesOn(regime.texts, day).find((text) => text.key === key)
}

/** By when a person is answered about their data; undefined where the regime says nothing. */
export function findDataRight(
  regime: RegimeFile,
  right: DataRight,
  day: PlainDate,
): DataRightRule | undefined {
  return rulesOn(regime.dataRights, day).find(({ rights }) => rights.includes(right))
}
