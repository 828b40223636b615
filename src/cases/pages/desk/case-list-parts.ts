import type { Request, Response } from 'express'
import type { BookRules } from '../../../administrations/index.ts'
import type { WorkingCalendar } from '../../../deadlines/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { DeskView } from '../../desk.ts'
import type { DeskPage } from '../../desk-store.ts'
import type { DeskQuery } from './desk-query.ts'

/** All that the list of cases is drawn from. */
export interface CaseListParts {
  request: Request
  response: Response
  rules: BookRules
  calendar: WorkingCalendar
  today: PlainDate
  query: DeskQuery
  page: DeskPage
  counts: Partial<Record<DeskView, number>>
  /** Of a search or a filtered view, up to one more than are counted. */
  found: number | null
  names: ReadonlyMap<string, string>
  /** Whose draft came back for corrections. */
  returned: ReadonlySet<string>
  mayAssign: boolean
}
