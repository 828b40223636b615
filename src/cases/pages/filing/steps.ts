import type { FieldProblem } from '../../../platform/errors.ts'
import { filingRules, problemsUnderRules, type Filer } from '../../filing-rules.ts'
import { parseFiling, type FilingInput } from '../../filing.ts'
import { answerStep } from './answer-step.ts'
import { dayStep } from './day-step.ts'
import { filesStep } from './files-step.ts'
import { kindStep } from './kind-step.ts'
import { unsureStep } from './unsure-step.ts'
import { placeStep } from './place-step.ts'
import type { Step } from './step.ts'
import { storyStep } from './story-step.ts'
import { kindOf, withAnswers, type Visit } from './visit.ts'
import { whoStep } from './who-step.ts'

/** The way, in order. What is not asked of a kind is left out and sent nowhere. */
export const STEPS: readonly Step[] = [
  kindStep,
  storyStep,
  unsureStep,
  placeStep,
  dayStep,
  filesStep,
  answerStep,
  whoStep,
]

export const CHECK_ADDRESS = 'revise'

export function stepsOf(visit: Visit): Step[] {
  return STEPS.filter((step) => step.isAsked(visit))
}

/** The first question without an answer; null when all is ready to be checked. */
export function firstOpenStep(visit: Visit): Step | null {
  return stepsOf(visit).find((step) => !step.isAnswered(visit)) ?? null
}

/** Nobody gets ahead of a question that is still open. */
export function isReachable(step: Step, visit: Visit): boolean {
  const asked = stepsOf(visit)
  const open = firstOpenStep(visit)
  return asked.includes(step) && (open === null || asked.indexOf(step) <= asked.indexOf(open))
}

export function stepUrl({ slug }: Pick<Visit, 'slug'>, address: string): string {
  return address === '' ? `/${slug}/nuevo` : `/${slug}/nuevo/${address}`
}

export function nextUrl(step: Step, visit: Visit): string {
  const asked = stepsOf(visit)
  return stepUrl(visit, asked[asked.indexOf(step) + 1]?.address ?? CHECK_ADDRESS)
}

export function previousUrl(step: Step | null, visit: Visit): string {
  const asked = stepsOf(visit)
  const before = step === null ? asked.at(-1) : asked[asked.indexOf(step) - 1]
  return before ? stepUrl(visit, before.address) : `/${visit.slug}`
}

/** "Step 2 of 8": the check at the end counts as one. */
export function progressOf(step: Step | null, visit: Visit): { step: number; total: number } {
  const total = counted(stepsOf(kindOf(visit) ? visit : asFirstKind(visit))).length + 1
  if (step === null) return { step: total, total }
  const asked = stepsOf(visit)
  return { step: counted(asked.slice(0, asked.indexOf(step) + 1)).length, total }
}

function counted(steps: readonly Step[]): Step[] {
  return steps.filter(({ isAside }) => !isAside)
}

/** While the kind is not known the way is measured, and its pages are read, as for the first. */
function asFirstKind(visit: Visit): Visit {
  const [first] = visit.kinds
  return first ? withAnswers(visit, { ...visit.answers, kind: first.code }) : visit
}

/** What would be sent, from the answers of the questions that are asked. */
export function filingOf(visit: Visit): Record<keyof FilingInput, unknown> {
  const { languages } = visit.rules.administration
  const parts = stepsOf(visit).map((step) => step.tell(visit))
  const person = Object.assign({}, ...parts.map((part) => part.person ?? {})) as object
  return Object.assign({}, ...parts, {
    channel: visit.answers.linkChannel ?? 'web',
    ...(languages.includes(visit.language) && { language: visit.language }),
    ...(Object.keys(person).length > 0 ? { person } : {}),
  }) as Record<keyof FilingInput, unknown>
}

/** Everything that the door and the book's rules hold against the filing. */
export function problemsOf(filing: object, visit: Visit, now: Date): FieldProblem[] {
  const parsed = parseFiling(filing)
  if ('problems' in parsed) return parsed.problems
  const rules = filingRules(visit.rules, now, visit.sendsTexts)
  return problemsUnderRules(parsed.filing, rules, now, filerOf(visit))
}

/** Whoever was led here by a link of ours may say so. */
export function filerOf({ answers }: Visit): Filer {
  return answers.linkId === undefined ? 'public' : 'link'
}

/** What is wrong with one page, while the pages after it may still be empty. */
export function problemsOfStep(step: Step, visit: Visit, now: Date): FieldProblem[] {
  const given = filingOf(visit)
  const somewhere = visit.rules.centres[0]?.slug
  const filing = {
    ...given,
    kind: step.owns('/kind', visit) ? given.kind : given.kind || visit.kinds[0]?.code,
    description: step.owns('/description', visit) ? given.description : given.description || '…',
    centre: step.owns('/centre', visit) ? given.centre : given.centre || somewhere,
  }
  return problemsOf(filing, visit, now).filter(({ field }) => step.owns(field, visit))
}

export function stepOwning(field: string, visit: Visit): Step | null {
  return stepsOf(visit).find((step) => step.owns(field, visit)) ?? null
}
