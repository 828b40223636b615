import { findSignals, type Signal } from '../../../../src/routing/signals.ts'
import { readText } from '../../../../src/routing/text-matching.ts'
import { motivesChosen } from './compose-filing.ts'
import type { Visit } from './draft.ts'

/** What words call for, by the lists of the regime; they never leave the page. */
export function signalsIn({ setup, draft }: Visit): ReadonlySet<Signal> {
  const rules = (setup.signals ?? []).map((rule) => ({ ...rule, notIn: rule.notIn ?? [] }))
  return new Set(findSignals(rules, readText(draft.description)).map(({ signal }) => signal))
}

export function hintsAtCorruption(visit: Visit): boolean {
  const chosen = motivesChosen(visit)
  const byMotive = visit.setup.motives.some(
    ({ code, suggestsCorruption }) => suggestsCorruption && chosen.includes(code),
  )
  return byMotive || signalsIn(visit).has('corruption')
}
