import { formatDate, formatDateTime } from '../platform/i18n/index.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { Email } from './email.ts'
import { wordedBy, type LetterWords } from './letter-words.ts'
import { renderLetter } from './letter-views.ts'
import type { Letterhead } from './letterhead.ts'

export interface ComposedLetter {
  subject: string
  html: string
  text: string
}

/** The same letter as page and as plain text, complete in both, in one language and perhaps in own words. */
export function composeLetter<Model extends object>(
  email: Email<Model>,
  model: Model,
  letterhead: Letterhead,
  language: string,
  words: LetterWords = {},
): ComposedLetter {
  const t = wordedBy(email.texts, words, language)
  const subject = email.subject(t, model)
  const values = {
    ...model,
    subject,
    letterhead,
    lang: language,
    t,
    formatDate: (date: PlainDate) => formatDate(date, language),
    formatDateTime: (at: Date) => formatDateTime(at, language, letterhead.timeZone),
    paragraphs,
  }
  return {
    subject,
    html: renderLetter(email.view, 'html', values),
    text: tidy(renderLetter(email.view, 'text', values)),
  }
}

/** What a person wrote, by paragraphs; single line breaks stay within. */
function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

function tidy(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
