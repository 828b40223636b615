import type { Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { queueNotice } from '../notices/index.ts'
import { listContacts, listHolders } from '../people/index.ts'
import type { System } from '../system.ts'
import type { DataRequest } from './data-request.ts'
import { DATA_REQUEST_MOVED, DATA_REQUEST_WAITS } from './emails/letter-names.ts'

/** Who is told of a request: queued in the transaction of what happened, sent later. */

export interface Telling {
  tx: Tx
  system: Pick<System, 'jobs'>
  request: DataRequest
  now: Date
}

/** Where they left an address; everybody sees it where the request is followed. */
export async function tellPerson({ tx, system, request, now }: Telling): Promise<void> {
  if (request.email === null) return
  const { administrationId, requestId, state, language } = request
  const to = { recipient: 'person' as const }
  const details = { requestId, state }
  await queueNotice(
    tx,
    system.jobs,
    { administrationId, template: DATA_REQUEST_MOVED, to, language, details },
    now,
  )
}

export async function tellResponsibles(
  { tx, system, request, now }: Telling,
  today: PlainDate,
): Promise<void> {
  const { administrationId, requestId } = request
  const holders = await listHolders(tx, ['claims_manager'], { administrationId }, today)
  for (const { accountId, language } of await listContacts(tx, holders)) {
    const to = { recipient: 'account' as const, accountId }
    const notice = { administrationId, template: DATA_REQUEST_WAITS, to, language }
    await queueNotice(tx, system.jobs, { ...notice, details: { requestId } }, now)
  }
}
