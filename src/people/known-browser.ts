import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const MOST_ACCOUNTS = 12
const ID = /^[\w-]{22}$/
const TAG_LENGTH = 16

/**
 * A browser in which the owner of an account has signed in before carries a tag for it. Guessing
 * from elsewhere then never locks the owner out: that browser has a count of its own. Counters of
 * an office share one browser, hence several accounts.
 */
export interface KnownBrowser {
  id: string
  tags: readonly string[]
}

export function readKnownBrowser(cookie: unknown): KnownBrowser | null {
  if (typeof cookie !== 'string') return null
  const [id = '', ...tags] = cookie.split('.')
  if (!ID.test(id) || tags.length > MOST_ACCOUNTS) return null
  return { id, tags }
}

export function knows(browser: KnownBrowser | null, secret: Buffer, accountId: string): boolean {
  if (!browser) return false
  const expected = Buffer.from(tagOf(browser.id, secret, accountId))
  return browser.tags.some((tag) => {
    const given = Buffer.from(tag)
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

/** The cookie of the browser once this account has signed in there; the oldest is forgotten. */
export function remember(browser: KnownBrowser | null, secret: Buffer, accountId: string): string {
  const id = browser?.id ?? randomBytes(16).toString('base64url')
  const tag = tagOf(id, secret, accountId)
  const others = (browser?.tags ?? []).filter((each) => each !== tag)
  return [id, ...others.slice(-(MOST_ACCOUNTS - 1)), tag].join('.')
}

function tagOf(id: string, secret: Buffer, accountId: string): string {
  const mac = createHmac('sha256', secret).update(`${id} ${accountId}`).digest('base64url')
  return mac.slice(0, TAG_LENGTH)
}
