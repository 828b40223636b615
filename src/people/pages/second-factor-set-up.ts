import type { Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, squareCode, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import {
  beginSecondFactor,
  confirmNewSecondFactor,
  findSecretToConfirm,
} from '../actions/second-factor.ts'
import { secretAddress, spellSecret } from '../second-factor/secret.ts'
import { needsSecondFactor } from '../second-factor/second-factor-policy.ts'
import { myAccountUrl, secondFactorUrl, startUrl } from '../urls.ts'
import { requireSession, statusOf, tryTyped } from './second-factor.ts'

export function takeBeginning(system: System): Page {
  return async (_request, response) => {
    const { staff, hasSecondFactor } = requireSession(response)
    if (!hasSecondFactor) await beginSecondFactor(system, staff.accountId)
    response.redirect(303, secondFactorUrl)
  }
}

export function takeFirstCode(system: System): Page {
  return async (request, response) => {
    if (requireSession(response).hasSecondFactor) return response.redirect(303, secondFactorUrl)
    const { done: codes, problems } = await tryTyped(request, response, (showing) =>
      confirmNewSecondFactor(system, showing),
    )
    if (codes) return sendRecoveryCodes(response, codes)
    await sendSetUp(system, response, problems)
  }
}

export async function sendSetUp(
  system: System,
  response: Response,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { t } = response.locals
  const { staff } = requireSession(response)
  const secret = await findSecretToConfirm(system, staff.accountId)
  const issuer = t('layout.service')
  const compulsory = needsSecondFactor(staff.grants)
  const view = {
    title: t('people.second_factor.set_up_title'),
    ...(compulsory ? {} : { backUrl: myAccountUrl }),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems.second_factor'),
    compulsory,
    picture: secret && squareCode(secretAddress(secret, { email: staff.email, issuer })),
    spelled: secret && (spellSecret(secret).match(/.{1,4}/g) ?? []).join(' '),
    urls: { begin: `${secondFactorUrl}/nuevo`, confirm: `${secondFactorUrl}/primero` },
  }
  const status = statusOf(problems)
  render(response, 'people/second-factor-set-up', view, { status, layout: 'staff' })
}

/** The only time that anybody sees them. */
export function sendRecoveryCodes(response: Response, codes: readonly string[]): void {
  const title = response.locals.t('people.second_factor.codes_title')
  render(response, 'people/recovery-codes', { title, codes, startUrl }, { layout: 'staff' })
}
