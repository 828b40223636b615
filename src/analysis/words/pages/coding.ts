import type { Request, Response } from 'express'
import { z } from 'zod'
import { WrongState, type FieldProblem } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import {
  formAgain,
  idIn,
  line,
  numberWithin,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  ticked,
  typedIn,
  type FormPage,
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

interface InHand {
  room: Room
  corpus: Corpus
  segment: SegmentInHand | null
}

const codingPage = (system: System, suggest: SuggestCodes): FormPage<InHand> => ({
  enter: (request, response) => enterCoding(system, request, response),
  show: (...shown) => show(system, suggest, ...shown),
})

/** One segment at a time, the most likely codes first. */
export function showCoding(system: System, suggest: SuggestCodes): Page {
  return showing(codingPage(system, suggest))
}

/** A segment that is no longer there, or that others have coded enough, leads on to the next. */
export function sendCoding(system: System, suggest: SuggestCodes): Page {
  return sending(codingPage(system, suggest), async ({ room, corpus, segment }, request) => {
    const { corpusId } = corpus
    const url = codingUrl(room, corpus, request)
    if (!segment) return url
    const { values, problems } = readForm(request, codingForm)
    if (!values) return problems
    const { frameVersion, version, segmentId, ...choice } = values
    const sent = { corpusId, segmentId, choice, frameVersion, version }
    const isTaken = await isRefused(codeSegment(system, room.deed, sent))
    return isTaken ? `${url}${url.includes('?') ? '&' : '?'}aviso=ya` : url
  })
}

async function enterCoding(system: System, request: Request, response: Response): Promise<InHand> {
  const room = await enterToCode(system, response)
  const { administrationId } = room.deed
  const corpus = await getCorpus(system.db, administrationId, idIn(request, 'corpusId'))
  return { room, corpus, segment: await segmentOf(system, room, corpus, request) }
}

/** The one that a form is about, else what was asked for, else what comes next. */
async function segmentOf(system: System, room: Room, corpus: Corpus, request: Request) {
  if (request.method !== 'POST') return segmentAsked(system, room, corpus, request)
  const sent = typedIn(request)('segmentId')
  return isId(sent) ? findSegment(system.db, corpus, sent) : null
}

async function isRefused(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return false
  } catch (error) {
    if (error instanceof WrongState) return true
    throw error
  }
}

/** Second readings stay second readings. */
function codingUrl({ urls }: Room, { corpusId }: Corpus, { query }: Request): string {
  return `${urls.coding(corpusId)}${query['otra-vez'] === 'si' ? '?otra-vez=si' : ''}`
}

async function segmentAsked(
  system: System,
  { deed }: Room,
  corpus: Corpus,
  request: Request,
): Promise<SegmentInHand | null> {
  const asked = textIn(request.query['segmento'])
  if (corpus.state !== 'ready') return null
  if (asked !== null && isId(asked)) return findSegment(system.db, corpus, asked)
  if (request.query['otra-vez'] === 'si') {
    const { next } = await findToRecode(system.db, corpus, deed.accountId)
    if (next) return next
  }
  return findNextSegment(system.db, corpus, deed.accountId)
}

async function show(
  system: System,
  suggest: SuggestCodes,
  { room, corpus, segment }: InHand,
  request: Request,
  response: Response,
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
  const again = formAgain(response, problems, 'words.problems')
  const model = {
    title: t('words.coding.title'),
    ...again,
    backUrl: urls.corpus(corpusId),
    action: codingUrl(room, corpus, request),
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
    value: valuesOf(again.error ? again.typed : null, own, segment),
    severities: SEVERITIES.map((each) => ({ value: each, text: t(`words.severity.${each}`) })),
    stages: STAGES.map((value) => ({ value, text: t(`words.stage.${value}`) })),
    valences: VALENCES.map((each) => ({ value: each, text: t(`words.valence.${each}`) })),
  }
  render(response, 'analysis/words/coding', model, { layout: 'staff' })
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
