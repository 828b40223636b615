import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordLook } from '../../../audit/index.ts'
import { caseViewer, findVisibleText, staffCaseUrl } from '../../../cases/index.ts'
import { legacyCaseUrl, listLegacyCasesOpenTo } from '../../../imports/index.ts'
import { accountNames } from '../../../people/index.ts'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  idIn,
  line,
  numberWithin,
  render,
  sendingForm,
  showing,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { cutText, hideWords, showAgain } from '../actions/correct-text.ts'
import { MASK_KINDS, type CorpusText } from '../corpus.ts'
import { listSegments } from '../segment-store.ts'
import { writeSegmentLines } from '../suggest-segments.ts'
import { getText } from '../text-store.ts'
import { listCorrections } from '../mask-correction-store.ts'
import {
  doneIn,
  enterRoom,
  enterToCode,
  enterToKeep,
  kindName,
  refusal,
  unlessChanged,
  type Room,
} from './room.ts'

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

const textPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

const textToKeep = (system: System): FormPage<Room> => ({
  ...textPage(system),
  enter: (_request, response) => enterToKeep(system, response),
})

const textToCode = (system: System): FormPage<Room> => ({
  ...textPage(system),
  enter: (_request, response) => enterToCode(system, response),
})

/** One text: what is masked in it, how it is cut, and who changed either. */
export function showText(system: System): Page {
  return showing(textPage(system))
}

export function sendMask(system: System): Page {
  return sendingForm(textToCode(system), hidingForm, async ({ deed, urls }, values, request) => {
    const textId = idIn(request, 'textId')
    await unlessChanged('text', hideWords(system, deed, { textId, ...values }))
    return `${urls.text(textId)}?hecho=masked`
  })
}

export function sendUnmasking(system: System): Page {
  return sendingForm(textToCode(system), unmaskingForm, async (room, values, request) => {
    const { deed, urls } = room
    const text = await getText(system.db, deed.administrationId, idIn(request, 'textId'))
    const { textId } = text
    const original = await findOriginal(system, room, text)
    if (!original) throw new NotFound()
    const shown = { textId, ...values, original: original.text }
    await unlessChanged('text', showAgain(system, deed, shown))
    return `${urls.text(textId)}?hecho=unmasked`
  })
}

export function sendSegments(system: System): Page {
  return sendingForm(textToKeep(system), segmentsForm, async ({ deed, urls }, values, request) => {
    const textId = idIn(request, 'textId')
    await unlessChanged('text', cutText(system, deed, { textId, ...values }))
    return `${urls.text(textId)}?hecho=cut`
  })
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
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
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
  const again = formAgain(response, problems, 'words.problems')
  const own = writeSegmentLines(text.masked, segments)
  const wrongLines = problems.some(({ field, code }) => field === 'lines' && code !== 'coded')
  const model = {
    title: t('words.text.title', { position: text.position }),
    ...again,
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
    lines: wrongLines ? again.typed('lines') : own,
    count: segments.length,
    corrections: corrections.map((one) => ({ ...one, name: names.get(one.by) ?? '' })),
  }
  render(response, 'analysis/words/text', model, { layout: 'staff', ...refusal(problems) })
}

/** The text with its masks as pieces of their own. */
function piecesOf({ masked, masks }: CorpusText): { text: string; isMask: boolean }[] {
  const ends = [0, ...masks.flatMap(({ start, end }) => [start, end]), masked.length]
  return ends
    .slice(1)
    .map((end, index) => ({ text: masked.slice(ends[index], end), isMask: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
