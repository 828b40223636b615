import type { Request, Response } from 'express'
import type { BookRules } from '../../../administrations/index.ts'
import type { WorkingCalendar } from '../../../deadlines/index.ts'
import type { Coworker } from '../../../people/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { DeskCounts } from '../../desk-counts-store.ts'
import type { DeskPage } from '../../desk-store.ts'
import type { BulkAtDesk } from './bulk-at-desk.ts'
import type { DeskQuery } from './desk-query.ts'
import type { DeskShelf, KeptView } from './kept-views.ts'

/** All that the list of cases is drawn from. */
export interface CaseListParts {
  request: Request
  response: Response
  rules: BookRules
  calendar: WorkingCalendar
  today: PlainDate
  query: DeskQuery
  page: DeskPage
  counts: DeskCounts
  /** Of a search or a filtered view, up to one more than are counted. */
  found: number | null
  /** Who may have cases in hand, and whoever the page names besides. */
  coworkers: readonly Coworker[]
  names: ReadonlyMap<string, string>
  shelf: DeskShelf
  kept: readonly KeptView[]
  /** Null: this person takes no step for several cases. */
  bulk: BulkAtDesk | null
}
