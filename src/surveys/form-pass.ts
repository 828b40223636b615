import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** What one form of the survey is sent with: made by us, short-lived, good once; it names nobody. */
export interface FormPass {
  responseId: string
  expiresAt: Date
}

const LIFETIME_MS = 2 * 3_600_000

export function newPass(key: Buffer, campaignId: string, now: Date): string {
  const expires = now.getTime() + LIFETIME_MS
  const what = `${randomUUID()}.${expires.toString(36)}`
  return `${what}.${sign(key, campaignId, what)}`
}

/** Null: not ours, of another campaign, or too old. */
export function readPass(
  key: Buffer,
  campaignId: string,
  pass: string,
  now: Date,
): FormPass | null {
  const [responseId = '', expires = '', signature = ''] = pass.split('.')
  const right = Buffer.from(sign(key, campaignId, `${responseId}.${expires}`))
  const given = Buffer.from(signature)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  const expiresAt = new Date(parseInt(expires, 36))
  return expiresAt > now ? { responseId, expiresAt } : null
}

/** As it is kept until it would have expired. */
export function passHash({ responseId }: FormPass): Buffer {
  return createHash('sha256').update(responseId).digest()
}

function sign(key: Buffer, campaignId: string, what: string): string {
  return createHmac('sha256', key).update(`${campaignId}.${what}`).digest('base64url')
}
