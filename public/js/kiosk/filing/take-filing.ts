import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import {
  newPrintedToken,
  provisionalNumber,
  sealFile,
  sealFiling,
} from '../../../../src/channels/devices/sealing/index.ts'
import { readBase64url, toBase64url, type Random } from '../../../../src/platform/hpke/index.ts'
import type { QueuedItem } from '../queue/queue-store.ts'
import { recall } from '../storage/device-memory.ts'
import { enqueue } from '../storage/filing-queue.ts'
import { composeFiling } from './compose-filing.ts'
import type { Visit } from './draft.ts'

/** What the person takes along. */
export interface ProvisionalReceipt {
  id: string
  number: string
  secret: string
  madeAt: Date
}

interface Sealed {
  item: QueuedItem
  files: readonly Uint8Array[]
  receipt: ProvisionalReceipt
}

const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))
const MOST_TRIES = 5

/** Seals what was told and puts it in the queue; the receipt exists only once that is on the disk. */
export async function takeFiling(
  database: IDBDatabase,
  visit: Visit,
  madeAt: Date,
): Promise<ProvisionalReceipt> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const last = (await recall(database, 'sequence')) ?? 0
    const { item, files, receipt } = seal(visit, last + 1, madeAt)
    if (await enqueue(database, item, { files, day: visit.today })) return receipt
  }
  throw new Error('Another window takes every number first')
}

function seal(visit: Visit, sequence: number, madeAt: Date): Sealed {
  const { device, administration, key } = visit.setup
  const receiver = readBase64url(key.publicKey)
  if (!receiver) throw new Error('The key of the administration cannot be read')
  const id = crypto.randomUUID()
  const about = { deviceId: device.id, id }
  const number = provisionalNumber(administration.bookCode, device.code, sequence)
  const secret = newPrintedToken(random)
  const filing = {
    v: 1 as const,
    filing: composeFiling(visit),
    trackingToken: secret,
    provisionalNumber: number,
    madeAt: madeAt.toISOString(),
    files: visit.draft.photos.map(({ name }, at) => ({ n: at + 1, name, mediaType: 'image/jpeg' })),
  }
  const files = visit.draft.photos.map(({ bytes }, at) =>
    sealFile(receiver, { ...about, n: at + 1 }, bytes, random),
  )
  const item: QueuedItem = {
    id,
    sequence,
    madeAt: madeAt.toISOString(),
    keyId: key.id,
    sealed: toBase64url(sealFiling(receiver, about, filing, random)),
    files: files.map((sealed, at) => ({
      n: at + 1,
      bytes: sealed.length,
      sha256: bytesToHex(sha256(sealed)),
    })),
  }
  return { item, files, receipt: { id, number, secret, madeAt } }
}
