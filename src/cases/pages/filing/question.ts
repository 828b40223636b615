import type { Request, Response } from 'express'
import { sessionIdentifier, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepAnswers } from '../../actions/keep-answers.ts'
import type { AnswersGiven, FilingAnswers } from '../../filing-answers.ts'
import { typedIn } from '../typed-in.ts'
import { isChanging } from './read-form.ts'
import { showStep } from './show-step.ts'
import type { Typed } from '../typed-in.ts'
import type { Step } from './step.ts'
import {
  CHECK_ADDRESS,
  firstOpenStep,
  isReachable,
  nextUrl,
  problemsOfStep,
  stepUrl,
} from './steps.ts'
import { makeOwner, openVisit, withAnswers, type Visit } from './visit.ts'

/** Where a page may lead instead of the next question. */
export interface Detour {
  /** Before anything is kept; true when it has answered the request. */
  before?(visit: Visit, typed: Typed, request: Request, response: Response): boolean
  /** After it was kept: another address, or null. */
  after?(visit: Visit): string | null
}

/** Told once when somebody whom a link brought gives a first answer. */
export type NoteBegun = (
  link: { administrationId: string; linkId: string },
  now: Date,
) => Promise<void>

export function showQuestion(system: System, step: Step): Page {
  return async (request, response) => {
    const visit = await openVisit(system, request, response)
    if (!isReachable(step, visit)) return goToOpenStep(request, response, visit)
    showStep(response, step, visit, {
      typed: step.fill(visit),
      changing: isChanging(request),
      notice: request.query['aviso'] === undefined ? null : visit.t('filing.lost'),
    })
  }
}

/** Reads a page, keeps what it says and goes on; or shows it again with what was typed. */
export function answerQuestion(
  system: System,
  step: Step,
  noteBegun: NoteBegun,
  detour: Detour = {},
): Page {
  return async (request, response) => {
    const now = system.clock()
    const visit = await openVisit(system, request, response)
    const typed = typedIn(request, step.fields(visit))
    const { answers, problems: own = [] } = step.read(typed, visit)
    const then = withAnswers(visit, merge(visit.answers, answers))
    const problems = [...own, ...problemsOfStep(step, then, now)]
    const changing = isChanging(request)
    if (problems.length > 0) return showStep(response, step, then, { typed, problems, changing })
    if (detour.before?.(then, typed, request, response)) return
    if (response.locals.onlyLanguage) return showStep(response, step, then, { typed, changing })
    const owner = makeOwner(system, request, response, visit.rules)
    const begunBy = beganByLink(visit)
    await keepAnswers(system, owner, { ...answers, ...(begunBy && { linkBegun: true }) }, now)
    if (begunBy) await noteBegun({ ...owner, linkId: begunBy }, now)
    response.redirect(303, detour.after?.(then) ?? whereNext(step, then, changing))
  }
}

/** The link whose filing the person begins with this answer; null when there is none, or it was begun before. */
function beganByLink({ answers: { linkId, linkBegun } }: Visit): string | null {
  return linkId !== undefined && !linkBegun ? linkId : null
}

export function whereNext(step: Step, visit: Visit, changing: boolean): string {
  const open = firstOpenStep(visit)
  if (changing || !isReachable(step, visit))
    return stepUrl(visit, open ? open.address : CHECK_ADDRESS)
  return nextUrl(step, visit)
}

/** With a word about it when the browser had begun and nothing is left of that. */
export function goToOpenStep(request: Request, response: Response, visit: Visit): void {
  const url = stepUrl(visit, firstOpenStep(visit)?.address ?? CHECK_ADDRESS)
  const isLost = visit.draft === null && sessionIdentifier(request) !== null
  response.redirect(303, isLost ? `${url}?aviso=1` : url)
}

export function merge(before: FilingAnswers, given: AnswersGiven): FilingAnswers {
  const all = Object.entries({ ...before, ...given }).filter(([, value]) => value !== null)
  return Object.fromEntries(all)
}
