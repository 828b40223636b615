import { hkdfSync } from 'node:crypto'
import { boxWith, unboxWith } from '../shred/box.ts'
import type { DayPeppers } from '../shred/day-peppers.ts'

const MINUTES_30 = 30 * 60_000
const PLACE = 'return-token'
const TIME_BYTES = 8

/**
 * Stands for the ten words in a hidden field of the next form, for half an hour. Nothing of it is kept
 * here: it opens with a key made of the day's pepper, which is destroyed.
 */
export function issueReturnToken(peppers: DayPeppers, bits: Uint8Array, now: Date): string {
  const until = Buffer.alloc(TIME_BYTES)
  until.writeBigUInt64BE(BigInt(now.getTime() + MINUTES_30))
  const content = Buffer.concat([until, bits])
  return boxWith(keyFrom(peppers.today(now)), PLACE, content).toString('base64url')
}

/** Null when it is over, or none of ours. */
export function openReturnToken(peppers: DayPeppers, token: string, now: Date): Uint8Array | null {
  const boxed = Buffer.from(token, 'base64url')
  for (const pepper of peppers.recent(now)) {
    const content = tryOpen(keyFrom(pepper), boxed)
    if (!content) continue
    const isOver = content.readBigUInt64BE(0) < BigInt(now.getTime())
    return isOver ? null : new Uint8Array(content.subarray(TIME_BYTES))
  }
  return null
}

function tryOpen(key: Uint8Array, boxed: Buffer): Buffer | null {
  try {
    return unboxWith(key, PLACE, boxed)
  } catch {
    // whatever does not open is no token of ours
    return null
  }
}

function keyFrom(pepper: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pepper, '', 'libro-abierto/1/return-token', 32))
}
