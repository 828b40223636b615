import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import {
  getOwnYear,
  keepOwnYear,
  loadCalendar,
  readCalendarFile,
  startClock,
  withDay,
  withoutDay,
  type CalendarDay,
  type OwnCalendar,
  type Term,
} from '../../src/deadlines/index.ts'
import { inTransaction, type Tx } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/system.ts'
import { businessTerm } from './pack-calendar.ts'

export interface Town {
  administrationId: string
  /** A calendar of its own above the national one of Peru. */
  calendarCode: string
}

let towns = 0

export async function buildTown(system: System): Promise<Town> {
  const slug = `town-${++towns}`
  const town = { administrationId: randomUUID(), calendarCode: slug }
  await sql`insert into administrations
    (administration_id, slug, name, book_code, regime_code, calendar_code, time_zone, languages)
    values (${town.administrationId}, ${slug}, ${slug}, ${`TOWN${towns}`}, 'neutral', ${slug},
      'America/Lima', '{es,en}')`.execute(system.db)
  await inTransaction(system.db, async (tx) => {
    const pack = new URL('../../packs/calendars/pe-national.yaml', import.meta.url)
    await loadCalendar(tx, system.jobs, readCalendarFile(readFileSync(pack, 'utf8')))
    await loadCalendar(tx, system.jobs, ownCalendar(slug), town.administrationId)
  })
  return town
}

export function ownCalendar(code: string) {
  return readCalendarFile(
    `code: ${code}\nparent: pe-national\nname: { es: Días propios, en: Own days }\nsource: Acuerdo 1\ndays: []\n`,
  )
}

export async function declareDay(
  tx: Tx,
  jobs: System['jobs'],
  own: OwnCalendar,
  day: CalendarDay,
): Promise<void> {
  const year = await getOwnYear(tx, own, Number(day.date.slice(0, 4)))
  await keepOwnYear(tx, jobs, own, withDay(year, day))
}

export async function withdrawDay(
  tx: Tx,
  jobs: System['jobs'],
  own: OwnCalendar,
  date: string,
): Promise<void> {
  const year = await getOwnYear(tx, own, Number(date.slice(0, 4)))
  await keepOwnYear(tx, jobs, own, withoutDay(year, date))
}

/** A case with a clock of thirty working days, filed at nine in the morning of Lima. */
export async function buildClock(
  system: System,
  { administrationId, calendarCode }: Town,
  filedOn: string,
  changes: { term?: Partial<Term>; days?: number; told?: boolean; caseId?: string } = {},
) {
  const of = { administrationId, caseId: changes.caseId ?? randomUUID() }
  const { clockId, dueOn } = await inTransaction(system.db, (tx) =>
    startClock(tx, {
      ...of,
      term: businessTerm(changes.days ?? 30, changes.term),
      regimeCode: 'test',
      regimeVersion: 1,
      startedAt: new Date(`${filedOn}T14:00:00Z`),
      timeZone: 'America/Lima',
      calendarCode,
      told: changes.told ?? true,
    }),
  )
  return { of, clockId, dueOn }
}

/** Noon of that day in Lima. */
export function noon(day: string): Date {
  return new Date(`${day}T17:00:00Z`)
}
