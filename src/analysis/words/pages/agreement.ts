import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import type { FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  idIn,
  line,
  problemsOfOne,
  render,
  sendingForm,
  showing,
  type FormPage,
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

const agreementPage = (system: System): FormPage<Room> => ({
  enter: (_request, response) => enterRoom(system, response),
  show: (...shown) => show(system, ...shown),
})

const agreementToResolve = (system: System): FormPage<Room> => ({
  ...agreementPage(system),
  enter: (_request, response) => enterToCode(system, response),
})

/** How well two people agree, code by code, and what they said otherwise, side by side. */
export function showAgreement(system: System): Page {
  return showing(agreementPage(system))
}

export function sendResolution(system: System): Page {
  return sendingForm(agreementToResolve(system), resolutionForm, async (room, values, request) => {
    const corpusId = idIn(request, 'corpusId')
    const segmentId = idIn(request, 'segmentId')
    await resolveDisagreement(system, room.deed, { corpusId, segmentId, ...values })
    return `${room.urls.agreement(corpusId)}?hecho=resolved#s-${segmentId}`
  })
}

async function show(
  system: System,
  room: Room,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
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
  // every disagreement has such a form
  const resolving = request.params['segmentId'] ? idIn(request, 'segmentId') : null
  const named = resolving ? problemsOfOne(problems, resolving, 'words.problems') : problems
  const url = urls.agreement(corpus.corpusId)
  const last = shown.at(-1)
  const model = {
    title: t('words.agreement.title'),
    ...formAgain(response, named, 'words.problems'),
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
  }
  render(response, 'analysis/words/agreement', model, { layout: 'staff' })
}

function cursorOf(asked: string | null): SegmentCursor {
  const [, textPosition, position] = /^(\d{1,9})\.(\d{1,9})$/.exec(asked ?? '') ?? []
  if (textPosition === undefined) return { textPosition: 0, position: -1 }
  return { textPosition: Number(textPosition), position: Number(position) }
}
