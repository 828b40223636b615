import type { Mark, MarkState } from './score.ts'
import { markStateOf, type VisitItem, type VisitOutcome } from './visit-item.ts'

export interface Judged {
  outcome: VisitOutcome
  /** What the element is marked with now; null: its mark stays as it is. */
  mark: { state: MarkState; reason: string } | null
}

const TAKEN: Judged = { outcome: 'taken', mark: null }

/**
 * Whether what was found on the spot becomes the element's mark. `isOwn`: the mark that stands there was made by the
 * same tablet, which may change its mind.
 */
export function judgeVisitItem(
  { state: found, words, revision }: Pick<VisitItem, 'state' | 'words' | 'revision'>,
  mark: Mark | null,
  isOwn: boolean,
): Judged {
  const state = markStateOf(found)
  if (state === null) return TAKEN
  if (mark?.state === state && (state === 'met' || words === '' || words === mark.reason)) {
    return TAKEN
  }
  const isChangedElsewhere = mark !== null && mark.revision !== revision && !isOwn
  if (isChangedElsewhere) return { outcome: 'contested', mark: null }
  if (state !== 'met' && words === '') return { outcome: 'incomplete', mark: null }
  return { outcome: 'taken', mark: { state, reason: state === 'met' ? '' : reasonOf(words) } }
}

/** A mark's reason is shorter than a note may be; the note keeps it whole. */
export function reasonOf(words: string): string {
  return words.slice(0, LONGEST_REASON)
}

const LONGEST_REASON = 2000
