import type { System } from '../../system.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { NotAllowed, WrongState } from '../../platform/errors.ts'
import { getBookRulesById, type BookRules } from '../../administrations/index.ts'
import { listEvents, type Json } from '../../ledger/index.ts'
import { getRegimeVersion, type RegimeFile } from '../../regimes/index.ts'
import { transitionOf, type CaseAction } from '../case-states.ts'
import type { ContentKind } from '../case-tables.ts'
import { lockCase, type CaseRef, type LockedCase } from '../case-store.ts'
import { newContent, type NewContent } from '../content-store.ts'
import { isOpenToPersons, isPossibleFor } from '../person-policy.ts'
import { moveCase, type Step } from './move-case.ts'

/** Which case, and which form of theirs: sent twice, it counts once. */
export interface PersonRequest extends CaseRef {
  sendingId?: string
}

export interface PersonStepContext {
  tx: Tx
  system: System
  item: LockedCase
  book: BookRules
  regime: RegimeFile
  today: string
  now: Date
  write(kind: ContentKind, body: string): NewContent
}

/** A step of the person of the case, whole. The page has already matched number and secret. */
export async function takePersonStep(
  system: System,
  request: PersonRequest,
  action: CaseAction,
  now: Date,
  prepare: (context: PersonStepContext) => Promise<Omit<Step, 'action' | 'actor' | 'now'>>,
): Promise<LockedCase> {
  const book = await getBookRulesById(system, request.administrationId, now)
  const today = localDate(now, book.administration.timeZone)
  return inTransaction(system.db, async (tx) => {
    const item = await lockCase(tx, request)
    if (await wasTaken(tx, item, action, request)) return item
    const regime = await getRegimeVersion(tx, item.regimeCode, item.regimeVersion)
    if (!isOpenToPersons(regime, action, item.kind, today)) throw new NotAllowed()
    if (!isPossibleFor(item, action)) throw new WrongState()
    const about = {
      administrationId: item.administrationId,
      caseId: item.caseId,
      accountId: null,
      now,
    }
    const write = (kind: ContentKind, body: string) => newContent(about, kind, body)
    const step = await prepare({ tx, system, item, book, regime, today, now, write })
    const details = { ...step.details, ...sendingDetails(request) }
    return moveCase(tx, item, { ...step, details, action, actor: { as: 'person' }, now })
  })
}

function sendingDetails({ sendingId }: PersonRequest): Readonly<Record<string, Json>> {
  return sendingId === undefined ? {} : { sendingId }
}

/** The same form came before: its button was pressed twice, or the answer to it got lost. */
async function wasTaken(
  tx: Tx,
  { administrationId, caseId }: LockedCase,
  action: CaseAction,
  { sendingId }: PersonRequest,
): Promise<boolean> {
  if (sendingId === undefined) return false
  const { event } = transitionOf(action)
  const events = await listEvents(tx, administrationId, caseId)
  return events.some((one) => one.event === event && one.details['sendingId'] === sendingId)
}
