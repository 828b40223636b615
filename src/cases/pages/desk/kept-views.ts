import type { Staff } from '../../../people/index.ts'
import type { DeskTrail } from './desk-trail.ts'

/** A list of the desk that somebody keeps under a name; only how it is narrowed, never what it holds. */
export interface KeptView {
  viewId: string
  name: string
  trail: DeskTrail
  /** Kept by somebody for several. */
  shared: boolean
  /** Where this person begins. */
  isDefault: boolean
}

/** The room that keeps lists of the desk for each person. */
export interface DeskShelf {
  /** In the person's own order. One question to the database. */
  list(at: { staff: Staff; administrationId: string }): Promise<readonly KeptView[]>
  /** Where the list before somebody gets its name. */
  keepUrl(slug: string, trail: DeskTrail): string
  /** Where their order, their names and their readers are changed. */
  arrangeUrl(slug: string): string
}
