import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotSignedIn, TooMany, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { showSecondFactor, type Showing } from '../actions/second-factor.ts'
import type { StaffSession } from '../staff-store.ts'
import { newPasswordUrl, secondFactorUrl, startUrl } from '../urls.ts'
import { readDraft, writeDraft, type Draft } from './draft.ts'
import { readForm, required, typedIn } from './read-form.ts'
import { safeReturn } from './safe-return.ts'
import { sendCare } from './second-factor-care.ts'
import { sendSetUp } from './second-factor-set-up.ts'
import { showDraft } from './sent-draft.ts'
import { waitText } from './wait-text.ts'

const form = z.object({ code: required(40) })

interface Kept {
  returnTo?: string | null
  draft?: Draft | null
}

/** One address for what is next: set up, show a code, or look after what was set up. */
export function showSecondFactorPage(system: System): Page {
  return async (request, response) => {
    const session = requireSession(response)
    if (session.mustChangePassword) return response.redirect(303, newPasswordUrl)
    if (!session.hasSecondFactor) return sendSetUp(system, response)
    if (session.secondFactorShown) return sendCare(system, response)
    sendCodeForm(response, { returnTo: safeReturn(request.query.volver) })
  }
}

export function takeCode(system: System): Page {
  return async (request, response) => {
    const session = requireSession(response)
    if (!session.hasSecondFactor || session.secondFactorShown) {
      return response.redirect(303, secondFactorUrl)
    }
    const typed = typedIn(request, ['volver', 'draft'])
    const kept = { returnTo: safeReturn(typed.volver), draft: readDraft(typed.draft) }
    const { problems } = await tryTyped(request, response, (showing) =>
      showSecondFactor(system, showing),
    )
    if (problems.length > 0) return sendCodeForm(response, kept, statusOf(problems), problems)
    if (kept.draft) return showDraft(response, kept.draft)
    response.redirect(303, kept.returnTo ?? startUrl)
  }
}

/** After the password, with what the person wanted to open or to send. */
export function sendToSecondFactor(response: Response, session: StaffSession, kept: Kept): void {
  if (kept.draft && session.hasSecondFactor) return sendCodeForm(response, kept)
  const query = kept.returnTo ? `?volver=${encodeURIComponent(kept.returnTo)}` : ''
  response.redirect(303, secondFactorUrl + query)
}

export function sendCodeForm(
  response: Response,
  { returnTo = null, draft = null }: Kept,
  status = 200,
  problems: readonly FieldProblem[] = [],
): void {
  const { t } = response.locals
  const view = {
    title: t('people.second_factor.title'),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems.second_factor'),
    action: secondFactorUrl,
    returnTo,
    draft: draft ? writeDraft(draft) : null,
  }
  render(response, 'people/second-factor', view, { status, layout: 'staff' })
}

/** What came of the code that was typed: what the action answers, or what is wrong. */
export async function tryTyped<T>(
  request: Request,
  response: Response,
  attempt: (showing: Showing) => Promise<T | null>,
): Promise<{ done: T | null; problems: readonly FieldProblem[] }> {
  const { staff, sessionId } = requireSession(response)
  const { values } = readForm(request, form)
  if (!values) return { done: null, problems: [{ field: 'code', code: 'required' }] }
  try {
    const showing = { accountId: staff.accountId, sessionId, typed: values.code }
    const done = await attempt({ ...showing, address: request.ip ?? '' })
    if (done) return { done, problems: [] }
    return { done: null, problems: [{ field: 'code', code: 'wrong' }] }
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
    const seconds = error.retryAfterSeconds
    response.set('Retry-After', String(seconds))
    const wait = waitText(response.locals.t, seconds)
    return { done: null, problems: [{ field: 'code', code: 'wait', values: { wait } }] }
  }
}

export function statusOf(problems: readonly FieldProblem[]): number {
  if (problems.length === 0) return 200
  return problems.some(({ code }) => code === 'wait') ? 429 : 422
}

export function requireSession({ locals }: Response): StaffSession {
  if (!locals.staffSession) throw new NotSignedIn()
  return locals.staffSession
}
