import type { NoteKind } from './evaluation.ts'
import type { MarkState } from './score.ts'
import type { FoundState } from './tablet/index.ts'

/**
 * What became of what a tablet sent: taken; contested, because somebody marked the element elsewhere meanwhile;
 * incomplete, because it does not say why; late, because the visit was signed before it came.
 */
export const VISIT_OUTCOMES = ['taken', 'contested', 'incomplete', 'late'] as const
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number]

/** One note from the spot, as the tablet made it. */
export interface VisitItem {
  itemId: string
  copyId: string
  elementId: string | null
  kind: NoteKind
  state: FoundState | null
  words: string
  /** The element's mark as the tablet knew it; 0: none. */
  revision: number
  madeAt: Date
}

/** As it is kept: nothing that came is lost, whatever became of it. */
export interface KeptVisitItem extends Omit<VisitItem, 'revision'> {
  outcome: VisitOutcome
  /** The revision of the mark that it made; null: it made none. */
  madeRevision: number | null
  takenAt: Date
  takenBy: string
  settledAt: Date | null
}

/** Somebody still has to say what stands. */
export function isUndecided({ outcome, settledAt }: KeptVisitItem): boolean {
  return (outcome === 'contested' || outcome === 'incomplete') && settledAt === null
}

/** What may become a mark; what was not seen never does. */
export function markStateOf(state: FoundState | null): MarkState | null {
  return state === 'not_seen' ? null : state
}
