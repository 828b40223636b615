import type { Span } from './segment.ts'

/** Where in the journey of a person something happened, from hearing of it to what came afterwards. */
export const STAGES = [
  'finding_out',
  'arriving',
  'waiting',
  'attention',
  'processing',
  'result',
  'afterwards',
] as const
export type Stage = (typeof STAGES)[number]

export const SEVERITIES = [1, 2, 3, 4] as const
export type Severity = (typeof SEVERITIES)[number]

/** Bad, neither, good. */
export const VALENCES = [-1, 0, 1] as const
export type Valence = (typeof VALENCES)[number]

/** What a coder says of one segment. */
export interface CodingChoice {
  codeId: string
  severity: Severity
  stage: Stage | null
  valence: Valence
  suggestion: boolean
  harm: boolean
}

export interface Coding extends CodingChoice {
  segmentId: string
  coderId: string
  /** The frame as the coder knew it. */
  frameVersion: number
  version: number
  codedAt: Date
}

/** Where lists of segments continue. */
export interface SegmentCursor {
  textPosition: number
  position: number
}

/** A segment with the code that it ended up with: by one coder, by two who agreed, or resolved. */
export interface CodedSegment extends CodingChoice, SegmentCursor, Span {
  segmentId: string
  textId: string
  caseId: string | null
  legacyCaseId: string | null
  /** Masked. */
  text: string
  kind: string
  centreId: string | null
  serviceId: string | null
  channel: string | null
  language: string
  registeredAt: Date
  quotation: boolean
  settled: 'single' | 'agreed' | 'resolved'
}
