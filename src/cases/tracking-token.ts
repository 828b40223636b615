import { createHash, createHmac } from 'node:crypto'

/** Without I, L, O and U, which are misheard or misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TOKEN_BYTES = 10

/**
 * The secret with which a person follows a case: 80 bits that belong to its id, in four groups of four.
 * It can be made again from the key, so only its hash is stored.
 */
export function trackingToken(key: Buffer, caseId: string): string {
  const bits = createHmac('sha256', key).update(caseId).digest().subarray(0, TOKEN_BYTES)
  const letters = base32(bits)
  return letters.match(/.{4}/g)?.join('-') ?? letters
}

/** What is stored: of the token as typed by a person, in any grouping and case. */
export function hashTrackingToken(token: string): Buffer {
  return createHash('sha256').update(normaliseTrackingToken(token)).digest()
}

export function normaliseTrackingToken(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

function base32(bytes: Buffer): string {
  let value = 0n
  for (const byte of bytes) value = (value << 8n) | BigInt(byte)
  let text = ''
  for (let shift = bytes.length * 8 - 5; shift >= 0; shift -= 5) {
    text += ALPHABET[Number((value >> BigInt(shift)) & 31n)]
  }
  return text
}
