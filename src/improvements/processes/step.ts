/** Where the flow of a process ends. */
export const END = 'end'

export const MOST_STEPS = 40
export const MOST_WAYS = 3

/** A way on from a step: to another step or to the end; `to` is empty while nobody said it. */
export interface Way {
  /** What must be so to take it: "Sí"; an activity's only way has none. */
  label: string
  to: string
}

/** An activity, or a question that is answered in two or more ways. */
export interface Step {
  /** The same in every version of the process. */
  stepId: string
  kind: 'activity' | 'decision'
  text: string
  ways: readonly Way[]
}

/** A step written as a question is a decision: nobody has to know the symbols. */
export function kindOf(text: string): Step['kind'] {
  return /^¿|\?$/.test(text.trim()) ? 'decision' : 'activity'
}

export function activitiesOf(steps: readonly Step[]): Step[] {
  return steps.filter(({ kind }) => kind === 'activity')
}
