import type { EvaluationResult } from './score.ts'

/** By the centre's own people, or by an evaluator who visits it. */
export const EVALUATION_KINDS = ['self', 'visit'] as const
export type EvaluationKind = (typeof EVALUATION_KINDS)[number]

export interface Evaluation {
  administrationId: string
  evaluationId: string
  centreId: string
  year: number
  kind: EvaluationKind
  /** The version of the administration's model that it is made with, however the model changes meanwhile. */
  modelVersion: number
  state: 'open' | 'signed'
  begunAt: Date
  begunBy: string
  conclusion: string
  /** Frozen with the signature. */
  result: EvaluationResult | null
  signedAt: Date | null
  signedBy: string | null
}

export const NOTE_KINDS = ['observation', 'interview'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** What an evaluator saw or heard on the spot. */
export interface VisitNote {
  noteId: string
  elementId: string | null
  kind: NoteKind
  words: string
  notedAt: Date
  notedBy: string
}
