import type { ErrorRequestHandler, Request, Response } from 'express'
import { NotFound, TooMany, type FieldProblem } from '../../../platform/errors.ts'
import { FormRefused, formErrors, render } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { followUrl } from '../../case-urls.ts'
import { cameFromHere } from '../came-from-here.ts'
import { show as showEnter } from './enter.ts'
import { stepPath } from './follow-urls.ts'
import { sayWait } from './say-wait.ts'
import type { StepPage } from './step-page.ts'
import { typedIn } from '../typed-in.ts'

type Why = { status: number; refusal?: never } | { status?: never; refusal: NotFound | TooMany }

/** Asks for the secret, with everything that was typed waiting on the same page. */
export function renderAgain(
  request: Request,
  response: Response,
  page: StepPage,
  { status, refusal }: Why,
): void {
  const { t } = response.locals
  const number = String(request.params['caseNumber'])
  const wait = refusal instanceof TooMany ? refusal : null
  const problems: FieldProblem[] =
    refusal instanceof NotFound ? [{ field: 'secret', code: 'no_match' }] : []
  if (wait) response.set('Retry-After', String(wait.retryAfterSeconds))
  const { [page.words]: words = '', ...typed } = typedIn(request, page.fields)
  // which form it was stays too, so that its files are found again
  const hidden = { ...typedIn(request, ['sending', 'seen']), ...typed }
  render(
    response,
    'cases/follow/secret-again',
    {
      title: t('follow.again.title'),
      error: problems.length > 0,
      errors: formErrors(response, problems, 'follow.problems'),
      notice: wait ? sayWait(wait, t) : null,
      action: stepPath(number, page.address),
      number,
      hidden,
      words: { name: page.words, value: words },
      takesFiles: page.takesFiles,
    },
    { status: status ?? (wait ? 429 : 422), typed: { ...hidden, [page.words]: words } },
  )
}

/**
 * A form that the browser's forgotten session refused is shown again with what was typed, when it came
 * from our own page. What another site sent gets the ordinary refusal.
 */
export function keepTyped(system: System, pages: readonly StepPage[]): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (!(error instanceof FormRefused) || !cameFromHere(system, request)) return next(error)
    if (request.path === followUrl) {
      const { number = '' } = typedIn(request, ['number'])
      return showEnter(system, response, { number, again: true })
    }
    const [, caseNumber = '', address] = request.path.slice(followUrl.length).split('/')
    const page = pages.find((each) => each.address === address)
    if (!page) return next(error)
    request.params['caseNumber'] = decodeURIComponent(caseNumber)
    renderAgain(request, response, page, { status: 403 })
  }
}
