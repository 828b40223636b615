import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { FairTurns } from './fair-turns.ts'

/** The smallest argon2id that OWASP accepts: 19 MiB, two passes, one lane. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** With one that makes and two that compare, one of Node's four threads stays free for files. */
const making = new FairTurns({ atOnce: 1, longestQueue: 1000 })
const comparing = new FairTurns({ atOnce: 2, longestQueue: 20 })

export function hashPassword(password: string): Promise<string> {
  return making.take('', () => hash(password.normalize('NFKC'), strength))
}

/** `asker`: whose turn it is, so that nobody's flood holds up the others. */
export function isPassword(
  password: string,
  passwordHash: string,
  asker: string,
): Promise<boolean> {
  return comparing.take(asker, () => verify(passwordHash, password.normalize('NFKC')))
}

/** The hash of nobody's password: comparing with it takes as long as with somebody's. */
export const nobodysHash = await hash(String(randomInt(2 ** 47)), strength)

// without what looks alike on paper: 0 o 1 l i
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Handed over once, to be changed at the first sign-in; 79 bits. */
export function makeOneTimePassword(): string {
  const letter = () => letters[randomInt(letters.length)]
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, letter).join('')).join('-')
}
