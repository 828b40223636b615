import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesOfText } from './bytes.ts'

export { sha256 }

/** What every info begins with: a key made for one purpose is never another's. */
export function purposeBytes(purpose: string): Uint8Array {
  return bytesOfText(`libro-abierto/1/${purpose}`)
}

export function derive(
  secret: Uint8Array,
  purpose: string,
  { length = 32, salt }: { length?: number; salt?: Uint8Array } = {},
): Uint8Array {
  return hkdf(sha256, secret, salt, purposeBytes(purpose), length)
}
