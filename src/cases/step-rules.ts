import type { PlainDate } from '../platform/dates.ts'
import { approvalFor, isTransitionOn, type RegimeFile } from '../regimes/index.ts'
import type { StepRules } from './case-policy.ts'

/** What the regime that a case was filed under says about its steps on a day. */
export function stepRules(regime: RegimeFile, kind: string, day: PlainDate): StepRules {
  return {
    isOn: (action) => isTransitionOn(regime, action, kind, day),
    approval: approvalFor(regime, kind, day),
  }
}
