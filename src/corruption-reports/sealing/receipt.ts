import { bind } from './bind.ts'
import { bytesOfText, type Random } from './bytes.ts'
import { derive, sha256 } from './derive.ts'
import { type BoxKeys, boxKeysOf } from '../../platform/hpke/index.ts'
import { indexesOf, fromIndexes } from './word-bits.ts'
import { receiptByteLength } from './words.ts'

/** What the ten words give, and only they. Nothing here but `auth` ever goes to the server. */
export interface Receipt {
  auth: Uint8Array
  selfKey: Uint8Array
  mailbox: BoxKeys
  opening: Uint8Array
}

export function newReceiptBits(random: Random): Uint8Array {
  return firstBits(random(receiptByteLength))
}

export function deriveReceipt(bits: Uint8Array, administrationId: string): Receipt {
  const root = derive(bits, 'receipt', { salt: bytesOfText(administrationId) })
  return {
    auth: derive(root, 'auth'),
    selfKey: derive(root, 'self'),
    mailbox: boxKeysOf(derive(root, 'mailbox')),
    opening: derive(root, 'open'),
  }
}

/** What the server keeps of `auth`: it finds the report, and makes sending twice harmless. */
export function authHash(auth: Uint8Array): Uint8Array {
  return sha256(auth)
}

/** For who sends without JavaScript: the same key and body give the same receipt, for two days. */
export function receiptFrom(
  dayPepper: Uint8Array,
  idempotencyKey: string,
  bodyHash: Uint8Array,
): Uint8Array {
  const salt = bind(idempotencyKey, bodyHash)
  return firstBits(derive(dayPepper, 'receipt-of-day', { length: receiptByteLength, salt }))
}

function firstBits(bytes: Uint8Array): Uint8Array {
  return fromIndexes(indexesOf(bytes, 9), receiptByteLength)
}
