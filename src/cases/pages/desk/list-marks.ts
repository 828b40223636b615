import type { BookRules } from '../../../administrations/index.ts'
import { getCalendar } from '../../../deadlines/index.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import type { CaseViewer } from '../../case-policy.ts'
import { deskDays } from '../../desk-days.ts'
import { listDesk } from '../../desk-store.ts'
import { MOST_IN_BULK } from '../../desk.ts'
import { readDeskQuery } from './desk-query.ts'
import { trailValues, type DeskTrail } from './desk-trail.ts'
import type { Mark } from './marks.ts'

/** The cases of a whole list as they stand, the first in its order, as if each had been marked. */
export async function listMarks(
  { db }: Pick<System, 'db'>,
  viewer: CaseViewer,
  { book, today }: { book: BookRules; today: PlainDate },
  trail: DeskTrail,
): Promise<Mark[]> {
  const days = deskDays(await getCalendar(db, book.administration.calendarCode), today)
  const { filters } = readDeskQuery(trailValues(trail), book, 'open', today)
  const page = { after: null, size: MOST_IN_BULK }
  const { cases } = await listDesk(db, viewer, filters, days, page)
  return cases.map(({ caseNumber, historyLength }) => ({ caseNumber, seenLength: historyLength }))
}
