import type { PlainDate } from '../../platform/dates.ts'

export const SAMPLINGS = ['all', 'stratified'] as const
export type Sampling = (typeof SAMPLINGS)[number]

/** Which cases a corpus asks for; an empty list asks for all. */
export interface CorpusFilter {
  kinds: readonly string[]
  centreIds: readonly string[]
  serviceIds: readonly string[]
  channels: readonly string[]
}

export interface Corpus {
  administrationId: string
  corpusId: string
  frameId: string
  question: string
  periodFrom: PlainDate
  periodUntil: PlainDate
  filter: CorpusFilter
  sampling: Sampling
  sampleSize: number | null
  seed: number
  state: 'gathering' | 'ready'
  /** How many texts there were to choose from, and how many were taken. */
  eligible: number
  gathered: number
  createdAt: Date
  createdBy: string
}

export const MASK_KINDS = [
  'name',
  'document',
  'phone',
  'email',
  'address',
  'plate',
  'other',
] as const
export type MaskKind = (typeof MASK_KINDS)[number]

/** A stretch of the masked text that stands for something of the original. */
export interface Mask {
  start: number
  end: number
  /** How long the original was. */
  length: number
  kind: MaskKind
}

/** One text of a corpus as it may be read. */
export interface CorpusText {
  textId: string
  corpusId: string
  position: number
  caseId: string | null
  legacyCaseId: string | null
  masked: string
  masks: readonly Mask[]
  kind: string
  centreId: string | null
  serviceId: string | null
  channel: string | null
  motive: string | null
  outcome: string | null
  language: string
  registeredAt: Date
  severe: boolean
  quotation: boolean
  stratum: string
  doubleCoded: boolean
  version: number
  maskedBy: string | null
  maskedAt: Date | null
  segmentedBy: string | null
  segmentedAt: Date | null
}
