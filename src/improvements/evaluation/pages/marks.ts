import type { Request, Response } from 'express'
import { z } from 'zod'
import { NotFound, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  words,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { markElements, type MarkToMake } from '../actions/conduct-evaluation.ts'
import { listMarks } from '../mark-store.ts'
import { findCriterion, type Criterion } from '../model.ts'
import { readShown } from '../read-shown.ts'
import { MARK_STATES } from '../score.ts'
import { elementView } from './element-view.ts'
import { openEvaluation, openToMark, type OpenedEvaluation } from './evaluation.ts'
import { questionOf } from './question-of.ts'

const LONGEST_REASON = 2000

const marksPage = (system: System): FormPage<OpenedEvaluation> => ({
  enter: (request, response) => openEvaluation(system, request, response),
  show: (...shown) => show(system, ...shown),
})

const marksToMark = (system: System): FormPage<OpenedEvaluation> => ({
  ...marksPage(system),
  enter: (request, response) => openToMark(system, request, response),
})

/** Each element of a criterion with what there is for it, and how it was found. */
export function showMarks(system: System): Page {
  return showing(marksPage(system))
}

export function sendMarks(system: System): Page {
  return sending(marksToMark(system), async (opened, request) => {
    const { room, evaluation } = opened
    const marks = readMarks(request, criterionIn(request, opened))
    if (!marks.values) return marks.problems
    await markElements(system, room.deed, evaluation.evaluationId, marks.values)
    return room.there(room.urls.evaluation(evaluation.evaluationId))
  })
}

function criterionIn(request: Request, { made }: OpenedEvaluation): Criterion {
  const criterion = findCriterion(made.model, request.params['criterionId'])
  if (!criterion) throw new NotFound()
  return criterion
}

/** What nobody answered stays unmarked. */
function readMarks(request: Request, criterion: Criterion) {
  const ids = elementIds(criterion)
  const shape = Object.fromEntries(ids.map((id) => [`reason-${id}`, words(LONGEST_REASON)]))
  const { values, problems } = readForm(request, z.object(shape))
  if (!values) return { values: null, problems: problems.map(named) }
  const typed = typedIn(request)
  const marks = ids.flatMap((elementId): MarkToMake[] => {
    const state = MARK_STATES.find((one) => one === typed(`state-${elementId}`))
    if (!state) return []
    const reason = values[`reason-${elementId}`] ?? ''
    return [{ elementId, state, reason, revision: Number(typed(`revision-${elementId}`)) || 0 }]
  })
  return { values: marks, problems: [] }
}

function named(problem: FieldProblem): FieldProblem {
  const text = `improvements-evaluation.problems.mark.${problem.code}`
  return { ...problem, text, values: { id: problem.field.replace('reason-', '') } }
}

function elementIds({ evidences }: Criterion): string[] {
  return evidences.flatMap(({ elements }) => elements.map(({ id }) => id))
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
  const { typed } = again
  const { t, lang, urls, there } = room
  const criterion = criterionIn(request, opened)
  const shown = await readShown(system, made.model, questionOf(room))
  const marks = new Map(
    (await listMarks(system.db, evaluation)).map((mark) => [mark.elementId, mark]),
  )
  const model = {
    title: inLanguage(criterion.name, lang),
    where: t('improvements-evaluation.where', { centre: room.centre.name, year: evaluation.year }),
    ...again,
    backUrl: there(urls.evaluation(evaluation.evaluationId)),
    action: mayMark ? there(urls.marks(evaluation.evaluationId, criterion.id)) : null,
    states: MARK_STATES.map((value) => ({
      value,
      text: t(`improvements-evaluation.mark.${value}`),
    })),
    evidences: criterion.evidences.map(({ id, name, elements }) => ({
      id,
      name: inLanguage(name, lang),
      elements: elements.flatMap((element) => {
        const found = shown.get(element.id)
        const mark = marks.get(element.id)
        if (!found) return []
        const isLate = problems.some(
          ({ field, code }) => field === `reason-${element.id}` && code === 'changed_meanwhile',
        )
        return [
          {
            ...elementView(found, room, new Map()),
            state: again.error ? typed(`state-${element.id}`) : (mark?.state ?? ''),
            reason: again.error ? typed(`reason-${element.id}`) : (mark?.reason ?? ''),
            // whoever was late has seen what stands there, and may now write over it
            revision: mark?.revision ?? 0,
            theirs: isLate && mark ? { state: mark.state, reason: mark.reason } : null,
            markText: mark ? t(`improvements-evaluation.mark.${mark.state}`) : '',
          },
        ]
      }),
    })),
  }
  render(response, 'improvements/evaluation/marks', model, { layout: 'staff' })
}
