import type { Request, Response } from 'express'
import { openStaffVisit, type StaffVisit } from '../../people/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { isLanguage } from '../../platform/i18n/index.ts'
import { typedIn } from '../../platform/web/index.ts'
import { lastVersion } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { findEmail, type Email } from '../email.ts'
import { letterId, letterWordsSetting } from '../letter-words-setting.ts'
import { findWords, type LetterKey } from '../letter-words-store.ts'
import { originalWords, type LetterWords } from '../letter-words.ts'

/** One letter in one language, as its words come and as they are here. */
export interface WordsRoom extends StaffVisit {
  email: Email<object>
  key: LetterKey
  original: LetterWords
  words: LetterWords
  version: number
}

export async function enterWords(
  system: System,
  request: Request,
  response: Response,
): Promise<WordsRoom> {
  const visit = await openStaffVisit(system, response)
  const { administrationId } = visit.deed
  const { template, language } = request.params
  const email = typeof template === 'string' ? findEmail(template)?.email : undefined
  if (!email?.texts || !isLanguage(language)) throw new NotFound()
  const key = { template: email.template, language }
  return {
    ...visit,
    email,
    key,
    original: originalWords(email.texts, language),
    words: await findWords(system.db, administrationId, key),
    version: await lastVersion(
      system.db,
      administrationId,
      letterWordsSetting.subject,
      letterId(key),
    ),
  }
}

const MOST = 1000

/** All the words of the form, those that it does not send as they come. */
export function typedWords(request: Request, { original }: WordsRoom): LetterWords {
  const typed = typedIn(request)
  const sent = Object.keys((request.body ?? {}) as object)
  const entries = Object.keys(original).flatMap((key): [string, string][] => {
    const text = typed(key).replace(/\s+/g, ' ').trim().slice(0, MOST)
    return sent.includes(key) ? [[key, text]] : []
  })
  return { ...original, ...Object.fromEntries(entries) }
}
