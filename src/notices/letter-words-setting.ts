import { z } from 'zod'
import { NotAllowed } from '../platform/errors.ts'
import { isLanguage, translator } from '../platform/i18n/index.ts'
import type { Role } from '../people/index.ts'
import type { Setting } from '../settings/index.ts'
import { findEmail } from './email.ts'
import { findWords, insertWords, type LetterKey } from './letter-words-store.ts'
import { originalWords, type LetterWords } from './letter-words.ts'

export const keepersOfWords: readonly Role[] = [
  'system_admin',
  'claims_manager',
  'deputy_claims_manager',
]

const wordsShape = z.object({
  template: z.string(),
  language: z.string(),
  words: z.record(z.string(), z.string()),
})

/** The words of one letter in one language. */
export interface WordedLetter extends LetterKey {
  words: LetterWords
}

/** What is written is said by letters queued from then on. */
export const letterWordsSetting: Setting<WordedLetter> = {
  subject: 'letter_words',
  text: 'notices.words.one',
  roles: keepersOfWords,
  schema: wordsShape,
  async find(db, administrationId, id) {
    const key = readLetterId(id)
    if (key === null) return null
    return { ...key, words: await findWords(db, administrationId, key) }
  },
  async write(tx, { administrationId, at }, _id, letter) {
    if (letter === null) throw new NotAllowed()
    await insertWords(tx, administrationId, letter, letter.words, at)
  },
  say({ template, language, words }, { t }) {
    const email = findEmail(template)?.email
    const original = originalWords(email?.texts ?? '', language)
    const called = translator(language)('layout.language_name')
    return {
      name: `${email?.name(t) ?? template} (${called})`,
      facts: Object.entries(original).map(([key, text]) => ({
        label: text,
        text: words[key] ?? text,
      })),
    }
  },
}

export function letterId({ template, language }: LetterKey): string {
  return `${template}.${language}`
}

/** Null: no letter whose words can be changed. */
function readLetterId(id: string): LetterKey | null {
  const [template = '', language] = id.split('.')
  const isOne = findEmail(template)?.email.texts !== undefined && isLanguage(language)
  return isOne ? { template, language } : null
}
