import { bind } from './bind.ts'
import { sha256 } from './derive.ts'

/** Thirty digits in groups of five, each from five bytes: to be compared by people with a poster. */
export function fingerprintOf(foundingHash: Uint8Array): string {
  const hash = sha256(bind('fingerprint', foundingHash))
  return Array.from({ length: 6 }, (_, group) => {
    const number = hash
      .subarray(group * 5, group * 5 + 5)
      .reduce((sum, byte) => sum * 256 + byte, 0)
    return String(number % 100_000).padStart(5, '0')
  }).join(' ')
}
