import type { BookRules } from '../../administrations/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { T } from '../../platform/i18n/index.ts'
import { namesOf } from '../dashboards/index.ts'
import { readManyFigures } from '../indicators/index.ts'
import { dataRows, type DataRow } from './data-rows.ts'
import { keptAnHour } from './keep-an-hour.ts'
import { questionsOf } from './public-questions.ts'

/** A year of open data, as it may be told on a day. */
export function readOpenData(
  db: Db,
  book: BookRules,
  { year, asOf, now }: { year: number; asOf: PlainDate; now: Date },
  speech: { t: T; lang: string },
): Promise<DataRow[]> {
  const { administrationId } = book.administration
  const key = ['rows', administrationId, year, asOf, speech.lang].join(' ')
  return keptAnHour(db, key, now, async () => {
    const asked = questionsOf(administrationId, year, asOf)
    return dataRows(asked, await readManyFigures(db, asked), namesOf(book, speech))
  })
}
