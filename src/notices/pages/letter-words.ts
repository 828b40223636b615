import type { Request, Response } from 'express'
import type { FieldProblem } from '../../platform/errors.ts'
import { translator } from '../../platform/i18n/index.ts'
import {
  formAgain,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../platform/web/index.ts'
import { settle } from '../../settings/index.ts'
import type { System } from '../../system.ts'
import { tryLetter } from '../actions/try-letter.ts'
import { letterId, letterWordsSetting } from '../letter-words-setting.ts'
import { changedWords, dataIn, wordsProblems } from '../letter-words.ts'
import { enterWords, typedWords, type WordsRoom } from './words-room.ts'
import { wordsUrl } from './words-urls.ts'

const DONE = new Set(['guardado', 'enviado'])

/** The words of one letter in one language, beside how it looks. */
export function showLetter(system: System): Page {
  return showing(letterPage(system))
}

/** Kept for the letters that are queued from now on; with `reset`, as they come. */
export function takeLetter(system: System): Page {
  return sending(letterPage(system), async (room, request) => {
    const { deed, key, original, slug } = room
    const typed = typedIn(request)
    const wanted = typed('do') === 'reset' ? original : typedWords(request, room)
    const problems = wordsProblems(original, wanted)
    if (problems.length > 0) return problems
    const value = { ...key, words: changedWords(original, wanted) }
    const version = Number(typed('version')) || 0
    await settle(system, deed, letterWordsSetting, { id: letterId(key), version, value })
    return `${wordsUrl(slug, 'letter', key)}?listo=guardado`
  })
}

/** Sends the letter as it was kept to whoever asks, with invented data. */
export function takeTrial(system: System): Page {
  return async (request, response) => {
    const { deed, key, slug } = await enterWords(system, request, response)
    await tryLetter(system, deed, key)
    response.redirect(303, `${wordsUrl(slug, 'letter', key)}?listo=enviado`)
  }
}

function letterPage(system: System): FormPage<WordsRoom> {
  return { enter: (request, response) => enterWords(system, request, response), show }
}

function show(
  room: WordsRoom,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): void {
  const { t, slug, email, key, original, words, version } = room
  const again = formAgain(response, problems)
  const done = request.query['listo']
  const typed = again.error ? typedWords(request, room) : { ...original, ...words }
  response.set('Content-Security-Policy', framing(response))
  const model = {
    title: email.name(t),
    ...again,
    notice: typeof done === 'string' && DONE.has(done) ? t(`notices.words.done.${done}`) : null,
    language: key.language,
    languageName: translator(key.language)('layout.language_name'),
    version: again.error ? again.typed('version') : version,
    fields: Object.entries(original).map(([name, text]) => ({
      name,
      text,
      value: typed[name] ?? text,
      isChanged: words[name] !== undefined,
      data: dataIn(text).join(' '),
      rows: text.length > 70 ? 3 : 2,
    })),
    isChanged: Object.keys(words).length > 0,
    formUrl: wordsUrl(slug, 'letter', key),
    shownUrl: wordsUrl(slug, 'shown', key),
    trialUrl: wordsUrl(slug, 'trial', key),
    listUrl: wordsUrl(slug, 'list'),
  }
  const status = again.error ? 422 : 200
  render(response, 'notices/letter-words', model, { layout: 'staff', status })
}

/** This page alone may hold a page of ours. */
function framing(response: Response): string {
  return `${String(response.getHeader('Content-Security-Policy'))};frame-src 'self'`
}
