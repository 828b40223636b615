import type { Request, Response } from 'express'
import { listAdministrations, wearTheme } from '../../../administrations/index.ts'
import { NotFound, TooMany, type FieldProblem } from '../../../platform/errors.ts'
import { formErrors, render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { followUrl } from '../../case-urls.ts'
import {
  followCase,
  isCaseNumber,
  isProvisionalNumber,
  normaliseCaseNumber,
} from '../../follow-case.ts'
import { rememberFollower } from '../follower-session.ts'
import { casePath } from './follow-urls.ts'
import { sayWait } from './say-wait.ts'
import { typedIn } from '../typed-in.ts'

/** The door: number and secret, typed as people type them. */
export function showEnter(system: System): Page {
  return (_request, response) => show(system, response, {})
}

/** The secret travels in the body of this form and nowhere else. */
export function enter(system: System): Page {
  return async (request, response) => {
    const now = system.clock()
    const { number = '', secret = '' } = typedIn(request, ['number', 'secret'])
    if (response.locals.onlyLanguage) return show(system, response, { number, secret })
    const missing = Object.entries({ number, secret }).flatMap(([field, value]) =>
      value === '' ? [{ field, code: 'required' }] : [],
    )
    if (missing.length > 0) return show(system, response, { number, secret, problems: missing })
    try {
      const { caseNumber } = await followCase(system, number, secret, now)
      rememberFollower(system, response, caseNumber, now)
      response.redirect(303, casePath(caseNumber))
    } catch (error) {
      if (error instanceof TooMany) return show(system, response, { number, secret, wait: error })
      if (!(error instanceof NotFound)) throw error
      const problems = [{ field: 'number', code: 'no_match' }]
      await show(system, response, { number, secret, problems })
    }
  }
}

/** The address on a receipt or a poster: only the secret is missing. Whether the number exists is not told. */
export async function askForSecret(
  system: System,
  request: Request,
  response: Response,
): Promise<void> {
  const given = String(request.params['caseNumber'])
  const number = normaliseCaseNumber(given)
  const isNumber = isCaseNumber(number) || isProvisionalNumber(number)
  if (number !== given && isNumber) return response.redirect(303, casePath(number))
  await show(system, response, { number: given, isKnown: isNumber })
}

interface Entry {
  number?: string
  secret?: string
  /** The number came with the address and only the secret is asked. */
  isKnown?: boolean
  problems?: readonly FieldProblem[]
  wait?: TooMany
  /** The form has to be sent again. */
  again?: boolean
}

export async function show(
  system: System,
  response: Response,
  { number = '', secret = '', isKnown = false, problems = [], wait, again = false }: Entry,
): Promise<void> {
  const { t } = response.locals
  await wearOnlyTheme(system, response)
  if (wait) response.set('Retry-After', String(wait.retryAfterSeconds))
  render(
    response,
    'cases/follow/enter',
    {
      title: t('follow.enter.title'),
      error: problems.length > 0,
      errors: formErrors(response, problems, 'follow.problems'),
      notice: wait ? sayWait(wait, t) : again ? t('follow.again.form') : null,
      action: followUrl,
      number,
      secret,
      isKnown,
    },
    {
      status: wait ? 429 : again ? 403 : problems.length > 0 ? 422 : 200,
      typed: { number, secret },
    },
  )
}

/** Where one administration has the house to itself, its help is at the foot of this page too. */
async function wearOnlyTheme({ db }: System, response: Response): Promise<void> {
  const [only, ...others] = await listAdministrations(db)
  if (only && others.length === 0) wearTheme(response, only)
}
