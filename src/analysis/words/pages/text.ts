import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordLook } from '../../../audit/index.ts'
import { caseViewer, findVisibleText, staffCaseUrl } from '../../../cases/index.ts'
import { legacyCaseUrl, listLegacyCasesOpenTo } from '../../../imports/index.ts'
import { accountNames } from '../../../people/index.ts'
import { Invalid, NotFound, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  line,
  numberWithin,
  readForm,
  render,
  typedIn,
  words,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { cutText, hideWords, showAgain } from '../actions/correct-text.ts'
import { MASK_KINDS, type CorpusText } from '../corpus.ts'
import { listSegments } from '../segment-store.ts'
import { writeSegmentLines } from '../suggest-segments.ts'
import { getText, listCorrections } from '../text-store.ts'
import { doneIn, enterRoom, enterToCode, enterToKeep, kindName, type Room } from './room.ts'

const LONGEST_TEXT = 100_000

const hidingForm = z.object({
  seen: numberWithin(1, 1_000_000),
  words: line(300),
  kind: z.enum(MASK_KINDS, 'required'),
})
const unmaskingForm = z.object({
  seen: numberWithin(1, 1_000_000),
  mask: numberWithin(0, 10_000),
})
const segmentsForm = z.object({ seen: numberWithin(1, 1_000_000), lines: words(LONGEST_TEXT) })

/** One text: what is masked in it, how it is cut, and who changed either. */
export function showText(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response), [])
  }
}

export function sendMask(system: System): Page {
  return async (request, response) => {
    const room = await enterToCode(system, response)
    const { values, problems } = readForm(request, hidingForm)
    if (!values) return show(system, request, response, room, problems)
    const textId = idIn(request, 'textId')
    await change(system, request, response, room, 'masked', () =>
      hideWords(system, room.deed, { textId, ...values }),
    )
  }
}

export function sendUnmasking(system: System): Page {
  return async (request, response) => {
    const room = await enterToCode(system, response)
    const { values, problems } = readForm(request, unmaskingForm)
    if (!values) return show(system, request, response, room, problems)
    const text = await getText(system.db, room.deed.administrationId, idIn(request, 'textId'))
    const original = await findOriginal(system, room, text)
    if (!original) throw new NotFound()
    await change(system, request, response, room, 'unmasked', () =>
      showAgain(system, room.deed, { textId: text.textId, ...values, original: original.text }),
    )
  }
}

export function sendSegments(system: System): Page {
  return async (request, response) => {
    const room = await enterToKeep(system, response)
    const { values, problems } = readForm(request, segmentsForm)
    if (!values) return show(system, request, response, room, problems)
    const textId = idIn(request, 'textId')
    await change(system, request, response, room, 'cut', () =>
      cutText(system, room.deed, { textId, ...values }),
    )
  }
}

/** Does it, or shows the text again as it is by now with what stands against it. */
async function change(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  done: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
    const url = room.urls.text(idIn(request, 'textId'))
    response.redirect(303, `${url}?hecho=${done}`)
  } catch (error) {
    if (error instanceof Invalid) return show(system, request, response, room, error.problems)
    if (!(error instanceof WrongState)) throw error
    await show(system, request, response, room, [{ field: 'text', code: 'changed_meanwhile' }], 409)
  }
}

/** Only for whoever may see the case; the office's own duty, not the analyst's. */
async function findOriginal(system: System, room: Room, told: CorpusText) {
  const { caseId, legacyCaseId } = told
  if (caseId === null) return findLegacyOriginal(system, room, legacyCaseId)
  const original = await findVisibleText(system.db, caseViewer(room.staff, room.book), caseId)
  if (!original) return null
  await recordLook(system.db, { ...room.deed, caseId, what: 'case' })
  const { text, caseNumber: number } = original
  return { text, number, href: staffCaseUrl(room.slug, number) }
}

async function findLegacyOriginal({ db }: System, room: Room, legacyCaseId: string | null) {
  if (legacyCaseId === null) return null
  const { staff, deed, slug } = room
  const ids = [legacyCaseId]
  const [one] = (await listLegacyCasesOpenTo(db, staff, deed.administrationId, ids, 1)).cases
  if (!one || one.text === '') return null
  const { text, number } = one
  await recordLook(db, { ...deed, what: 'legacy_case', details: { number } })
  return { text, number, href: legacyCaseUrl(slug, number) }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[],
  refused = 422,
): Promise<void> {
  const { t, urls, deed, book, mayKeep, mayCode } = room
  const { administrationId } = deed
  const text = await getText(system.db, administrationId, idIn(request, 'textId'))
  const segments = await listSegments(system.db, administrationId, text.textId)
  const corrections = await listCorrections(system.db, administrationId, text.textId)
  const names = await accountNames(
    system.db,
    corrections.map(({ by }) => by),
  )
  const original =
    request.query['original'] === 'si' ? await findOriginal(system, room, text) : null
  const error = problems.length > 0
  const typed = typedIn(request)
  const own = writeSegmentLines(text.masked, segments)
  const wrongLines = problems.some(({ field, code }) => field === 'lines' && code !== 'coded')
  const model = {
    title: t('words.text.title', { position: text.position }),
    error,
    errors: formErrors(response, problems, 'words.problems'),
    done: doneIn(room, request, ['masked', 'unmasked', 'cut']),
    backUrl: urls.texts(text.corpusId),
    text,
    kind: kindName(room, text.kind),
    centre: text.centreId === null ? '' : (book.names.get(text.centreId) ?? ''),
    timeZone: book.administration.timeZone,
    pieces: piecesOf(text),
    original,
    originalUrl: text.masked === '' ? null : `${urls.text(text.textId)}?original=si`,
    masksUrl: mayCode ? urls.masks(text.textId) : null,
    unmaskingUrl: mayCode && original ? urls.unmasking(text.textId) : null,
    masks: text.masks.map(({ kind, start }, index) => ({
      index,
      kind: t(`words.mask.${kind}`),
      before: text.masked.slice(Math.max(0, start - 30), start),
    })),
    kinds: MASK_KINDS.map((value) => ({ value, text: t(`words.mask.${value}`) })),
    segmentsUrl: mayKeep ? urls.segments(text.textId) : null,
    lines: wrongLines ? typed('lines') : own,
    count: segments.length,
    typed: error ? typed : () => '',
    corrections: corrections.map((one) => ({ ...one, name: names.get(one.by) ?? '' })),
  }
  const status = error ? refused : 200
  render(response, 'analysis/words/text', model, { layout: 'staff', status })
}

/** The text with its masks as pieces of their own. */
function piecesOf({ masked, masks }: CorpusText): { text: string; isMask: boolean }[] {
  const ends = [0, ...masks.flatMap(({ start, end }) => [start, end]), masked.length]
  return ends
    .slice(1)
    .map((end, index) => ({ text: masked.slice(ends[index], end), isMask: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
