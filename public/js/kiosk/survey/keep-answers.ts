import { sealSurvey } from '../../../../src/channels/devices/sealing/index.ts'
import { readBase64url, toBase64url } from '../../../../src/platform/hpke/index.ts'
import type { Setup } from '../device/setup.ts'
import { answerOf, write } from '../storage/database.ts'

/** Sealed, and tied to nothing but the campaign. */
export interface KeptAnswers {
  id: string
  madeAt: string
  keyId: string
  sealed: string
}

/** Keeps what somebody answered until it is sent; only the server opens it. */
export async function keepAnswers(
  database: IDBDatabase,
  { device, key }: Setup,
  told: { campaign: string; answers: Readonly<Record<string, string>> },
  madeAt: Date,
): Promise<void> {
  const receiver = readBase64url(key.publicKey)
  if (!receiver) throw new Error('The key of the administration cannot be read')
  const id = crypto.randomUUID()
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const sealed = sealSurvey(receiver, { deviceId: device.id, id }, { v: 1, ...told }, random)
  const kept = { id, madeAt: madeAt.toISOString(), keyId: key.id, sealed: toBase64url(sealed) }
  await write(database, ['answers'], (transaction) => {
    transaction.objectStore('answers').add(kept satisfies KeptAnswers)
  })
}

export function listAnswers(database: IDBDatabase): Promise<KeptAnswers[]> {
  const store = database.transaction('answers').objectStore('answers')
  return answerOf(store.getAll() as IDBRequest<KeptAnswers[]>)
}

export function forgetAnswers(database: IDBDatabase, id: string): Promise<void> {
  return write(database, ['answers'], (transaction) => {
    transaction.objectStore('answers').delete(id)
  })
}
