import type { Request, Response } from 'express'
import { z } from 'zod'
import { Invalid, type FieldProblem } from '../../platform/errors.ts'
import { languages, translator } from '../../platform/i18n/index.ts'
import { formErrors, render, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { appointPerson } from '../actions/appoint-person.ts'
import { accountsUrl, accountUrl } from '../urls.ts'
import { viewGround } from './account-list.ts'
import { readAppointment } from './appointment-form.ts'
import { appointmentView } from './appointment-view.ts'
import type { ViewGround } from './person-view.ts'
import { emailAddress, readForm, required, typedIn } from './read-form.ts'

const form = z.object({
  name: required(120),
  email: emailAddress,
  language: z.enum(languages, 'required'),
})

export function showNewAccount(system: System): Page {
  return async (request, response) =>
    sendNewAccount(request, response, await viewGround(system, response))
}

export function takeNewAccount(system: System): Page {
  return async (request, response) => {
    const ground = await viewGround(system, response)
    const newcomer = readForm(request, form)
    const appointment = readAppointment(request, ground.places)
    if (!newcomer.values || !appointment.values) {
      const problems = [...newcomer.problems, ...appointment.problems]
      return sendNewAccount(request, response, ground, problems)
    }
    try {
      const { staff } = ground
      const made = await appointPerson(system, staff, newcomer.values, appointment.values)
      sendMade(response, ground, { ...made, ...newcomer.values })
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      sendNewAccount(request, response, ground, error.problems)
    }
  }
}

function sendNewAccount(
  request: Request,
  response: Response,
  ground: ViewGround,
  problems: readonly FieldProblem[] = [],
): void {
  const { t, lang, workplace } = ground
  const typed = typedIn(request, ['name', 'email', 'language'])
  const view = {
    title: t('people.new_account.title'),
    backUrl: accountsUrl(workplace.slug),
    error: problems.length > 0,
    errors: formErrors(response, problems, 'people.problems'),
    name: typed.name,
    email: typed.email,
    languageChoices: languages.map((code) => ({
      value: code,
      text: translator(code)('layout.language_name'),
      checked: code === (typed.language || lang),
    })),
    appointment: appointmentView(request, ground),
    action: accountsUrl(workplace.slug),
  }
  const status = problems.length > 0 ? 422 : 200
  render(response, 'people/new-account', view, { status, layout: 'staff' })
}

function sendMade(
  response: Response,
  { t, workplace }: ViewGround,
  made: { accountId: string; name: string; email: string; oneTimePassword: string | null },
): void {
  sendOneTimePassword(response, {
    title: t(made.oneTimePassword ? 'people.made.title' : 'people.made.known_title'),
    // the name that was typed for somebody known is not the one on the account
    name: made.oneTimePassword ? made.name : null,
    email: made.email,
    oneTimePassword: made.oneTimePassword,
    accountUrl: accountUrl(workplace.slug, made.accountId),
    accountsUrl: accountsUrl(workplace.slug),
  })
}

/** The only time that anybody sees it. */
export function sendOneTimePassword(
  response: Response,
  view: {
    title: string
    name: string | null
    email: string
    oneTimePassword: string | null
    accountUrl: string
    accountsUrl: string
  },
): void {
  render(response, 'people/one-time-password', view, { layout: 'staff' })
}
