import { createHmac, timingSafeEqual } from 'node:crypto'
import { bind, isWorkDone, workBits } from '../sealing/index.ts'

/** What a challenge is for: one file of one size. Another file needs another. */
export interface WorkFor {
  uploadId: Uint8Array
  bytes: number
}

const HALF_AN_HOUR_MS = 30 * 60_000
const TIME_BYTES = 8

/** Nothing is kept of it: the day's pepper says whether it is one of ours. */
export function issueChallenge(pepper: Uint8Array, work: WorkFor, now: Date): Buffer {
  const until = Buffer.alloc(TIME_BYTES)
  until.writeBigUInt64BE(BigInt(now.getTime() + HALF_AN_HOUR_MS))
  return Buffer.concat([until, markOf(pepper, work, until)])
}

export function isAnswered(
  peppers: readonly Uint8Array[],
  work: WorkFor,
  { challenge, answer }: { challenge: Uint8Array; answer: number },
  now: Date,
): boolean {
  const given = Buffer.from(challenge)
  const until = given.subarray(0, TIME_BYTES)
  if (until.length < TIME_BYTES || until.readBigUInt64BE(0) < BigInt(now.getTime())) return false
  const isOurs = peppers.some((pepper) => {
    const mark = markOf(pepper, work, until)
    const rest = given.subarray(TIME_BYTES)
    return rest.length === mark.length && timingSafeEqual(rest, mark)
  })
  return isOurs && isWorkDone(challenge, workBits(work.bytes), answer)
}

function markOf(pepper: Uint8Array, { uploadId, bytes }: WorkFor, until: Uint8Array): Buffer {
  const bound = bind('work-challenge', uploadId, bytes, until)
  return createHmac('sha256', pepper).update(bound).digest()
}
