import type { PlainDate } from '../../platform/dates.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

/** The analysis of the gaps of one version of a process: versions of its own, and a closed one never changes. */
export interface Gap extends ImprovementPlace {
  gapId: string
  processId: string
  processVersion: number
  serviceId: string
  version: number
  /** Rises with each change of a draft. */
  revision: number
  state: 'draft' | 'closed'
  /** The days in which people said what the analysis rests on. */
  periodFrom: PlainDate
  periodUntil: PlainDate
  reviewOn: PlainDate
  writtenAt: Date
  writtenBy: string
  closedOn: PlainDate | null
}

/** What shows a problem: kept with its number as it was when it was linked. */
export interface GapLink {
  /** A code of what people said, a cause that was found, a theme of the machine, a driver of satisfaction. */
  kind: GapLinkKind
  id: string
  /** The corpus of a code; null for the rest. */
  corpusId: string | null
  name: string
  /** Cases that tell it, of how many looked at; null where they are too few to be told. */
  n: number | null
  of: number
  /** From 1 to 4, as coded; null where nobody coded it. */
  severity: number | null
}

export const GAP_LINK_KINDS = ['code', 'cause', 'theme', 'driver'] as const
export type GapLinkKind = (typeof GAP_LINK_KINDS)[number]

/** One line: an activity of the process, a problem in it, what shows it and what is done about it. */
export interface GapRow {
  rowId: string
  /** The same line in every version of the analysis. */
  lineId: string
  gapId: string
  place: number
  stepId: string
  activity: string
  problem: string
  /** Why one knows that there is no problem; empty where there is one. */
  noProblem: string
  links: readonly GapLink[]
  action: string
  /** Criteria and indicators that it has to do with (AB-06). */
  criteria: readonly string[]
  severity: number | null
  feasibility: number | null
  ownerId: string | null
  dueOn: PlainDate | null
  revision: number
}

/** The words that a project carries over as they stand (PM-02). */
export interface LockedGap {
  gap: Gap
  row: GapRow
  priority: Priority
  /** Whether no other row of the analysis weighs more (PM-03). */
  isTop: boolean
  /** Of the newest closed version: the same line there, or null if it vanished. */
  newest: { gapId: string; version: number; row: GapRow | null }
}

/** The score and all that it is made of. */
export interface Priority {
  score: number
  frequency: number
  severity: number
  relevance: number
  criteria: number
  feasibility: number
}
