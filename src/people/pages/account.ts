import type { Request, Response } from 'express'
import { Invalid, NotFound, type FieldProblem } from '../../platform/errors.ts'
import { formErrors, render, typedIn, type Page } from '../../platform/web/index.ts'
import { lastVersions } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { appoint } from '../actions/appoint-person.ts'
import {
  closeAccount,
  reopenAccount,
  resetPassword,
  resetSecondFactor,
  type ResetSecondFactor,
} from '../actions/manage-account.ts'
import { revokeRole } from '../actions/revoke-role.ts'
import { grantSetting } from '../grant-setting.ts'
import type { Leaving } from '../leaving.ts'
import { isStanding, mayManageAccount } from '../grant-policy.ts'
import { findPerson, type Person } from '../people-store.ts'
import { accountsUrl, accountUrl } from '../urls.ts'
import { seesInstallation, viewGround } from './account-list.ts'
import { readAppointment } from './appointment-form.ts'
import { appointmentView } from './appointment-view.ts'
import { idInAddress } from './id-in-address.ts'
import { askAboutCases } from './leaving-page.ts'
import { sendOneTimePassword } from './new-account.ts'
import { noticeOf } from './notice-of.ts'
import { grantRows, type ViewGround } from './person-view.ts'

/** Who has to know that somebody's second step was taken away. */
export type TellOfReset = (system: System, reset: ResetSecondFactor) => Promise<void>

interface Subject {
  ground: ViewGround
  person: Person
  url: string
}

export function showAccount(system: System): Page {
  return async (request, response) =>
    sendAccount(system, request, response, await subjectOf(system, request, response))
}

export function takeRole(system: System): Page {
  return async (request, response) => {
    const subject = await subjectOf(system, request, response)
    const { ground, person, url } = subject
    const { values, problems } = readAppointment(request, ground.places)
    if (!values) return sendAccount(system, request, response, subject, problems)
    try {
      await appoint(system, ground.staff, person.accountId, values)
      response.redirect(303, `${url}?listo=role_granted`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await sendAccount(system, request, response, subject, error.problems)
    }
  }
}

export function takeRevocation(system: System, leaving: Leaving): Page {
  return async (request, response) => {
    const subject = await subjectOf(system, request, response)
    const { ground, person, url } = subject
    const grantId = idInAddress(request, 'grantId')
    if (!person.grants.some((grant) => grant.grantId === grantId)) throw new NotFound()
    const action = `${url}/papeles/${grantId}/retiro`
    const version = typedIn(request)('version')
    const ending = { ground, person, action, backUrl: url, grantId, version }
    const after = await askAboutCases(system, leaving, request, response, ending)
    if (after === null) return
    try {
      await revokeRole(system, ground.staff, grantId, version === '' ? undefined : Number(version))
      await after(ground.staff.accountId)
      const own = ground.staff.accountId === person.accountId
      response.redirect(303, own ? '/personal' : `${url}?listo=role_revoked`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await sendAccount(system, request, response, subject, error.problems)
    }
  }
}

export function takeNewOneTimePassword(system: System): Page {
  return async (request, response) => {
    const { ground, person, url } = await subjectOf(system, request, response)
    const oneTimePassword = await resetPassword(system, ground.staff, person.accountId)
    sendOneTimePassword(response, {
      title: ground.t('people.made.reset_title'),
      name: person.name,
      email: person.email,
      oneTimePassword,
      accountUrl: url,
      accountsUrl: accountsUrl(ground.workplace.slug),
    })
  }
}

export function takeSecondFactorReset(system: System, tell: TellOfReset): Page {
  return async (request, response) => {
    const { ground, person, url } = await subjectOf(system, request, response)
    await tell(system, await resetSecondFactor(system, ground.staff, person.accountId))
    response.redirect(303, `${url}?listo=second_factor_reset`)
  }
}

export function takeClosing(system: System, leaving: Leaving): Page {
  return async (request, response) => {
    const subject = await subjectOf(system, request, response)
    const { ground, person, url } = subject
    const ending = {
      ground,
      person,
      action: `${url}/cierre`,
      backUrl: url,
      grantId: null,
      version: '',
    }
    const after = await askAboutCases(system, leaving, request, response, ending)
    if (after === null) return
    try {
      await closeAccount(system, ground.staff, person.accountId)
      await after(ground.staff.accountId)
      response.redirect(303, `${subject.url}?listo=account_closed`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await sendAccount(system, request, response, subject, error.problems)
    }
  }
}

export function takeReopening(system: System): Page {
  return async (request, response) => {
    const { ground, person, url } = await subjectOf(system, request, response)
    await reopenAccount(system, ground.staff, person.accountId)
    response.redirect(303, `${url}?listo=account_reopened`)
  }
}

async function subjectOf(system: System, request: Request, response: Response): Promise<Subject> {
  const ground = await viewGround(system, response)
  const { administrationId, slug } = ground.workplace
  const within = { administrationId, installation: seesInstallation(ground) }
  const person = await findPerson(system.db, idInAddress(request, 'accountId'), within)
  if (!person) throw new NotFound()
  return { ground, person, url: accountUrl(slug, person.accountId) }
}

async function sendAccount(
  system: System,
  request: Request,
  response: Response,
  { ground, person, url }: Subject,
  problems: readonly FieldProblem[] = [],
): Promise<void> {
  const { t, staff, day, workplace } = ground
  const { administrationId } = workplace
  const versions = await lastVersions(system.db, administrationId, grantSetting.subject)
  const rows = grantRows(person, ground, versions)
  const standing = person.grants.filter((grant) => isStanding(grant, day))
  const view = {
    title: person.name,
    backUrl: accountsUrl(workplace.slug),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems'),
    notice: noticeOf(request, t),
    email: person.email,
    closed: person.disabled,
    own: staff.accountId === person.accountId,
    standing: rows.filter((row) => row.standing),
    past: rows.filter((row) => !row.standing),
    manageable: mayManageAccount(staff, person.accountId, standing),
    mayReset: person.hasSecondFactor && staff.grants.some(({ role }) => role === 'system_admin'),
    appointment: appointmentView(request, ground),
    url,
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'people/account', view, { status, layout: 'staff' })
}
