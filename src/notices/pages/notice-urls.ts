export type Decision = 'resent' | 'received' | 'aside'

const LAST: Readonly<Record<Decision, string>> = {
  resent: 'envio',
  received: 'recepcion',
  aside: 'descarte',
}

export function noticesUrl(slug: string, done?: Decision): string {
  return `/personal/${slug}/avisos${done ? `?hecho=${LAST[done]}` : ''}`
}

export function decisionUrl(slug: string, noticeId: string, decision: Decision): string {
  return `${noticesUrl(slug)}/${noticeId}/${LAST[decision]}`
}

/** What was done, as the address says it after a form was sent. */
export function decisionIn(value: unknown): Decision | null {
  const found = (Object.keys(LAST) as Decision[]).find((decision) => LAST[decision] === value)
  return found ?? null
}
