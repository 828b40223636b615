import type { Request, Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { translator } from '../../platform/i18n/index.ts'
import { escapeHtml, type Page } from '../../platform/web/index.ts'
import type { System } from '../../system.ts'
import { composeLetter } from '../compose-letter.ts'
import { getLetterhead } from '../letterhead.ts'
import { changedWords, wordsProblems, type LetterWords } from '../letter-words.ts'
import { enterWords, typedWords, type WordsRoom } from './words-room.ts'

/** The letter brings its own styles; nothing else is let in, and only our own page holds it. */
const LETTER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'"

/** The letter as it was kept, with invented data. */
export function showKept(system: System): Page {
  return async (request, response) => {
    const room = await enterWords(system, request, response)
    await send(system, room, room.words, request, response)
  }
}

/** The letter as it was typed: nothing is kept. */
export function showTyped(system: System): Page {
  return async (request, response) => {
    const room = await enterWords(system, request, response)
    const typed = typedWords(request, room)
    const problems = wordsProblems(room.original, typed)
    if (problems.length > 0) return sendProblems(room, problems, response)
    await send(system, room, changedWords(room.original, typed), request, response)
  }
}

async function send(
  system: System,
  { email, key, deed }: WordsRoom,
  words: LetterWords,
  request: Request,
  response: Response,
): Promise<void> {
  const { language } = key
  const letterhead = await getLetterhead(system, deed.administrationId)
  const sample = email.sample(translator(language))
  const { html, text, subject } = composeLetter(email, sample, letterhead, language, words)
  frame(response)
  if (asText(request)) response.type('text/plain').send(`${subject}\n\n${text}`)
  else response.type('html').send(html)
}

function sendProblems(
  { t, lang }: WordsRoom,
  problems: readonly FieldProblem[],
  response: Response,
): void {
  const said = problems.map(({ text = '', values }) => `<li>${escapeHtml(t(text, values))}</li>`)
  const title = escapeHtml(t('notices.words.not_shown'))
  const page = `<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title></head>
    <body><h1>${title}</h1><ul>${[...new Set(said)].join('')}</ul></body></html>`
  frame(response)
  response.status(422).type('html').send(page)
}

function asText(request: Request): boolean {
  const { form } = (request.body ?? {}) as Record<string, unknown>
  return (form ?? request.query['forma']) === 'text'
}

function frame(response: Response): void {
  response.set('Content-Security-Policy', LETTER_POLICY).set('X-Frame-Options', 'SAMEORIGIN')
}
