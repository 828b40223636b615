import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { NotFound } from '../errors.ts'
import { defaultLanguage, translator } from '../i18n/index.ts'
import { problemOf, type Problem } from './problem.ts'
import { sendProblem, wantsDocument } from './problem-document.ts'
import { render } from './render.ts'

export interface ErrorLog {
  error: (entry: object, message: string) => void
  /** The number that the visitor is shown cannot be found in this log. */
  withoutNumbers?: boolean
}

/** Last of all routes. */
export const noSuchPage: RequestHandler = () => {
  throw new NotFound()
}

/** Last of all: every error becomes a page, or a problem document for machines. */
export function errorPage(log: ErrorLog): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = problemOf(error)
    const errorId = problem.expected ? null : recordError(log, error, response)
    if (response.headersSent) return next(error)
    response.set('Cache-Control', 'no-store')
    if (problem.retryAfterSeconds) response.set('Retry-After', String(problem.retryAfterSeconds))
    // an error may come before the language is known
    response.locals.lang ??= defaultLanguage
    response.locals.t ??= translator(response.locals.lang)
    const shownId = log.withoutNumbers ? null : errorId
    if (wantsDocument(request)) sendProblem(response, problem, shownId)
    else sendPage(response, problem, shownId)
  }
}

/** The log's own serializer keeps what people typed out of it. */
function recordError(log: ErrorLog, error: unknown, { locals }: Response): string {
  const errorId = randomBytes(5).toString('hex')
  log.error({ errorId, requestId: locals.requestId, err: error }, 'unexpected error')
  return errorId
}

function sendPage(response: Response, problem: Problem, errorId: string | null): void {
  const { t } = response.locals
  render(
    response,
    'errors/error',
    {
      title: t(`errors.${problem.code}.title`),
      text: t(`errors.${problem.code}.text`, problem.details),
      steps: t(`errors.${problem.code}.steps`, problem.details),
      errorId,
      wayBack: wayBack(response, problem),
    },
    // whoever is at work stays among the pages of work
    { status: problem.status, ...(response.locals.viewer && { layout: 'staff' }) },
  )
}

function wayBack({ locals: { t }, req }: Response, problem: Problem) {
  if (problem.code === 'not_signed_in') return { href: '/personal', text: t('errors.sign_in') }
  // a refused form has a page at its own address
  if (problem.code === 'form_refused') return { href: req.path, text: t('errors.open_again') }
  return { href: '/', text: t('errors.home') }
}
