const FIRST_MS = 2_000
export const LONGEST_PAUSE_MS = 5 * 60_000
const LONGEST_ASKED_MS = 60 * 60_000

/**
 * How long to wait after so many failures in a row: twice as long each time, with chance in it so that
 * tablets which lost the network together do not come back together, and never less than was asked for.
 */
export function pauseAfter(failures: number, chance: number, askedMs = 0): number {
  const grown = Math.min(LONGEST_PAUSE_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  const pause = Math.min(LONGEST_PAUSE_MS, grown * (0.75 + chance / 2))
  return Math.max(pause, Math.min(askedMs, LONGEST_ASKED_MS))
}

/** `Retry-After` as seconds or as a date; 0 when it says nothing. */
export function askedPause(header: string | null, now: Date): number {
  if (header === null) return 0
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000
  const until = Date.parse(header)
  return Number.isNaN(until) ? 0 : Math.max(0, until - now.getTime())
}
