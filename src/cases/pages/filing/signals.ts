import { rulesOn } from '../../../regimes/index.ts'
import { findSignals, readText, type Signal } from '../../../routing/index.ts'
import type { Visit } from './visit.ts'

/** What the words of a text call for, by the lists of the regime. */
export function signalsIn(visit: Visit, text: string): ReadonlySet<Signal> {
  const found = findSignals(rulesOn(visit.rules.regime.signals, visit.day), readText(text))
  return new Set(found.map(({ signal }) => signal))
}
