/** Letters, digits, dots and hyphens: nothing that would mean more than one host in a content policy. */
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/
const LONGEST = 200

/**
 * The origin of a page of the office, from its address as people copy it; null when the form may not be
 * shown there: only over TLS, never on our own pages, where a frame could only deceive.
 */
export function readOrigin(typed: string, ourOrigin: string): string | null {
  const text = typed.trim()
  if (text === '' || text.length > LONGEST) return null
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return null
  const address = new URL(whole)
  if (address.protocol !== 'https:' || address.username || address.password) return null
  if (!HOST.test(address.hostname) || !address.hostname.includes('.')) return null
  return address.origin === ourOrigin ? null : address.origin
}

/** The policy of a page, changed in nothing but who may show it in a frame. */
export function allowFraming(policy: string, origins: readonly string[]): string {
  return policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`)
}
