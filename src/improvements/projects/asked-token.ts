import { createHmac, timingSafeEqual } from 'node:crypto'
import type { System } from '../../system.ts'

/** What the link of somebody who was asked carries: which asking it is, and our signature under it. */
export function askedToken({ secrets }: Pick<System, 'secrets'>, askedId: string): string {
  const id = Buffer.from(askedId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, signatureOf(secrets.keyFor('project-asked'), id)]).toString('base64url')
}

/** The id in a link that we signed; null for any other. */
export function readAskedToken({ secrets }: Pick<System, 'secrets'>, token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const [id, signature] = [bytes.subarray(0, 16), bytes.subarray(16)]
  const expected = signatureOf(secrets.keyFor('project-asked'), id)
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null
  const hex = id.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

function signatureOf(key: Buffer, id: Buffer): Buffer {
  return createHmac('sha256', key).update(id).digest().subarray(0, 16)
}
