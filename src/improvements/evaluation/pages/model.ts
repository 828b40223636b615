import type { Request, Response } from 'express'
import { z } from 'zod'
import { accountNames } from '../../../people/index.ts'
import { NotAllowed, type FieldProblem } from '../../../platform/errors.ts'
import {
  formAgain,
  line,
  optionalLine,
  readForm,
  render,
  sending,
  showing,
  typedIn,
  type FormPage,
  type Page,
} from '../../../platform/web/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { adoptModel, keepModel } from '../actions/keep-model.ts'
import type { ModelChange } from '../change-model.ts'
import { mayKeepModel } from '../evaluation-policy.ts'
import { elementsOf } from '../model.ts'
import { listOwnModels, listShippedModels } from '../model-store.ts'
import { enterEvaluation, type EvaluationRoom } from './evaluation-room.ts'

const modelPage = (system: System): FormPage<EvaluationRoom> => ({
  enter: (request, response) => enterEvaluation(system, request, response),
  show: (...shown) => show(system, ...shown),
})

const modelToKeep = (system: System): FormPage<EvaluationRoom> => ({
  ...modelPage(system),
  enter: (request, response) => enterToKeep(system, request, response),
})

/** The model of the administration: what it asks, what each element weighs, and what changed when. */
export function showModel(system: System): Page {
  return showing(modelPage(system))
}

export function sendAdoption(system: System): Page {
  return sending(modelToKeep(system), async (room, request) => {
    const adoption = z.object({ code: line(60), reason: line(400) })
    const { values, problems } = readForm(request, adoption)
    if (!values) return problems
    await adoptModel(system, room.deed, values)
    return room.urls.model
  })
}

const HEAVIEST = 1000
const weight = optionalLine(8).pipe(
  z
    .string()
    .regex(/^(\d{1,4}([.,]\d{1,2})?)?$/, 'not_weight')
    .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
    .refine((number) => number === null || (number > 0 && number <= HEAVIEST), 'not_weight'),
)

/** One form for each thing that may change; each makes the next version. */
export function sendChange(system: System): Page {
  return sending(modelToKeep(system), async (room, request) => {
    const read = readChange(request, room)
    if (!read.values) return read.problems
    await keepModel(system, room.deed, read.values)
    return room.urls.model
  })
}

type Change = { from: number; change: ModelChange; reason: string }

function readChange(
  request: Request,
  { own, t }: EvaluationRoom,
): { values: Change; problems: readonly [] } | { values: null; problems: readonly FieldProblem[] } {
  const typed = typedIn(request)
  const from = Number(typed('from')) || 0
  const done = (change: ModelChange, reason: string) =>
    ({ values: { from, change, reason }, problems: [] }) as const
  if (typed('what') === 'remove') {
    const { values, problems } = readForm(
      request,
      z.object({ removeId: line(60), removeReason: line(400) }),
    )
    if (!values) return { values: null, problems }
    return done({ what: 'remove', criterionId: values.removeId }, values.removeReason)
  }
  if (typed('what') === 'add') return readAddition(request, done)
  const elements = own ? elementsOf(own.model) : []
  const shape = Object.fromEntries(elements.map(({ id }) => [`weight-${id}`, weight]))
  const { values, problems } = readForm(request, z.object(shape))
  if (!values) {
    const text = 'improvements-evaluation.problems.weight.not_weight'
    return { values: null, problems: problems.map((problem) => ({ ...problem, text })) }
  }
  const weights = elements.flatMap(({ id }) => {
    const entered = values[`weight-${id}`]
    return typeof entered === 'number' ? [[id, entered] as const] : []
  })
  const change = { what: 'weights', weights: Object.fromEntries(weights) } as const
  return done(change, t('improvements-evaluation.model.weights_entered'))
}

function readAddition<Read>(
  request: Request,
  done: (change: ModelChange, reason: string) => Read,
): Read | { values: null; problems: readonly FieldProblem[] } {
  const addition = z
    .object({
      criterionId: optionalLine(60),
      criterion: optionalLine(200),
      evidence: line(200),
      element: line(400),
    })
    .refine(({ criterionId, criterion }) => criterionId !== '' || criterion !== '', {
      message: 'required',
      path: ['criterion'],
    })
  const { values, problems } = readForm(request, addition)
  if (!values) return { values: null, problems }
  const criterionId = values.criterionId || null
  return done({ what: 'add', ...values, criterionId }, values.element)
}

async function enterToKeep(system: System, request: Request, response: Response) {
  const room = await enterEvaluation(system, request, response)
  if (!mayKeepModel(room.staff, room.deed.administrationId)) throw new NotAllowed()
  return room
}

async function show(
  system: System,
  room: EvaluationRoom,
  _request: Request,
  response: Response,
  problems: readonly FieldProblem[],
): Promise<void> {
  const { t, lang, urls, own, deed, staff, book } = room
  const again = formAgain(response, problems, 'improvements-evaluation.problems')
  const { typed } = again
  const versions = await listOwnModels(system.db, deed.administrationId)
  const shipped = await listShippedModels(system.db)
  const names = await accountNames(
    system.db,
    versions.map(({ writtenBy }) => writtenBy),
  )
  const model = {
    title: t('improvements-evaluation.model.title'),
    ...again,
    backUrl: urls.home,
    name: own ? inLanguage(own.model.name, lang) : null,
    source: own?.model.source ?? null,
    version: own?.version ?? 0,
    timeZone: book.administration.timeZone,
    mayKeep: mayKeepModel(staff, deed.administrationId),
    adoptUrl: urls.model,
    changeUrl: urls.changes,
    shipped: shipped.map(({ code, name }) => ({ value: code, text: inLanguage(name, lang) })),
    criteria: (own?.model.criteria ?? []).map(({ id, name, evidences }) => ({
      id,
      name: inLanguage(name, lang),
      evidences: evidences.map((evidence) => ({
        name: inLanguage(evidence.name, lang),
        nature: t(`improvements-evaluation.nature.${evidence.nature}`),
        elements: evidence.elements.map((element) => ({
          id: element.id,
          text: inLanguage(element.text, lang),
          weight: again.error ? typed(`weight-${element.id}`) || element.weight : element.weight,
          byItself: element.provedBy.length > 0,
        })),
      })),
    })),
    versions: versions.map(({ version, reason, writtenAt, writtenBy }) => ({
      ...{ version, reason, writtenAt },
      name: names.get(writtenBy) ?? '',
    })),
  }
  render(response, 'improvements/evaluation/model', model, { layout: 'staff' })
}
