const LONGEST = 1000

/** The page of the staff's side that was asked for, never another site's; null when it is none. */
export function safeReturn(address: unknown): string | null {
  if (typeof address !== 'string' || address.length > LONGEST) return null
  if (!/^\/personal(?:[/?]|$)/.test(address) || /[\\\p{Cc}]/u.test(address)) return null
  const url = new URL(address, 'http://here.invalid')
  const stays = url.host === 'here.invalid' && /^\/personal(?:\/|$)/.test(url.pathname)
  return stays ? url.pathname + url.search : null
}
