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
  return leadingZeros(sha256(messageOf(challenge, answer))) >= bits
}

/** Tries so many numbers from `from` on; null when none of them will do. */
export function tryWork(
  challenge: Uint8Array,
  bits: number,
  { from, tries }: { from: number; tries: number },
): number | null {
  // only the last four bytes change: a large file takes millions of tries, also on a slow telephone
  const message = messageOf(challenge, from)
  const number = new DataView(message.buffer, message.byteOffset + message.length - 4)
  for (let answer = from; answer < from + tries; answer++) {
    number.setUint32(0, answer)
    if (leadingZeros(sha256(message)) >= bits) return answer
  }
  return null
}

function messageOf(challenge: Uint8Array, answer: number): Uint8Array {
  return bind('work', challenge, fourBytes(answer))
}

function leadingZeros(hash: Uint8Array): number {
  const at = hash.findIndex((byte) => byte !== 0)
  return at === -1 ? 256 : at * 8 + Math.clz32(hash[at] ?? 0) - 24
}
