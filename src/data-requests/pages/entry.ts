import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { caseViewer, findCase, listSeenCases } from '../../cases/index.ts'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { localDate } from '../../platform/dates.ts'
import { NotFound, type FieldProblem } from '../../platform/errors.ts'
import { languages, translator } from '../../platform/i18n/index.ts'
import { isId } from '../../platform/ids.ts'
import {
  formAgain,
  line,
  optionalLine,
  render,
  sendingForm,
  showing,
  ticked,
  words,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { DATA_RIGHTS } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import { fileRequest, requestSecret } from '../actions/file-request.ts'
import { followPaths, staffUrls } from '../urls.ts'
import { optionalEmail } from './optional-email.ts'
import { enterRequest, recordRequestLook } from './staff-room.ts'

const entryForm = z.object({
  right: z.enum(DATA_RIGHTS, 'required'),
  personName: line(200),
  documentSeen: ticked,
  caseNumber: optionalLine(40),
  email: optionalEmail,
  language: z.enum(languages as unknown as [string, ...string[]]).catch('es'),
  details: words(5000),
  sending: line(40).refine(isId),
})

function entryPage(system: System): FormPage<StaffVisit> {
  return { enter: (_request, response) => openStaffVisit(system, response), show }
}

/** For somebody who is present: with a case of theirs or without one. */
export function showEntry(system: System): Page {
  return showing(entryPage(system))
}

export function sendEntry(system: System): Page {
  return sendingForm(entryPage(system), entryForm, async (visit, values) => {
    const { administrationId, accountId, at } = visit.deed
    const caseIds = await caseIdsOf(system, visit, values.caseNumber)
    if (caseIds === null) return [{ field: 'caseNumber', code: 'unknown' }]
    const filed = await fileRequest(
      system,
      {
        administrationId,
        right: values.right,
        details: values.details,
        personName: values.personName,
        email: values.email,
        language: values.language,
        proof: values.documentSeen ? 'document' : null,
        filedBy: accountId,
        caseIds,
        sendingId: values.sending,
      },
      at,
    )
    return staffUrls(visit.slug, filed.requestNumber).receipt
  })
}

/** Null: there is no such case for whoever types it. */
async function caseIdsOf(system: System, visit: StaffVisit, typed: string) {
  if (typed === '') return []
  const { administrationId } = visit.deed
  const item = await findCase(system.db, { administrationId, caseNumber: typed.toUpperCase() })
  const viewer = caseViewer(visit.staff, visit.book)
  const seen = item && (await listSeenCases(system.db, viewer, [item.caseId]))
  return item && seen?.has(item.caseId) ? [item.caseId] : null
}

function show(
  { t, slug }: StaffVisit,
  _request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): void {
  const again = formAgain(response, problems, 'data-requests.problems')
  const model = {
    title: t('data-requests.entry.title'),
    ...again,
    backUrl: staffUrls(slug).list,
    action: staffUrls(slug).entry,
    sending: again.typed('sending') || randomUUID(),
    languages: languages.map((value) => ({
      value,
      text: translator(value)('layout.language_name'),
    })),
    rights: DATA_RIGHTS.map((value) => ({
      value,
      text: t(`data-requests.right.${value}.name`),
      hint: { text: t(`data-requests.right.${value}.hint`) },
    })),
  }
  render(response, 'data-requests/entry', model, {
    layout: 'staff',
    status: again.error ? 422 : 200,
  })
}

/** What the person takes home: shown on the day itself to whoever filed it for them. */
export function showReceipt(system: System): Page {
  return async (request, response) => {
    const room = await enterRequest(system, request, response)
    const { requestNumber, requestId, filedBy, filedAt, dueOn, right } = room.request
    const { timeZone } = room.book.administration
    const isOwn = filedBy === room.deed.accountId && localDate(filedAt, timeZone) === room.today
    if (!isOwn) throw new NotFound()
    await recordRequestLook(system, room, 'data_request')
    const { t } = room
    const model = {
      title: t('data-requests.receipt.title'),
      number: requestNumber,
      secret: requestSecret(system, requestId),
      right: t(`data-requests.right.${right}.name`),
      dueOn,
      followUrl: new URL(followPaths.enter, system.config.baseUrl).href,
      requestUrl: room.urls.request,
    }
    render(response, 'data-requests/receipt', model, { layout: 'staff' })
  }
}
