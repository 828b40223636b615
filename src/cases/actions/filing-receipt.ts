import { createHash } from 'node:crypto'
import { Invalid } from '../../platform/errors.ts'
import { canonicalJson, getEvent } from '../../ledger/index.ts'
import type { System } from '../../system.ts'
import { findFiled, type Filed } from '../filing-store.ts'
import type { FilingInput } from '../filing.ts'
import { trackingToken } from '../tracking-token.ts'

export interface FilingReceipt {
  caseNumber: string
  trackingToken: string
  kind: string
  state: string
  registeredAt: Date
  dueOn: string | null
  /** False when the same filing had been taken before. */
  isNew: boolean
}

interface KeyedRequest {
  idempotencyKey: string
  filing: FilingInput
  alsoSaid?: Readonly<Record<string, string>>
}

export interface RequestKeys {
  idempotencyHash: Buffer
  requestHash: Buffer
}

/** Under which key a filing came, and what came under it: both as hashes. */
export function requestKeys({ idempotencyKey, filing, alsoSaid }: KeyedRequest): RequestKeys {
  const said = canonicalJson({ ...filing, ...alsoSaid })
  return { idempotencyHash: hashOf(idempotencyKey), requestHash: hashOf(said) }
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}

export type Receivable = Pick<Filed, 'caseId' | 'caseNumber' | 'kind' | 'registeredAt' | 'dueOn'>

/** As it was told the first time, whatever happened since. */
export async function receiptAgain(
  system: System,
  filed: Filed,
  requestHash: Buffer,
): Promise<FilingReceipt> {
  if (!filed.requestHash.equals(requestHash)) {
    throw new Invalid([{ field: 'Idempotency-Key', code: 'key_reused' }])
  }
  const first = await getEvent(system.db, filed.administrationId, filed.caseId, 1)
  const dueOn = typeof first.details['dueOn'] === 'string' ? first.details['dueOn'] : null
  return receiptOf(system, { ...filed, dueOn }, false)
}

export function receiptOf({ secrets }: System, filed: Receivable, isNew: boolean): FilingReceipt {
  const { caseNumber, kind, registeredAt, dueOn } = filed
  const token = trackingToken(secrets.keyFor('tracking-token'), filed.caseId)
  return { caseNumber, trackingToken: token, kind, state: 'registered', registeredAt, dueOn, isNew }
}

/** What was filed under a key, as it was told then; null: nothing was. */
export async function findReceipt(
  system: System,
  administrationId: string,
  idempotencyKey: string,
): Promise<FilingReceipt | null> {
  const filed = await findFiled(system.db, administrationId, hashOf(idempotencyKey))
  return filed && receiptAgain(system, filed, filed.requestHash)
}
