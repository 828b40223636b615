import { createHmac, randomInt } from 'node:crypto'
import type { Secrets } from '../../platform/secrets.ts'

const howMany = 10
// without what looks alike on paper: 0 o 1 l i
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 3
const groupLength = 4

/** For who has lost the telephone: each opens once; 59 bits. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, makeCode)
}

function makeCode(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** Capitals, spaces and strokes do not matter. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return bare(typed).length === groups * groupLength
}

/** With so many bits a fast hash is enough; its key stands outside the database. */
export function hashRecoveryCode(secrets: Secrets, accountId: string, code: string): Buffer {
  const key = secrets.keyFor('second-factor recovery codes')
  return createHmac('sha256', key)
    .update(`${accountId} ${bare(code)}`)
    .digest()
}

function bare(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]/g, '')
}
