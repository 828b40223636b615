import { randomUUID } from 'node:crypto'
import type { Response } from 'express'
import { z } from 'zod'
import {
  askForSecret,
  findPerson,
  openFollowVisit,
  rememberFollower,
  type FollowVisit,
} from '../../cases/index.ts'
import type { FieldProblem } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { formAgain, line, readForm, render, words, type Page } from '../../platform/web/index.ts'
import { DATA_RIGHTS, findDataRight } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { fileRequest } from '../actions/file-request.ts'
import { followRequestUrls, ownCaseUrls } from '../urls.ts'
import { optionalEmail } from './optional-email.ts'

const askForm = z
  .object({
    right: z.enum(DATA_RIGHTS, 'required'),
    details: words(5000),
    email: optionalEmail,
    sending: line(40).refine(isId),
  })
  .refine(({ right, details }) => right !== 'correction' || details !== '', {
    path: ['details'],
    message: 'say_what',
  })

/** Asked from the page where the person follows a case: the secret that they hold says whose the data are. */
export function showAsk(system: System): Page {
  return async (request, response) => {
    const visit = await openFollowVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    show(response, visit, [])
  }
}

export function sendAsk(system: System): Page {
  return async (request, response) => {
    const visit = await openFollowVisit(system, request, response)
    if (!visit) return askForSecret(system, request, response)
    const { item, now, lang } = visit
    const { values, problems } = readForm(request, askForm)
    if (!values) return show(response, visit, problems)
    const { administrationId, caseId } = item
    const person = await findPerson(system.db, administrationId, caseId)
    const names = [person?.names, person?.firstSurname, person?.secondSurname]
    const filed = await fileRequest(
      system,
      {
        administrationId,
        right: values.right,
        details: values.details,
        email: values.email,
        personName: person?.legalName ?? names.filter(Boolean).join(' '),
        language: lang,
        proof: 'secret',
        filedBy: null,
        caseIds: [caseId],
        sendingId: values.sending,
      },
      now,
    )
    rememberFollower(system, response, filed.requestNumber, now)
    response.redirect(303, followRequestUrls(filed.requestNumber).request)
  }
}

function show(
  response: Response,
  { item, t, book, today }: FollowVisit,
  problems: readonly FieldProblem[],
): void {
  const { caseNumber } = item
  const again = formAgain(response, problems, 'data-requests.problems')
  const chosen = again.typed('right')
  render(response, 'data-requests/ask', {
    title: t('data-requests.ask.title'),
    ...again,
    caseNumber,
    action: ownCaseUrls(caseNumber).ask,
    takeAllUrl: ownCaseUrls(caseNumber).takeAll,
    sending: again.typed('sending') || randomUUID(),
    rights: DATA_RIGHTS.map((value) => {
      const days = findDataRight(book.regime, value, today)?.answerDays
      return {
        value,
        text: t(`data-requests.right.${value}.name`),
        hint: { text: t(`data-requests.right.${value}.hint`) },
        term: days === undefined ? null : t('data-requests.ask.term', { count: days }),
        checked: value === chosen,
      }
    }),
  })
}
