import { bind } from './bind.ts'
import { sha256 } from './derive.ts'
import { fourBytes } from './bytes.ts'

/**
 * What a file costs its sender: a number that is found only by trying. A text costs nothing. It keeps
 * floods slow without asking who somebody is.
 */
export function workBits(bytes: number): number {
  return 14 + Math.ceil(Math.log2(1 + bytes / (1024 * 1024)))
}

export function isWorkDone(challenge: Uint8Array, bits: number, answer: number): boolean {
  return leadingZeros(sha256(bind('work', challenge, fourBytes(answer)))) >= bits
}

/** Tries so many numbers from `from` on; null when none of them will do. */
export function tryWork(
  challenge: Uint8Array,
  bits: number,
  { from, tries }: { from: number; tries: number },
): number | null {
  for (let answer = from; answer < from + tries; answer++) {
    if (isWorkDone(challenge, bits, answer)) return answer
  }
  return null
}

function leadingZeros(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0)
  return at === -1 ? 256 : at * 8 + Math.clz32(hash[at] ?? 0) - 24
}
