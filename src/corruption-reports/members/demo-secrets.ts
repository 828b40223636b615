import { createHash } from 'node:crypto'
import { codeOfStep, spellSecret, stepAt } from '../../people/index.ts'
import { newPassphrase } from '../sealing/index.ts'
import { spanishWords } from '../sealing/spanish-words.ts'

/** Known to everybody, as the demonstration's passwords are: the same at every start, so that they can be told. */
export function demoSecondFactor(email: string): Buffer {
  return knownBytes('second factor', email).subarray(0, 20)
}

export function demoWords(email: string): string[] {
  return newPassphrase((length) => knownBytes('words', email).subarray(0, length), spanishWords)
}

function knownBytes(what: string, email: string): Buffer {
  return createHash('sha256').update(`libro-abierto-demo ${what} ${email}`).digest()
}

/** As they are printed at start. */
export function demoSecrets(email: string): { spelled: string; words: readonly string[] } {
  return { spelled: spellSecret(demoSecondFactor(email)), words: demoWords(email) }
}

/** What an app would show now, for who has none. */
export function demoCode(email: string, now: Date): string {
  return codeOfStep(demoSecondFactor(email), stepAt(now))
}
