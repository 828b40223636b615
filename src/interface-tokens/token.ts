import { createHash, randomBytes } from 'node:crypto'

/** What a token lets another system do. */
export const TOKEN_SCOPES = ['attentions', 'filings'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

const PREFIX = 'la_'
const WELL_FORMED = /^la_[\w-]{43}$/

/** 256 random bits, so that its hash needs no salt; the prefix lets scanners of secrets find it. */
export function newToken(): string {
  return PREFIX + randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** From `Authorization: Bearer …`; null when there is none that could be one. */
export function tokenIn(header: string | undefined): string | null {
  const [, token = ''] = /^Bearer (\S+)$/i.exec(header ?? '') ?? []
  return WELL_FORMED.test(token) ? token : null
}
