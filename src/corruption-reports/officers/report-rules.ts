import { findClosedAct, type CorruptionRules } from '../../regimes/index.ts'
import type { PlainDate } from '../../platform/dates.ts'
import {
  REPORT_ACTS,
  type ReportAct,
  type ReportActCode,
  type ReportState,
} from './report-states.ts'

export interface ReportClock {
  step: string
  dueOn: PlainDate
  metOn: PlainDate | null
}

/** What has happened to a report so far, as far as the machine asks for it. */
export interface ReportCourse {
  state: ReportState
  events: readonly { code: string; toState: string }[]
  clocks: readonly ReportClock[]
}

export type Refusal = 'not_from_here' | 'not_yours' | 'switched_off' | 'too_early' | 'not_told_yet'

export function actOf(code: ReportActCode): ReportAct {
  return REPORT_ACTS[code]
}

export function isReportAct(code: unknown): code is ReportActCode {
  return typeof code === 'string' && Object.hasOwn(REPORT_ACTS, code)
}

export function isReportState(state: unknown): state is ReportState {
  return STATES.has(state)
}
const STATES: ReadonlySet<unknown> = new Set(Object.values(REPORT_ACTS).flatMap(({ from }) => from))

/** Why an act may not be taken on a day; null when it may. */
export function refusalOf(
  code: ReportActCode,
  by: ReportAct['by'][number],
  course: ReportCourse,
  rules: CorruptionRules,
  day: PlainDate,
): Refusal | null {
  const act = actOf(code)
  if (!act.by.includes(by)) return 'not_yours'
  if (!act.from.includes(course.state)) return 'not_from_here'
  if (findClosedAct(rules, code, day)) return 'switched_off'
  if (act.after !== undefined && !cameSinceReopening(act.after, course)) return 'not_told_yet'
  return act.waitsFor.some((step) => isRunning(step, course, day)) ? 'too_early' : null
}

export function allowedActs(
  by: ReportAct['by'][number],
  course: ReportCourse,
  rules: CorruptionRules,
  day: PlainDate,
): ReportActCode[] {
  return ACT_CODES.filter((code) => refusalOf(code, by, course, rules, day) === null)
}
const ACT_CODES = Object.keys(REPORT_ACTS) as ReportActCode[]

export function stateAfter(code: ReportActCode, course: ReportCourse): ReportState {
  const { to } = actOf(code)
  if (to === 'same') return course.state
  return to === 'back' ? stateBeforeBranch(course) : to
}

/** A side branch begins with the event that entered it; the report goes back to where it stood then. */
function stateBeforeBranch({ state, events }: ReportCourse): ReportState {
  const entered = events.findLastIndex(
    ({ toState }, index) => toState === state && events[index - 1]?.toState !== state,
  )
  const before = events[entered - 1]?.toState
  return isReportState(before) ? before : 'requirements_check'
}

function cameSinceReopening(code: string, { events }: ReportCourse): boolean {
  const codes = events.map((event) => event.code)
  return codes.lastIndexOf(code) > codes.lastIndexOf('reopen')
}

/** Its last day still belongs to whoever may use it. */
function isRunning(step: string, { clocks }: ReportCourse, day: PlainDate): boolean {
  return clocks.some((clock) => clock.step === step && clock.metOn === null && day <= clock.dueOn)
}
