import { readBase64url } from '../../platform/hpke/index.ts'
import { Refused } from './refused.ts'

export { toBase64url } from '../../platform/hpke/index.ts'

/** One text for each list of bytes: stray bits, signs and lengths are refused. */
export function fromBase64url(text: string, length?: number): Uint8Array {
  const bytes = readBase64url(text)
  if (bytes === null || (length !== undefined && bytes.length !== length)) {
    throw new Refused('format')
  }
  return bytes
}
