import { describeSteps } from '../describe-steps.ts'
import { writeSvg } from '../../../analysis/index.ts'
import type { T } from '../../../platform/i18n/index.ts'
import { drawFlow } from '../draw-flow.ts'
import { findFaults, type FlowFault } from '../flow-faults.ts'
import type { ProcessVersion } from '../process.ts'
import { activitiesOf } from '../step.ts'

type Told = Pick<ProcessVersion, 'objective' | 'steps'>

/** The list of the steps, each with what follows, and the picture of the same. */
export function flowView({ objective, steps }: Told, title: string, t: T) {
  const labels = { start: t('improvements-processes.start'), end: t('improvements-processes.end') }
  const described = describeSteps(steps, t)
  return {
    objective,
    steps: described,
    activities: activitiesOf(steps).length,
    svg:
      steps.length === 0
        ? null
        : writeSvg(drawFlow(steps, labels), {
            id: 'flow',
            title: t('improvements-processes.flow_of', { title }),
            description: described
              .map(({ number, text, ways }) => `${number}. ${text} ${ways.join('; ')}`)
              .join('. '),
          }),
  }
}

/** What a draft lacks, each as a sentence. */
export function sayFaults(version: Told, language: string, t: T): string[] {
  const numbers = new Map(version.steps.map(({ stepId }, index) => [stepId, index + 1]))
  return findFaults(version, language).map((fault) => sayFault(fault, numbers, t))
}

function sayFault(
  { code, stepId, word = '' }: FlowFault,
  numbers: ReadonlyMap<string, number>,
  t: T,
): string {
  const number = stepId === null ? '' : (numbers.get(stepId) ?? '')
  return t(`improvements-processes.fault.${code}`, { number, word })
}
