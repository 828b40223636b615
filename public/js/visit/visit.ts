import type { CopiedElement, VisitCopy } from '../../../src/improvements/evaluation/tablet/index.ts'
import type { FoundState } from '../../../src/improvements/evaluation/tablet/index.ts'
import type { Say } from '../offline/say.ts'
import type { Sending } from './sending.ts'
import type { StoredCopy } from './storage/copies.ts'

/** One visit at work: what every screen knows. */
export interface Visit {
  root: HTMLElement
  say: Say
  database: IDBDatabase
  stored: StoredCopy
  sending: Sending
  clock: () => Date
  /** What was written since the page was opened; of what is older only the seal is here. */
  written: WrittenNote[]
  /** To a screen: `#` the first, `#criterio/ID`, `#nota`. */
  go: (hash: string) => void
  /** Something was written to the tablet's disk, or could not be. */
  saved: (isSaved: boolean) => void
}

export interface WrittenNote {
  elementId: string | null
  words: string
  at: Date
}

/** As it was found on this tablet, else as the book had it. */
export function foundOf({ stored }: Visit, { id, mark }: CopiedElement): FoundState | null {
  return stored.found[id] ?? mark?.state ?? null
}

export function elementsOf(criterion: VisitCopy['criteria'][number]): CopiedElement[] {
  return criterion.evidences.flatMap(({ elements }) => [...elements])
}
