import type { Failure } from './notice.ts'

const MINUTE_MS = 60_000

/** Growing pauses, in minutes, that together make three days. */
export const PAUSES = [1, 4, 15, 40, 120, 180, 360, 720, 720, 720, 720, 720] as const

/** Trying again cannot help: the address or the letter itself was refused for good. */
const FINAL: readonly Failure[] = ['address_rejected', 'letter_rejected']

/** The server serves nobody now: the letters behind this one need not knock too. */
const CONCERNS_ALL: readonly Failure[] = ['server_unreachable', 'server_refused']

/** Longer than one delivery can last: whoever took the letter is gone. */
const ABANDONED_AFTER_MS = 10 * MINUTE_MS

/** When to try again after so many attempts; null: never, the letter failed. */
export function nextAttemptAt(failure: Failure, attempts: number, now: Date): Date | null {
  if (FINAL.includes(failure)) return null
  const pause = PAUSES[attempts - 1]
  return pause === undefined ? null : new Date(now.getTime() + pause * MINUTE_MS)
}

export function concernsAllLetters(failure: Failure): boolean {
  return CONCERNS_ALL.includes(failure)
}

/** What has been `sending` since before this instant was left behind by a process that died. */
export function abandonedBefore(now: Date): Date {
  return new Date(now.getTime() - ABANDONED_AFTER_MS)
}
