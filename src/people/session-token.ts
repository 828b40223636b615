import { createHash, randomBytes } from 'node:crypto'

const WELL_FORMED = /^[\w-]{43}$/

/** 256 bits that only the person's browser holds. */
export function makeSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

export function isSessionToken(text: unknown): text is string {
  return typeof text === 'string' && WELL_FORMED.test(text)
}

/** What is stored: from it nobody can make the cookie. */
export function hashSessionToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
