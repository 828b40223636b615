import { formatDateTime, type T } from '../../platform/i18n/index.ts'
import type { Session } from '../session-store.ts'

export interface SessionRow {
  sessionId: string
  browser: string
  started: string
  lastSeen: string
  /** The one in use ends by "sign out". */
  current: boolean
}

export function sessionRows(
  sessions: readonly Session[],
  { t, lang, sessionId, timeZone }: { t: T; lang: string; sessionId: string; timeZone: string },
): SessionRow[] {
  return sessions.map((session) => ({
    sessionId: session.sessionId,
    browser: session.browser || t('people.my_account.unknown_browser'),
    started: formatDateTime(session.startedAt, lang, timeZone),
    lastSeen: formatDateTime(session.lastSeenAt, lang, timeZone),
    current: session.sessionId === sessionId,
  }))
}
