import type { Request, Response } from 'express'
import { z } from 'zod'
import { Invalid, WrongState, type FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import {
  formErrors,
  idIn,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  ticked,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { codeSegment } from '../actions/code-segment.ts'
import { SEVERITIES, STAGES, VALENCES, type Coding } from '../coding.ts'
import {
  findNextSegment,
  findSegment,
  findToRecode,
  type SegmentInHand,
} from '../coding-queue-store.ts'
import { findCoding, findLastCoded } from '../coding-store.ts'
import { getCorpus } from '../corpus-store.ts'
import type { Corpus } from '../corpus.ts'
import { getFrame, listCodes } from '../frame-store.ts'
import { countSegments } from '../segment-store.ts'
import type { SuggestCodes } from '../suggest-codes.ts'
import { codeChoices, contextOf } from './coding-view.ts'
import { enterToCode, kindName, textIn, type Room } from './room.ts'

const codingForm = z.object({
  segmentId: line(40),
  frameVersion: numberWithin(1, 1_000_000),
  version: optionalLine(8).transform((text) => (/^\d+$/.test(text) ? Number(text) : null)),
  codeId: line(40).pipe(z.uuid('required')),
  severity: line(1).transform(Number).pipe(z.literal(SEVERITIES, 'required')),
  stage: optionalLine(20)
    .transform((text) => text || null)
    .pipe(z.enum(STAGES).nullable()),
  valence: line(2).transform(Number).pipe(z.literal(VALENCES, 'required')),
  suggestion: ticked,
  harm: ticked,
})

/** One segment at a time, the most likely codes first. */
export function showCoding(system: System, suggest: SuggestCodes): Page {
  return async (request, response) => {
    const room = await enterToCode(system, response)
    const corpus = await corpusOf(system, room, request)
    const asked = textIn(request.query['segmento'])
    const segment = await segmentAsked(system, room, corpus, { request, asked })
    await show(system, request, response, { room, corpus, segment, suggest }, [])
  }
}

export function sendCoding(system: System, suggest: SuggestCodes): Page {
  return async (request, response) => {
    const room = await enterToCode(system, response)
    const corpus = await corpusOf(system, room, request)
    const { values, problems } = readForm(request, codingForm)
    const again = request.query['otra-vez'] === 'si' ? '?otra-vez=si' : ''
    const url = `${room.urls.coding(corpus.corpusId)}${again}`
    const asked = typedIn(request)('segmentId')
    const segment = isId(asked) ? await findSegment(system.db, corpus, asked) : null
    if (!segment) return response.redirect(303, url)
    const at = { room, corpus, segment, suggest }
    if (!values) return show(system, request, response, at, problems)
    const { frameVersion, version, segmentId, ...choice } = values
    try {
      const sent = { corpusId: corpus.corpusId, segmentId, choice, frameVersion, version }
      await codeSegment(system, room.deed, sent)
      response.redirect(303, url)
    } catch (error) {
      if (error instanceof Invalid) return show(system, request, response, at, error.problems)
      if (!(error instanceof WrongState)) throw error
      response.redirect(303, `${url}${again ? '&' : '?'}aviso=ya`)
    }
  }
}

function corpusOf(system: System, { deed }: Room, request: Request): Promise<Corpus> {
  return getCorpus(system.db, deed.administrationId, idIn(request, 'corpusId'))
}

async function segmentAsked(
  system: System,
  { deed }: Room,
  corpus: Corpus,
  { request, asked }: { request: Request; asked: string | null },
): Promise<SegmentInHand | null> {
  if (corpus.state !== 'ready') return null
  if (asked !== null && isId(asked)) return findSegment(system.db, corpus, asked)
  if (request.query['otra-vez'] === 'si') {
    const { next } = await findToRecode(system.db, corpus, deed.accountId)
    if (next) return next
  }
  return findNextSegment(system.db, corpus, deed.accountId)
}

interface InHand {
  room: Room
  corpus: Corpus
  segment: SegmentInHand | null
  suggest: SuggestCodes
}

async function show(
  system: System,
  request: Request,
  response: Response,
  { room, corpus, segment, suggest }: InHand,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, urls, deed, book } = room
  const { administrationId, accountId } = deed
  const { frameId, corpusId } = corpus
  const frame = await getFrame(system.db, administrationId, frameId)
  const codes = await listCodes(system.db, administrationId, frameId)
  const own = segment
    ? await findCoding(system.db, administrationId, {
        segmentId: segment.segmentId,
        coderId: accountId,
      })
    : null
  const last = await findLastCoded(system.db, corpus, accountId)
  const suggested = segment
    ? await suggest(system.db, {
        administrationId,
        corpusId,
        frameId,
        coderId: accountId,
        text: segment.masked.slice(segment.start, segment.end),
        language: segment.language,
      })
    : []
  const error = problems.length > 0
  const again = request.query['otra-vez'] === 'si' ? '?otra-vez=si' : ''
  const model = {
    title: t('words.coding.title'),
    error,
    errors: formErrors(response, problems, 'words.problems'),
    backUrl: urls.corpus(corpusId),
    action: `${urls.coding(corpusId)}${again}`,
    question: corpus.question,
    gathering: corpus.state !== 'ready',
    taken: request.query['aviso'] === 'ya',
    counts: await countSegments(system.db, administrationId, corpusId),
    segment: segment && {
      ...segment,
      ...contextOf(segment),
      kind: kindName(room, segment.kind),
      centre: segment.centreId === null ? '' : (book.names.get(segment.centreId) ?? ''),
      textUrl: urls.text(segment.textId),
    },
    frame: { version: frame.version, href: urls.frame(frameId) },
    own,
    previousUrl:
      last && last.segmentId !== segment?.segmentId
        ? `${urls.coding(corpusId)}?segmento=${last.segmentId}`
        : null,
    codes: codeChoices(codes, suggested),
    value: valuesOf(error ? typedIn(request) : null, own, segment),
    severities: SEVERITIES.map((each) => ({ value: each, text: t(`words.severity.${each}`) })),
    stages: STAGES.map((value) => ({ value, text: t(`words.stage.${value}`) })),
    valences: VALENCES.map((each) => ({ value: each, text: t(`words.valence.${each}`) })),
  }
  const status = error ? 422 : 200
  render(response, 'analysis/words/coding', model, { layout: 'staff', status })
}

/** What the form begins with: what was typed, else the coder's own, else what most segments of a kind are. */
function valuesOf(
  typed: ((field: string) => string) | null,
  own: Coding | null,
  segment: SegmentInHand | null,
): (field: string) => string {
  if (typed) return typed
  const start = own
    ? {
        codeId: own.codeId,
        severity: String(own.severity),
        stage: own.stage ?? '',
        valence: String(own.valence),
        suggestion: own.suggestion ? 'yes' : '',
        harm: own.harm ? 'yes' : '',
      }
    : { valence: segment?.kind === 'compliment' ? '1' : '-1' }
  const values: Readonly<Record<string, string>> = start
  return (field) => values[field] ?? ''
}
