import { listStrata, standingOn } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { FigureQuestion } from './figure.ts'
import { isAsked } from './question.ts'

/** How many people live where the administration serves, as was noted by the last day; nobody knows it of a part. */
export async function readInhabitants(
  db: Db,
  question: FigureQuestion,
  months: readonly PlainDate[],
): Promise<number | null> {
  const { administrationId, centreId, period, asOf } = question
  if (!isAsked(question, 'Q03') || centreId !== undefined || months.length === 0) return null
  const day = period.until < asOf ? period.until : asOf
  const records = (await listStrata(db, [administrationId])).get(administrationId) ?? []
  return standingOn(records, { centreId: null, day, attended: null }).inhabitants
}
