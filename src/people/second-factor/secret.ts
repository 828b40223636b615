import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Secrets } from '../../platform/secrets.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const nonceBytes = 12
const tagBytes = 16

/** 160 bits, as RFC 4226 advises. */
export function makeSecret(): Buffer {
  return randomBytes(20)
}

/** As people type it into their app: base32, RFC 4648. */
export function spellSecret(secret: Buffer): string {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** What the square picture says to the app. */
export function secretAddress(secret: Buffer, account: { email: string; issuer: string }): string {
  const label = `${encodeURIComponent(account.issuer)}:${encodeURIComponent(account.email)}`
  const issuer = encodeURIComponent(account.issuer)
  return `otpauth://totp/${label}?secret=${spellSecret(secret)}&issuer=${issuer}`
}

/** Whoever copies the database has no code from it, nor can move a secret to another account. */
export function boxSecret(secrets: Secrets, accountId: string, secret: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets), nonce)
  cipher.setAAD(Buffer.from(accountId))
  const box = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, box, cipher.getAuthTag()])
}

export function openSecret(secrets: Secrets, accountId: string, box: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secrets), box.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(accountId))
  decipher.setAuthTag(box.subarray(-tagBytes))
  return Buffer.concat([decipher.update(box.subarray(nonceBytes, -tagBytes)), decipher.final()])
}

function keyOf(secrets: Secrets): Buffer {
  return secrets.keyFor('second-factor')
}
