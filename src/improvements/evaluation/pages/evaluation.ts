import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { localDate } from '../../../platform/dates.ts'
import {
  formAgain,
  idIn,
  render,
  sendingForm,
  showing,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { signEvaluation } from '../actions/conduct-evaluation.ts'
import type { Evaluation } from '../evaluation.ts'
import { mayEvaluate } from '../evaluation-policy.ts'
import { getEvaluation } from '../evaluation-store.ts'
import { listMarks, listNotes } from '../mark-store.ts'
import { getOwnModel, type OwnModel } from '../model-store.ts'
import { resultOf, unmarked } from '../score.ts'
import { enterCentre, type RoomOfCentre } from './evaluation-room.ts'
import { tabletView } from './tablet-view.ts'
import { sayShare } from '../say-share.ts'

/** One evaluation of a centre, with the model that it was begun with. */
export interface OpenedEvaluation {
  room: RoomOfCentre
  evaluation: Evaluation
  made: OwnModel
  /** Whether this person marks and signs it now. */
  mayMark: boolean
}

export async function openEvaluation(
  system: System,
  request: Request,
  response: Response,
): Promise<OpenedEvaluation> {
  const room = await enterCentre(system, request, response)
  const { administrationId } = room.deed
  const id = idIn(request, 'evaluationId')
  const evaluation = await getEvaluation(system.db, administrationId, id)
  if (evaluation.centreId !== room.centre.centreId) throw new NotFound()
  const made = await getOwnModel(system.db, administrationId, evaluation.modelVersion)
  const isTheirs = mayEvaluate(room.staff, evaluation.kind, room.place)
  return { room, evaluation, made, mayMark: isTheirs && evaluation.state === 'open' }
}

export async function openToMark(
  system: System,
  request: Request,
  response: Response,
): Promise<OpenedEvaluation> {
  const opened = await openEvaluation(system, request, response)
  if (!opened.mayMark) throw new NotAllowed()
  return opened
}

const evaluationPage = (system: System): FormPage<OpenedEvaluation> => ({
  enter: (request, response) => openEvaluation(system, request, response),
  show: (...shown) => show(system, ...shown),
})

/** For forms of whoever marks and signs it. */
export const evaluationToMark = (system: System): FormPage<OpenedEvaluation> => ({
  ...evaluationPage(system),
  enter: (request, response) => openToMark(system, request, response),
})

/** How far it is, or its result as it was signed. */
export function showOneEvaluation(system: System): Page {
  return showing(evaluationPage(system))
}

const signing = z.object({ conclusion: words(4000) })

export function sendSignature(system: System): Page {
  return sendingForm(evaluationToMark(system), signing, async ({ room, evaluation }, values) => {
    const { evaluationId } = evaluation
    await signEvaluation(system, room.deed, { evaluationId, ...values })
    return room.there(room.urls.evaluation(evaluationId))
  })
}

async function show(
  system: System,
  opened: OpenedEvaluation,
  request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { room, evaluation, made, mayMark } = opened
  const again = formAgain(response, problems, 'improvements-evaluation.problems')
  const { t, lang, urls, there, own, book } = room
  const marks = await listMarks(system.db, evaluation)
  const notes = await listNotes(system.db, evaluation)
  const result = evaluation.result ?? resultOf(made.model, marks)
  const left = new Set(unmarked(made.model, marks).map(({ id }) => id))
  const signer = evaluation.signedBy ?? evaluation.begunBy
  const names = await accountNames(system.db, [signer])
  const at = evaluation.signedAt ?? evaluation.begunAt
  const { evaluationId, state, kind, conclusion } = evaluation
  const model = {
    title: t(`improvements-evaluation.kind.${kind}`),
    where: t('improvements-evaluation.where', { centre: room.centre.name, year: evaluation.year }),
    ...again,
    backUrl: there(urls.home),
    state,
    by: t(`improvements-evaluation.by.${state}`, {
      name: names.get(signer) ?? '',
      day: formatDate(localDate(at, book.administration.timeZone), lang),
    }),
    olderModel:
      evaluation.modelVersion === own.version
        ? null
        : t('improvements-evaluation.older_model', {
            version: evaluation.modelVersion,
            now: own.version,
          }),
    share: sayShare(result.share, lang),
    accepted: result.accepted,
    asked: result.asked,
    left: left.size,
    conclusion: again.error ? typedIn(request)('conclusion') : conclusion,
    criteria: result.criteria.map((criterion) => ({
      name: inLanguage(criterion.name, lang),
      share: sayShare(criterion.share, lang),
      accepted: criterion.accepted,
      asked: criterion.asked,
      left: criterion.evidences.flatMap(({ elements }) => elements).filter(({ id }) => left.has(id))
        .length,
      href: there(urls.marks(evaluationId, criterion.id)),
    })),
    ...(await tabletView(system, room, evaluation)),
    notes: notes.map((note) => ({
      ...{ words: note.words, elementId: note.elementId, at: note.notedAt },
      kind: t(`improvements-evaluation.note.${note.kind}`),
    })),
    timeZone: book.administration.timeZone,
    mayMark,
    isVisit: kind === 'visit',
    signUrl: mayMark ? there(urls.signature(evaluationId)) : null,
    decisionUrl: mayMark ? there(urls.decision(evaluationId)) : null,
    visitUrl: mayMark && kind === 'visit' ? urls.visit(evaluationId) : null,
    notesUrl: mayMark && kind === 'visit' ? there(urls.notes(evaluationId)) : null,
  }
  render(response, 'improvements/evaluation/evaluation', model, { layout: 'staff' })
}
