/** After so long without a click the person signs in again; what was typed is kept. */
export const idleMinutes = 30
/** However busy. */
export const longestHours = 12
/** A click within this long of the last one writes nothing. */
export const seenEverySeconds = 60

export interface SessionTimes {
  lastSeenAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

export function isLive(session: SessionTimes, now: Date): boolean {
  const idleSince = now.getTime() - session.lastSeenAt.getTime()
  return session.revokedAt === null && now < session.expiresAt && idleSince < idleMinutes * 60_000
}

export function sessionEnd(startedAt: Date): Date {
  return new Date(startedAt.getTime() + longestHours * 3_600_000)
}

export function isSeenLongAgo(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= seenEverySeconds * 1000
}
