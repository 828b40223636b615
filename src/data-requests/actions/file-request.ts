import { randomUUID } from 'node:crypto'
import { getBookRulesById } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { findBook, hashTrackingToken, trackingToken } from '../../cases/index.ts'
import { getCalendar } from '../../deadlines/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { findDataRight, type DataRight } from '../../regimes/index.ts'
import type { System } from '../../system.ts'
import type { DataRequest, Proof } from '../data-request.ts'
import { answerDue } from '../request-clock.ts'
import { lockBook, updateLastNumber } from '../request-book-store.ts'
import { findSent, insertRequest } from '../request-store.ts'
import { insertRequestCase, insertStep } from '../request-step-store.ts'
import { tellPerson, tellResponsibles } from '../tell.ts'

export interface RequestToFile {
  administrationId: string
  right: DataRight
  details: string
  personName: string
  email: string | null
  language: string
  /** How it is known that the data are theirs; null: proof is still to be shown. */
  proof: Proof | null
  /** Null: the person. */
  filedBy: string | null
  caseIds: readonly string[]
  sendingId: string
}

/** A request with its number, its day and its first step: all of it, or nothing. The same form again gives the same. */
export async function fileRequest(
  system: System,
  asked: RequestToFile,
  now: Date,
): Promise<DataRequest> {
  const { administrationId, sendingId, filedBy } = asked
  const { administration, regime } = await getBookRulesById(system, administrationId, now)
  const { timeZone, calendarCode } = administration
  const today = localDate(now, timeZone)
  const calendar = await getCalendar(system.db, calendarCode)
  const book = await findBook(system.db, administrationId)
  if (!book) throw new NotFound()
  const year = Number(today.slice(0, 4))
  return inTransaction(system.db, async (tx) => {
    const number = (await lockBook(tx, administrationId, year)) + 1
    const sent = await findSent(tx, administrationId, sendingId)
    if (sent) return sent
    await updateLastNumber(tx, administrationId, year, number)
    const request = newRequest(asked, requestNumberOf(book.code, year, number), now)
    request.rule = findDataRight(regime, asked.right, today) ?? null
    request.provenOn = asked.proof && today
    request.dueOn = answerDue(request, calendar, timeZone, today)
    const secretHash = hashTrackingToken(requestSecret(system, request.requestId))
    await insertRequest(tx, request, { secretHash, sendingId })
    for (const caseId of asked.caseIds) await insertRequestCase(tx, request, caseId)
    await insertStep(tx, request, { at: now, step: 'file', accountId: filedBy, words: null })
    await recordChange(tx, {
      at: now,
      accountId: filedBy,
      administrationId,
      action: 'data_request_filed',
      details: { request: request.requestNumber, right: request.right },
    })
    await tellPerson({ tx, system, request, now })
    await tellResponsibles({ tx, system, request, now }, today)
    return request
  })
}

/** With which the person follows it; made again from the key, so only its hash is stored. */
export function requestSecret({ secrets }: Pick<System, 'secrets'>, requestId: string): string {
  return trackingToken(secrets.keyFor('data-requests'), requestId)
}

function requestNumberOf(code: string, year: number, number: number): string {
  return `${code}-DP-${year}-${String(number).padStart(4, '0')}`
}

function newRequest(asked: RequestToFile, requestNumber: string, now: Date): DataRequest {
  return {
    administrationId: asked.administrationId,
    requestId: randomUUID(),
    requestNumber,
    right: asked.right,
    state: 'received',
    proof: asked.proof,
    filedBy: asked.filedBy,
    filedAt: now,
    language: asked.language,
    personName: asked.personName,
    email: asked.email,
    details: asked.details,
    answer: '',
    rule: null,
    dueOn: null,
    extendedBy: null,
    proofAskedOn: null,
    proofDueOn: null,
    provenOn: null,
    answeredAt: null,
    effectiveDueOn: null,
    effectiveAt: null,
    erasedOn: null,
    version: 1,
  }
}
