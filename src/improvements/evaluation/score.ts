import type { Localized } from '../../regimes/index.ts'
import { elementsOf, type Element, type EvaluationModel, type EvidenceAsked } from './model.ts'

export const MARK_STATES = ['met', 'not_met', 'not_applicable'] as const
export type MarkState = (typeof MARK_STATES)[number]

/** How an element was found. */
export interface Mark {
  elementId: string
  state: MarkState
  /** Why it is not met or does not apply. */
  reason: string
  /** Grows with every change; whoever saves on an older one is shown both. */
  revision: number
  markedAt: Date
  markedBy: string
}

export interface ElementResult {
  id: string
  text: Localized
  /** Null: nobody marked it yet. */
  state: MarkState | null
  reason: string
}

export interface EvidenceResult {
  id: string
  name: Localized
  /** Null: none of its elements applies. */
  accepted: boolean | null
  elements: readonly ElementResult[]
}

export interface CriterionResult extends Tally {
  id: string
  name: Localized
  evidences: readonly EvidenceResult[]
}

/** Share of the weight that counts; null where nothing applies. */
interface Tally {
  share: number | null
  accepted: number
  asked: number
}

/** What is frozen when it is signed, with the words of the model as they were. */
export interface EvaluationResult extends Tally {
  modelVersion: number
  modelName: Localized
  criteria: readonly CriterionResult[]
}

/**
 * An evidence counts with the weight of its elements, and only if all that apply are met ("deben ser cumplidos
 * en su totalidad", MAS model).
 */
export function resultOf(model: EvaluationModel, marks: readonly Mark[]): EvaluationResult {
  const byElement = new Map(marks.map((mark) => [mark.elementId, mark]))
  const judged = model.criteria.map(({ id, name, evidences }) => {
    const weighed = evidences.map((evidence) => weigh(evidence, byElement))
    return { id, name, weighed }
  })
  return {
    modelVersion: model.version,
    modelName: model.name,
    ...tally(judged.flatMap(({ weighed }) => weighed)),
    criteria: judged.map(({ id, name, weighed }) => ({
      id,
      name,
      ...tally(weighed),
      evidences: weighed.map(({ result }) => result),
    })),
  }
}

interface Weighed {
  result: EvidenceResult
  weight: number
}

function weigh(evidence: EvidenceAsked, marks: ReadonlyMap<string, Mark>): Weighed {
  const applying = evidence.elements.filter(({ id }) => marks.get(id)?.state !== 'not_applicable')
  const accepted =
    applying.length === 0 ? null : applying.every(({ id }) => marks.get(id)?.state === 'met')
  return {
    weight: applying.reduce((sum, { weight }) => sum + weight, 0),
    result: {
      id: evidence.id,
      name: evidence.name,
      accepted,
      elements: evidence.elements.map((element) => elementResult(element, marks)),
    },
  }
}

function elementResult({ id, text }: Element, marks: ReadonlyMap<string, Mark>): ElementResult {
  const mark = marks.get(id)
  return { id, text, state: mark?.state ?? null, reason: mark?.reason ?? '' }
}

function tally(weighed: readonly Weighed[]): Tally {
  const asked = weighed.filter(({ result }) => result.accepted !== null)
  const accepted = asked.filter(({ result }) => result.accepted)
  const whole = sumOf(asked)
  return {
    share: whole === 0 ? null : sumOf(accepted) / whole,
    accepted: accepted.length,
    asked: asked.length,
  }
}

function sumOf(weighed: readonly Weighed[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0)
}

/** What must be marked before it can be signed. */
export function unmarked(model: EvaluationModel, marks: readonly Mark[]): Element[] {
  const marked = new Set(marks.map(({ elementId }) => elementId))
  return elementsOf(model).filter(({ id }) => !marked.has(id))
}
