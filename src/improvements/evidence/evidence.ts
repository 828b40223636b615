import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

/** What a photo or document is about. */
export const EVIDENCE_ABOUT = [
  'project',
  'project_activity',
  'task',
  'meeting',
  'charter',
  'dissemination',
  'inspection',
  'practice',
  'risk',
  'process',
  'evaluation',
  'measure_plan',
  'gap',
  'told',
  'digitalisation',
  'instrument',
] as const
export type EvidenceAbout = (typeof EVIDENCE_ABOUT)[number]

export interface EvidenceSubject {
  kind: EvidenceAbout
  id: string
}

export interface Evidence extends ImprovementPlace {
  evidenceId: string
  about: EvidenceSubject
  fileName: string
  /** As judged by content: `image/jpeg`, `application/pdf` … */
  type: string
  bytes: number
  /** Its size in points; null: no photo. */
  image: { width: number; height: number } | null
  caption: string
  /** The day that the person said, and the one that the photo itself carried, if any. */
  takenOn: PlainDate | null
  fileDate: PlainDate | null
  /** A spot in words: "sala de espera, ventanilla 2". */
  spot: string
  /** Whether people outside may see it; only photos. */
  isPublic: boolean
  /** What it shows was approved or signed: it stays. */
  isHeld: boolean
  addedBy: string
  addedAt: Date
}

/** The same spot, before and after. */
export interface PhotoPair {
  pairId: string
  about: EvidenceSubject
  spot: string
  before: Evidence
  after: Evidence
  /** What makes one doubt, as keys: no photo date, not the day that was said, the wrong order, another place. */
  doubts: readonly PairDoubt[]
}

export const PAIR_DOUBTS = [
  'no_date',
  'other_date',
  'wrong_order',
  'other_place',
  'same_photo',
] as const
export type PairDoubt = (typeof PAIR_DOUBTS)[number]
