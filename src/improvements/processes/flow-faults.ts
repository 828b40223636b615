import { faultyWord } from './infinitive.ts'
import { END, type Step } from './step.ts'

/** What keeps a process from being whole. */
export interface FlowFault {
  code: (typeof FLOW_FAULTS)[number]
  /** Which step; null when it is about all of them. */
  stepId: string | null
  /** The word that is no infinitive. */
  word?: string
}

export const FLOW_FAULTS = [
  'no_objective',
  'no_activities',
  'no_end',
  'not_infinitive',
  'no_next',
  'few_ways',
  'unnamed_way',
  'unreachable',
  'dead_end',
] as const

/** Start, end, nothing out of reach, and no activity without one that follows (MAS, proceso de servicio). */
export function findFaults(
  { objective, steps }: { objective: string; steps: readonly Step[] },
  language: string,
): FlowFault[] {
  const whole: FlowFault[] = [
    ...(objective === '' ? [{ code: 'no_objective' as const, stepId: null }] : []),
    ...(steps.some(({ kind }) => kind === 'activity')
      ? []
      : [{ code: 'no_activities' as const, stepId: null }]),
    ...(steps.length > 0 && !steps.some(({ ways }) => ways.some(({ to }) => to === END))
      ? [{ code: 'no_end' as const, stepId: null }]
      : []),
  ]
  const reached = reachedFrom(steps)
  const ids = new Set(steps.map(({ stepId }) => stepId))
  const ending = thoseThatEnd(steps, ids)
  return [
    ...whole,
    ...steps.flatMap((step) => [
      ...wordFaults(step, language),
      ...wayFaults(step, ids),
      ...(reached.has(step.stepId) ? [] : [{ code: 'unreachable' as const, stepId: step.stepId }]),
      ...(ending.has(step.stepId) ? [] : [{ code: 'dead_end' as const, stepId: step.stepId }]),
    ]),
  ]
}

function wordFaults({ kind, text, stepId }: Step, language: string): FlowFault[] {
  const word = kind === 'activity' ? faultyWord(text, language) : null
  return word === null ? [] : [{ code: 'not_infinitive', stepId, word }]
}

function leadsOn(to: string, ids: ReadonlySet<string>): boolean {
  return to === END || ids.has(to)
}

function wayFaults({ kind, ways, stepId }: Step, ids: ReadonlySet<string>): FlowFault[] {
  const faults: FlowFault[] = []
  if (ways.length === 0 || ways.some(({ to }) => !leadsOn(to, ids))) {
    faults.push({ code: 'no_next', stepId })
  }
  if (kind === 'decision' && new Set(ways.map(({ to }) => to)).size < 2) {
    faults.push({ code: 'few_ways', stepId })
  }
  if (kind === 'decision' && ways.some(({ label }) => label === '')) {
    faults.push({ code: 'unnamed_way', stepId })
  }
  return faults
}

/** From the first step on, whatever way is taken. */
function reachedFrom(steps: readonly Step[]): ReadonlySet<string> {
  const byId = new Map(steps.map((step) => [step.stepId, step]))
  const reached = new Set<string>()
  const waiting = steps.slice(0, 1).map(({ stepId }) => stepId)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const step = byId.get(id)
    if (!step || reached.has(id)) continue
    reached.add(id)
    waiting.push(...step.ways.map(({ to }) => to))
  }
  return reached
}

/** From which some way leads to the end, or to where nobody said yet what follows, which is told there. */
function thoseThatEnd(steps: readonly Step[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const ending = new Set<string>()
  const isOver = (to: string) => ending.has(to) || to === END || !ids.has(to)
  for (let before = -1; before !== ending.size;) {
    before = ending.size
    for (const { stepId, ways } of steps) {
      if (ways.length === 0 || ways.some(({ to }) => isOver(to))) ending.add(stepId)
    }
  }
  return ending
}
