import type { Visit } from '../filing/draft.ts'
import { answerStep } from './answer-step.ts'
import { dayStep } from './day-step.ts'
import { kindStep } from './kind-step.ts'
import { placeStep } from './place-step.ts'
import type { Step } from './step.ts'
import { storyStep } from './story-step.ts'
import { unsureStep } from './unsure-step.ts'
import { whoStep } from './who-step.ts'

/** The way, in order, as on the web; the office is the one where the tablet stands. */
const STEPS: readonly Step[] = [
  kindStep,
  storyStep,
  unsureStep,
  placeStep,
  dayStep,
  answerStep,
  whoStep,
]

export function stepsOf(visit: Visit): Step[] {
  return STEPS.filter((step) => step.isAsked(visit))
}

/** The first question that is open or answered in a way that does not hold. */
export function firstOpenStep(visit: Visit): Step | undefined {
  return stepsOf(visit).find((step) => step.problems(visit).length > 0)
}
