import { createHash } from 'node:crypto'
import type { Random } from '../../platform/hpke/index.ts'

/** Without I, L, O and U: it is read from one screen and typed into another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const MINUTES = 15

/** `7K3Q-M2XA`: for one use within a quarter of an hour. */
export function newEnrolmentCode(random: Random): string {
  const code = lettersOf(random(LENGTH))
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** `T7K3`: not secret, told apart by people. */
export function newDeviceCode(random: Random): string {
  return `T${lettersOf(random(3))}`
}

export function codeExpiresAt(now: Date): Date {
  return new Date(now.getTime() + MINUTES * 60_000)
}

/** As typed: in any case and grouping, with the letters that people mistake for digits. */
export function hashEnrolmentCode(typed: string): Buffer {
  const code = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(`libro-abierto/device-code/1|${code}`).digest()
}

export function hashDeviceToken(token: string): Buffer {
  return createHash('sha256').update(`libro-abierto/device-token/1|${token}`).digest()
}

function lettersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS.charAt(byte & 31)).join('')
}
