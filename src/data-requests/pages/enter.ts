import type { Response } from 'express'
import { z } from 'zod'
import { rememberFollower } from '../../cases/index.ts'
import { NotFound, TooMany, type FieldProblem } from '../../platform/errors.ts'
import { formAgain, line, readForm, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { matchRequest } from '../follow-request.ts'
import { followPaths, followRequestUrls } from '../urls.ts'

const entry = z.object({ number: line(40), secret: line(60) })

/** The door of a request that has no case, and of every other: number and secret, in the body and nowhere else. */
export const showEnter: Page = (_request, response) => askForRequestSecret(response)

export function enter(system: System): Page {
  return async (request, response) => {
    const { values, problems } = readForm(request, entry)
    if (!values) return askForRequestSecret(response, { problems })
    const now = system.clock()
    try {
      const number = await matchRequest(system, values, now)
      rememberFollower(system, response, number, now)
      response.redirect(303, followRequestUrls(number).request)
    } catch (error) {
      if (error instanceof TooMany) return askForRequestSecret(response, { wait: error })
      if (!(error instanceof NotFound)) throw error
      askForRequestSecret(response, { problems: [{ field: 'number', code: 'no_match' }] })
    }
  }
}

interface Asked {
  number?: string
  problems?: readonly FieldProblem[]
  wait?: TooMany
}

export function askForRequestSecret(
  response: Response,
  { number = '', problems = [], wait }: Asked = {},
): void {
  const { t } = response.locals
  const again = formAgain(response, problems, 'data-requests.problems')
  if (wait) response.set('Retry-After', String(wait.retryAfterSeconds))
  render(
    response,
    'data-requests/enter',
    {
      title: t('data-requests.enter.title'),
      ...again,
      notice: wait ? t('data-requests.enter.wait') : null,
      number: again.typed('number') || number,
      action: followPaths.enter,
    },
    { status: wait ? 429 : again.error ? 422 : 200 },
  )
}
