import type { DataProblem } from '../platform/data-file.ts'
import type { CorruptionRules, CorruptionStep } from './corruption.ts'

/** Acts that mean nothing without the terms that they start. */
const NEEDED_TERMS: Record<string, readonly CorruptionStep[]> = {
  ask_correction: ['correction'],
  open_bad_faith: ['bad_faith_hearing', 'bad_faith_decision'],
  open_protection_review: ['protection_review_hearing', 'protection_review_decision'],
}

/** What a schema cannot see: whether the rules on reports of corruption fit each other. */
export function corruptionInconsistencies(rules: CorruptionRules | undefined): DataProblem[] {
  if (!rules) return []
  return [
    ...repeatedChoices(rules),
    ...releaseProblems(rules),
    ...missingTerms(rules),
    ...silenceProblems(rules),
  ].map(({ path, message }) => ({ path: ['corruption', ...path], message }))
}

function repeatedChoices(rules: CorruptionRules): DataProblem[] {
  return (['categories', 'measures', 'receivers', 'outcomes'] as const).flatMap((part) => {
    const codes = rules[part].map(({ code, from }) => `${code} ${from ?? ''}`.trim())
    return codes.flatMap((code, index) =>
      codes.indexOf(code) < index
        ? [{ path: [part, index, 'code'], message: `${code} is there twice` }]
        : [],
    )
  })
}

function releaseProblems({ identityRelease, receivers }: CorruptionRules): DataProblem[] {
  const path = ['identityRelease']
  const { allowed, refusal, refusalToldTo } = identityRelease
  if (allowed) return []
  if (!refusal || !refusalToldTo) {
    return [{ path, message: 'is off, and says neither how it is refused nor who is told' }]
  }
  return receivers.some(({ code }) => code === refusalToldTo)
    ? []
    : [{ path: [...path, 'refusalToldTo'], message: `there is no receiver ${refusalToldTo}` }]
}

function missingTerms({ transitions, terms }: CorruptionRules): DataProblem[] {
  const isOff = (act: string) =>
    transitions.some(({ action, allowed }) => action === act && !allowed)
  return Object.entries(NEEDED_TERMS).flatMap(([act, steps]) =>
    steps
      .filter((step) => !isOff(act) && !terms.some((term) => term.step === step))
      .map((step) => ({ path: ['terms'], message: `${act} is on, and there is no term ${step}` })),
  )
}

function silenceProblems({ silence }: CorruptionRules): DataProblem[] {
  if (silence.escalateAfter > silence.remindAfter) return []
  return [{ path: ['silence', 'escalateAfter'], message: 'comes before the reminder' }]
}
