import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { Invalid, NotAllowed, NotFound, type FieldProblem } from '../../../platform/errors.ts'
import { formatDate } from '../../../platform/i18n/index.ts'
import { localDate } from '../../../platform/dates.ts'
import {
  formErrors,
  idIn,
  readForm,
  render,
  typedIn,
  words,
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
import { sayShare } from './say-share.ts'

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

/** How far it is, or its result as it was signed. */
export function showOneEvaluation(system: System): Page {
  return async (request, response) => {
    await show(system, request, response, await openEvaluation(system, request, response), [])
  }
}

const signing = z.object({ conclusion: words(4000) })

export function sendSignature(system: System): Page {
  return async (request, response) => {
    const opened = await openToMark(system, request, response)
    const { room, evaluation } = opened
    const { values, problems } = readForm(request, signing)
    if (!values) return show(system, request, response, opened, problems)
    const { evaluationId } = evaluation
    try {
      await signEvaluation(system, room.deed, { evaluationId, ...values })
      response.redirect(303, room.there(room.urls.evaluation(evaluationId)))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      await show(system, request, response, opened, error.problems)
    }
  }
}

async function show(
  system: System,
  request: Request,
  response: Response,
  opened: OpenedEvaluation,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { room, evaluation, made, mayMark } = opened
  const { t, lang, urls, there, own, book } = room
  const marks = await listMarks(system.db, evaluation)
  const notes = await listNotes(system.db, evaluation)
  const result = evaluation.result ?? resultOf(made.model, marks)
  const left = new Set(unmarked(made.model, marks).map(({ id }) => id))
  const signer = evaluation.signedBy ?? evaluation.begunBy
  const names = await accountNames(system.db, [signer])
  const at = evaluation.signedAt ?? evaluation.begunAt
  const error = problems.length > 0
  const { evaluationId, state, kind, conclusion } = evaluation
  const model = {
    title: t(`improvements-evaluation.kind.${kind}`),
    where: t('improvements-evaluation.where', { centre: room.centre.name, year: evaluation.year }),
    error,
    errors: formErrors(response, problems, 'improvements-evaluation.problems'),
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
    conclusion: error ? typedIn(request)('conclusion') : conclusion,
    criteria: result.criteria.map((criterion) => ({
      name: inLanguage(criterion.name, lang),
      share: sayShare(criterion.share, lang),
      accepted: criterion.accepted,
      asked: criterion.asked,
      left: criterion.evidences.flatMap(({ elements }) => elements).filter(({ id }) => left.has(id))
        .length,
      href: there(urls.marks(evaluationId, criterion.id)),
    })),
    notes: notes.map((note) => ({
      ...{ words: note.words, elementId: note.elementId, at: note.notedAt },
      kind: t(`improvements-evaluation.note.${note.kind}`),
    })),
    timeZone: book.administration.timeZone,
    mayMark,
    isVisit: kind === 'visit',
    signUrl: mayMark ? there(urls.signature(evaluationId)) : null,
    notesUrl: mayMark && kind === 'visit' ? there(urls.notes(evaluationId)) : null,
  }
  const options = { layout: 'staff', status: error ? 422 : 200 } as const
  render(response, 'improvements/evaluation/evaluation', model, options)
}
