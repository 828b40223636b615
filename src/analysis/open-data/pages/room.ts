import type { Request, Response } from 'express'
import { getBookRules, wearTheme, type BookRules } from '../../../administrations/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { listMonthsReceived } from '../../indicators/index.ts'
import { yearsKept } from '../public-questions.ts'
import { publicUrls } from './urls.ts'

/** What every public page and file of figures starts from. */
export interface PublicRoom {
  book: BookRules
  now: Date
  today: PlainDate
  /** Of which something may be told, the newest first. */
  years: readonly number[]
  /** In which a book was kept, the running one included. */
  months: readonly PlainDate[]
  urls: ReturnType<typeof publicUrls>
  t: T
  lang: string
}

export async function enterPublicRoom(
  system: System,
  request: Request,
  response: Response,
): Promise<PublicRoom> {
  const now = system.clock()
  const book = await getBookRules(system, String(request.params['slug']), now)
  const { administration } = book
  wearTheme(response, administration)
  const today = localDate(now, administration.timeZone)
  const months = await listMonthsReceived(system.db, administration.administrationId)
  const { t, lang } = response.locals
  return {
    book,
    now,
    today,
    years: yearsKept(months, today),
    months,
    urls: publicUrls(administration.slug),
    t,
    lang,
  }
}

/** A year of the address of a file, which must be one that there are data of. */
export function yearIn(request: Request, { years }: PublicRoom): number {
  const year = years.find((each) => String(each) === request.params['year'])
  if (year === undefined) throw new NotFound()
  return year
}
