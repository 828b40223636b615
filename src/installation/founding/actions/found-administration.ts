import { randomUUID } from 'node:crypto'
import {
  findAdministrationBySlug,
  findBookCode,
  insertAdministration,
  contact,
} from '../../../administrations/index.ts'
import { recordChange } from '../../../audit/index.ts'
import { insertBook } from '../../../cases/index.ts'
import { listCommonCalendars, loadCalendar } from '../../../deadlines/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import { Invalid, type FieldProblem } from '../../../platform/errors.ts'
import { languages } from '../../../platform/i18n/index.ts'
import { listRegimesOn } from '../../../regimes/index.ts'
import type { System } from '../../../system.ts'
import { ownCalendarCode } from '../../own-calendars.ts'
import { isTimeZone } from '../time-zone.ts'

export interface NewBody {
  name: string
  slug: string
  bookCode: string
  regime: string
  /** Empty: the one that the regime names. */
  calendar: string
  timeZone: string
}

/** A public body with an empty book, closed until what the law asks for is entered. Returns its id. */
export async function foundAdministration(
  system: Pick<System, 'db' | 'jobs'>,
  { by, at }: { by: string; at: Date },
  body: NewBody,
): Promise<string> {
  const { db, jobs } = system
  if (!isTimeZone(body.timeZone)) throw new Invalid([{ field: 'timeZone', code: 'unknown' }])
  const day = localDate(at, body.timeZone)
  const regimes = await listRegimesOn(db, day)
  const regime = regimes.find(({ code }) => code === body.regime)
  const parent = body.calendar || (regime?.calendar ?? '')
  const problems = [
    ...(regime ? [] : [{ field: 'regime', code: 'unknown' }]),
    ...(await calendarProblems(system, parent)),
    ...(await takenProblems(system, body)),
  ]
  if (problems.length > 0) throw new Invalid(problems)
  const administrationId = randomUUID()
  const calendarCode = ownCalendarCode(administrationId)
  const { name, slug, bookCode, timeZone } = body
  await inTransaction(db, async (tx) => {
    await insertAdministration(tx, {
      ...{ administrationId, slug, name, bookCode, calendarCode, timeZone },
      regimeCode: body.regime,
      languages,
      spokenLanguages: null,
      theme: {},
      contact: contact.parse({}),
      demo: false,
      openedAt: null,
    })
    await insertBook(tx, { administrationId, code: bookCode, year: Number(day.slice(0, 4)) })
    const named = { name: { es: name, en: name }, source: name }
    const own = { ...named, code: calendarCode, parent, days: [] }
    await loadCalendar(tx, jobs, own, administrationId)
    const details = { administration: administrationId }
    const deed = { at, accountId: by, administrationId }
    await recordChange(tx, { ...deed, action: 'administration_added', details })
  })
  return administrationId
}

async function calendarProblems({ db }: Pick<System, 'db'>, code: string): Promise<FieldProblem[]> {
  if (code === '') return [{ field: 'calendar', code: 'required' }]
  const known = (await listCommonCalendars(db)).some((calendar) => calendar.code === code)
  return known ? [] : [{ field: 'calendar', code: 'unknown' }]
}

async function takenProblems(
  { db }: Pick<System, 'db'>,
  { slug, bookCode }: NewBody,
): Promise<FieldProblem[]> {
  return [
    ...((await findAdministrationBySlug(db, slug)) ? [{ field: 'slug', code: 'taken' }] : []),
    ...((await findBookCode(db, bookCode)) ? [{ field: 'bookCode', code: 'taken' }] : []),
  ]
}
