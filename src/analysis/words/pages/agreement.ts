import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import {
  formErrors,
  idIn,
  line,
  readForm,
  render,
  typedIn,
  type Page,
} from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { resolveDisagreement } from '../actions/code-segment.ts'
import { SEVERITIES, type SegmentCursor } from '../coding.ts'
import { getCorpus } from '../corpus-store.ts'
import { inTree } from '../frame.ts'
import { listCodes } from '../frame-store.ts'
import { listCodedTwice, listDisagreements, listPairs } from '../resolution-store.ts'
import { agreementTable } from './agreement-view.ts'
import { doneIn, enterRoom, enterToCode, textIn, type Room } from './room.ts'

const PAGE = 10

const resolutionForm = z.object({
  codeId: line(40).pipe(z.uuid('required')),
  severity: line(1).transform(Number).pipe(z.literal(SEVERITIES, 'required')),
  reason: line(600),
})

/** How well two people agree, code by code, and what they said otherwise, side by side. */
export function showAgreement(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await enterRoom(system, response), [])
  }
}

export function sendResolution(system: System): Page {
  return async (request, response) => {
    const room = await enterToCode(system, response)
    const corpusId = idIn(request, 'corpusId')
    const segmentId = idIn(request, 'segmentId')
    const { values, problems } = readForm(request, resolutionForm)
    if (!values) return show(system, request, response, room, problems, segmentId)
    try {
      await resolveDisagreement(system, room.deed, { corpusId, segmentId, ...values })
      response.redirect(303, `${room.urls.agreement(corpusId)}?hecho=resolved#s-${segmentId}`)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, room, error.problems, segmentId)
    }
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  room: Room,
  problems: readonly FieldProblem[],
  resolving: string | null = null,
): Promise<void> {
  const { t, lang, urls, deed, book, mayCode } = room
  const corpus = await getCorpus(system.db, deed.administrationId, idIn(request, 'corpusId'))
  const codes = await listCodes(system.db, deed.administrationId, corpus.frameId)
  const pairs = await listPairs(system.db, corpus)
  const asked = textIn(request.query['pareja'])
  const pair = pairs.find(({ one, other }) => `${one}.${other}` === asked) ?? pairs[0] ?? null
  const after = cursorOf(textIn(request.query['desde']))
  const found = await listDisagreements(system.db, corpus, { after, limit: PAGE + 1 })
  const shown = found.slice(0, PAGE)
  const names = await accountNames(system.db, [
    ...pairs.flatMap(({ one, other }) => [one, other]),
    ...shown.flatMap(({ said, resolved }) => [
      ...said.map(({ coderId }) => coderId),
      ...(resolved ? [resolved.by] : []),
    ]),
  ])
  const nameOf = (id: string) => names.get(id) ?? ''
  const codeNames = new Map(codes.map(({ codeId, name }) => [codeId, name]))
  const error = problems.length > 0
  // every disagreement has such a form: its fields carry the segment's id
  const named = problems.map((one) => ({
    ...one,
    field: `${one.field}-${resolving}`,
    text: `words.problems.${one.field}.${one.code}`,
  }))
  const url = urls.agreement(corpus.corpusId)
  const last = shown.at(-1)
  const model = {
    title: t('words.agreement.title'),
    error,
    errors: formErrors(response, named, 'words.problems'),
    done: doneIn(room, request, ['resolved']),
    backUrl: urls.corpus(corpus.corpusId),
    question: corpus.question,
    timeZone: book.administration.timeZone,
    pair: pair && { one: nameOf(pair.one), other: nameOf(pair.other), n: pair.n },
    pairs: pairs.map(({ one, other, n }) => ({
      text: t('words.agreement.pair', { one: nameOf(one), other: nameOf(other), n }),
      href: `${url}?pareja=${one}.${other}`,
    })),
    table: pair ? agreementTable(codes, await listCodedTwice(system.db, corpus, pair), lang) : null,
    disagreements: shown.map((each) => ({
      ...each,
      said: each.said.map((one) => ({
        ...one,
        name: nameOf(one.coderId),
        code: codeNames.get(one.codeId) ?? '',
        stage: one.stage === null ? '' : t(`words.stage.${one.stage}`),
      })),
      resolved: each.resolved && {
        ...each.resolved,
        name: nameOf(each.resolved.by),
        code: codeNames.get(each.resolved.codeId) ?? '',
      },
      textUrl: urls.text(each.textId),
      action: mayCode ? urls.resolution(corpus.corpusId, each.segmentId) : null,
    })),
    next: found.length > PAGE && last ? `${url}?desde=${last.textPosition}.${last.position}` : null,
    codes: inTree(codes).flatMap((code) => [
      { value: code.codeId, text: code.name },
      ...code.under.map(({ codeId, name }) => ({ value: codeId, text: `— ${name}` })),
    ]),
    severities: SEVERITIES.map((each) => ({ value: each, text: t(`words.severity.${each}`) })),
    resolving,
    typed: error ? typedIn(request) : () => '',
  }
  const status = error ? 422 : 200
  render(response, 'analysis/words/agreement', model, { layout: 'staff', status })
}

function cursorOf(asked: string | null): SegmentCursor {
  const [, textPosition, position] = /^(\d{1,9})\.(\d{1,9})$/.exec(asked ?? '') ?? []
  if (textPosition === undefined) return { textPosition: 0, position: -1 }
  return { textPosition: Number(textPosition), position: Number(position) }
}
