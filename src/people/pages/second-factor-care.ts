import type { Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { removeSecondFactor, renewRecoveryCodes } from '../actions/second-factor.ts'
import { needsSecondFactor } from '../second-factor/second-factor-policy.ts'
import { countRecoveryCodes } from '../second-factor/second-factor-store.ts'
import { myAccountUrl, secondFactorUrl } from '../urls.ts'
import { requireSession, statusOf, tryTyped } from './second-factor.ts'
import { sendRecoveryCodes } from './second-factor-set-up.ts'

export function takeRenewal(system: System): Page {
  return async (request, response) => {
    if (!requireSession(response).hasSecondFactor) return response.redirect(303, secondFactorUrl)
    const { done: codes, problems } = await tryTyped(request, response, (showing) =>
      renewRecoveryCodes(system, showing),
    )
    if (codes) return sendRecoveryCodes(response, codes)
    await sendCare(system, response, problems)
  }
}

export function takeRemoval(system: System): Page {
  return async (request, response) => {
    const { staff, hasSecondFactor } = requireSession(response)
    if (!hasSecondFactor) return response.redirect(303, secondFactorUrl)
    const { problems } = await tryTyped(request, response, (showing) =>
      removeSecondFactor(system, showing),
    )
    if (problems.length > 0) return sendCare(system, response, problems)
    const next = needsSecondFactor(staff.grants) ? secondFactorUrl : myAccountUrl
    response.redirect(303, `${next}?listo=second_factor_removed`)
  }
}

export async function sendCare(
  system: System,
  response: Response,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { t } = response.locals
  const { staff } = requireSession(response)
  const view = {
    title: t('people.second_factor.title'),
    backUrl: myAccountUrl,
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems.second_factor'),
    compulsory: needsSecondFactor(staff.grants),
    codesLeft: await countRecoveryCodes(system.db, staff.accountId),
    urls: { renew: `${secondFactorUrl}/codigos`, remove: `${secondFactorUrl}/retiro` },
  }
  const status = statusOf(problems)
  render(response, 'people/second-factor-care', view, { status, layout: 'staff' })
}
