import type { T } from '../../platform/i18n/index.ts'
import { END, type Step, type Way } from './step.ts'

export interface DescribedStep {
  stepId: string
  number: number
  kind: Step['kind']
  text: string
  /** "Sí: pasa a 4"; "Termina". */
  ways: readonly string[]
}

/** The flow in words, which is also what the picture says to whoever cannot see it. */
export function describeSteps(steps: readonly Step[], t: T): DescribedStep[] {
  const numbers = new Map(steps.map(({ stepId }, index) => [stepId, index + 1]))
  return steps.map(({ stepId, kind, text, ways }, index) => ({
    stepId,
    number: index + 1,
    kind,
    text,
    ways: ways.map((way) => sayWay(way, numbers, t)),
  }))
}

function sayWay({ label, to }: Way, numbers: ReadonlyMap<string, number>, t: T): string {
  const number = numbers.get(to)
  const where =
    to === END
      ? t('improvements-processes.ends')
      : number === undefined
        ? t('improvements-processes.nowhere')
        : t('improvements-processes.goes_to', { number })
  return label === '' ? where : `${label}: ${where}`
}
