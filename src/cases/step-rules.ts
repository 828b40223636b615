import type { BookRules } from '../administrations/index.ts'
import type { StoredClock } from '../deadlines/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import {
  approvalFor,
  findTransitionRule,
  isTransitionOn,
  type RegimeFile,
} from '../regimes/index.ts'
import type { Case } from './case.ts'
import type { StepRules } from './case-policy.ts'
import { transitionOf, type CaseAction } from './case-states.ts'

/** What has happened to a case, as far as the regime's rules on steps depend on it. */
export interface StepFacts {
  /** The events of its history, for steps that are taken only so often. */
  events: readonly string[]
  /** Until when the person may reply; null: no such term runs. */
  correctionDueOn: PlainDate | null
  mayExtend: boolean
  /** The administration delegated approval to the head of the case's centre. */
  headApproves: boolean
}

/** What the regime that a case was filed under says about its steps on a day. */
export function stepRules(
  regime: RegimeFile,
  kind: string,
  day: PlainDate,
  facts?: StepFacts,
): StepRules {
  return {
    isOn: (action) =>
      isTransitionOn(regime, action, kind, day) &&
      (facts === undefined || isPossible(action, regime, kind, day, facts)),
    approval: approval(regime, kind, day, facts),
  }
}

function isPossible(
  action: CaseAction,
  regime: RegimeFile,
  kind: string,
  day: PlainDate,
  { events, correctionDueOn, mayExtend }: StepFacts,
): boolean {
  const times = findTransitionRule(regime, action, kind, day)?.times
  const { event } = transitionOf(action)
  if (times !== undefined && events.filter((each) => each === event).length >= times) return false
  if (action === 'expire') return correctionDueOn !== null && correctionDueOn < day
  return action !== 'extend' || mayExtend
}

function approval(regime: RegimeFile, kind: string, day: PlainDate, facts?: StepFacts) {
  const rule = approvalFor(regime, kind, day)
  if (!rule || facts === undefined || facts.headApproves) return rule
  return { ...rule, roles: rule.roles.filter((role) => role !== 'office_head') }
}

export function stepFacts(
  item: Pick<Case, 'centreId'>,
  events: readonly { event: string }[],
  clocks: readonly StoredClock[],
  { centres }: Pick<BookRules, 'centres'>,
  day: PlainDate,
): StepFacts {
  const running = (step: string) =>
    clocks.find((clock) => clock.step === step && clock.stoppedAt === null)
  const centre = centres.find(({ centreId }) => centreId === item.centreId)
  return {
    events: events.map(({ event }) => event),
    correctionDueOn: running('correction')?.dueOn ?? null,
    mayExtend: mayExtend(running('answer'), day),
    headApproves: centre?.headApproves ?? false,
  }
}

/** So often as the term says, and before its day has passed. */
function mayExtend(clock: StoredClock | undefined, day: PlainDate): boolean {
  const allowed = clock?.term.extension
  if (!clock || !allowed) return false
  return clock.extensions.length < allowed.times && clock.dueOn >= day
}
