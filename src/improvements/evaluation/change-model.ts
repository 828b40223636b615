import type { Criterion, Element, EvaluationModel, EvidenceAsked } from './model.ts'
import { elementsOf } from './model.ts'

/** What an administration changes in the model that it adopted. */
export type ModelChange =
  | { what: 'weights'; weights: Readonly<Record<string, number>> }
  | {
      what: 'add'
      criterionId: string | null
      criterion: string
      evidence: string
      element: string
    }
  | { what: 'remove'; criterionId: string }

/** The model after a change; null where there is nothing to change in. */
export function changeModel(model: EvaluationModel, change: ModelChange): EvaluationModel | null {
  if (change.what === 'weights') return weighAnew(model, change.weights)
  if (change.what === 'remove') return without(model, change.criterionId)
  return withAdded(model, change)
}

function weighAnew(model: EvaluationModel, weights: Readonly<Record<string, number>>) {
  return mapElements(model, (element) => ({
    ...element,
    weight: weights[element.id] ?? element.weight,
  }))
}

function mapElements(model: EvaluationModel, map: (element: Element) => Element): EvaluationModel {
  const criteria = model.criteria.map((criterion) => ({
    ...criterion,
    evidences: criterion.evidences.map((evidence) => ({
      ...evidence,
      elements: evidence.elements.map(map),
    })),
  }))
  return { ...model, criteria }
}

function without(model: EvaluationModel, criterionId: string): EvaluationModel | null {
  const criteria = model.criteria.filter(({ id }) => id !== criterionId)
  // an evaluation without any criterion would say nothing
  const isGone = criteria.length === model.criteria.length - 1 && criteria.length > 0
  return isGone ? { ...model, criteria } : null
}

type Addition = Extract<ModelChange, { what: 'add' }>

function withAdded(model: EvaluationModel, change: Addition): EvaluationModel | null {
  const number = nextNumber(model)
  const evidence: EvidenceAsked = {
    id: `propia-${number}`,
    name: saidOnce(change.evidence),
    nature: 'documentary',
    reach: 'centre',
    elements: [
      {
        id: `OT-${String(number).padStart(2, '0')}`,
        text: saidOnce(change.element),
        characteristics: [],
        weight: 1,
        provedBy: [],
      },
    ],
  }
  if (change.criterionId === null) {
    const name = saidOnce(change.criterion)
    const added: Criterion = { id: `propio-${number}`, name, about: name, evidences: [evidence] }
    return { ...model, criteria: [...model.criteria, added] }
  }
  if (!model.criteria.some(({ id }) => id === change.criterionId)) return null
  const criteria = model.criteria.map((one) =>
    one.id === change.criterionId ? { ...one, evidences: [...one.evidences, evidence] } : one,
  )
  return { ...model, criteria }
}

/** An administration writes in its own language, and that is shown to everybody. */
function saidOnce(text: string) {
  return { es: text, en: text }
}

/** Never one that was there before and went: ids are for ever. */
function nextNumber(model: EvaluationModel): number {
  const used = elementsOf(model).flatMap(({ id }) => /^OT-(\d+)$/.exec(id)?.[1] ?? [])
  return Math.max(model.version * 100, 0, ...used.map(Number)) + 1
}
