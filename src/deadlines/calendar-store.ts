import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { CalendarFile } from './calendar-file.ts'
import type { DayRule } from './day-rules.ts'
import type { CalendarDay, CalendarLayer } from './working-calendar.ts'
import './tables.ts'

export interface StoredCalendar {
  code: string
  parent: string | null
  administrationId: string | null
  name: Readonly<Record<string, string>>
  workingWeek: number[] | null
  years: { first: number; last: number } | null
  rules: DayRule[]
  confirmFrom: string | null
  version: number
  source: string
}

/** A layer with the name that people know it by; the particular one last. */
export interface NamedLayer extends CalendarLayer {
  edition: string
  name: Readonly<Record<string, string>>
  source: string
  administrationId: string | null
  rules: readonly DayRule[]
}

interface LayerRow {
  calendar_code: string
  administration_id: string | null
  name: Readonly<Record<string, string>>
  version: number
  edition: string
  source: string
  working_week: number[] | null
  first_year: number | null
  last_year: number | null
  day_rules: DayRule[]
  confirm_from: string | null
  confirmed_years: number[]
  days: CalendarDay[]
}

export async function getEdition(db: Db, code: string): Promise<string> {
  const row = await db
    .selectFrom('calendars')
    .select('edition')
    .where('calendar_code', '=', code)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row.edition
}

/** From the general to the particular. */
export async function listLayers(db: Db, code: string): Promise<NamedLayer[]> {
  const { rows } = await sql<LayerRow>`
    with recursive chain as (
      select calendars.*, 0 as depth from calendars where calendar_code = ${code}
      union all
      select below.*, depth + 1 from calendars below join chain on below.calendar_code = chain.parent_code
    )
    select calendar_code, administration_id, name, version, edition, source, working_week, first_year, last_year,
      day_rules, confirm_from, confirmed_years,
      coalesce((
        select json_agg(json_strip_nulls(json_build_object('date', day, 'kind', kind, 'name', day_rows.name,
          'source', day_rows.source, 'publishedOn', published_on)) order by day)
        from calendar_days day_rows where day_rows.calendar_code = chain.calendar_code
      ), '[]'::json) as days
    from chain order by depth desc`.execute(db)
  return rows.map(layerFromRow)
}

function layerFromRow(row: LayerRow): NamedLayer {
  return {
    code: row.calendar_code,
    administrationId: row.administration_id,
    name: row.name,
    version: row.version,
    edition: row.edition,
    source: row.source,
    workingWeek: row.working_week ?? undefined,
    years: yearsOf(row) ?? undefined,
    confirmedYears: row.confirmed_years,
    confirmFrom: row.confirm_from ?? undefined,
    rules: row.day_rules,
    days: row.days,
  }
}

function yearsOf({ first_year, last_year }: Pick<LayerRow, 'first_year' | 'last_year'>) {
  return first_year !== null && last_year !== null ? { first: first_year, last: last_year } : null
}

export async function lockCalendar(tx: Tx, code: string): Promise<StoredCalendar | null> {
  const row = await tx
    .selectFrom('calendars')
    .selectAll()
    .where('calendar_code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  return {
    code: row.calendar_code,
    parent: row.parent_code,
    administrationId: row.administration_id,
    name: row.name,
    workingWeek: row.working_week,
    years: yearsOf(row),
    rules: row.day_rules,
    confirmFrom: row.confirm_from,
    version: row.version,
    source: row.source,
  }
}

/** Those of a country or region, which administrations stand on. */
export async function listCommonCalendars(db: Db) {
  const rows = await db
    .selectFrom('calendars')
    .select(['calendar_code', 'name', 'source'])
    .where('administration_id', 'is', null)
    .orderBy('calendar_code')
    .execute()
  return rows.map(({ calendar_code, name, source }) => ({ code: calendar_code, name, source }))
}

export async function listOwnCalendars(db: Db, administrationId: string) {
  const rows = await db
    .selectFrom('calendars')
    .select(['calendar_code', 'name'])
    .where('administration_id', '=', administrationId)
    .orderBy('calendar_code')
    .execute()
  return rows.map(({ calendar_code, name }) => ({ code: calendar_code, name }))
}

/** Writes the calendar and puts the days of the file in the place of those it had. */
export async function writeCalendar(
  tx: Tx,
  file: CalendarFile,
  administrationId: string | null,
): Promise<void> {
  const content = {
    parent_code: file.parent ?? null,
    administration_id: administrationId,
    name: JSON.stringify(file.name),
    working_week: file.workingWeek ?? null,
    first_year: file.years?.first ?? null,
    last_year: file.years?.last ?? null,
    day_rules: JSON.stringify(file.rules ?? []),
    confirm_from: file.confirmFrom ?? null,
    source: file.source,
  }
  await tx
    .insertInto('calendars')
    .values({ calendar_code: file.code, ...content })
    .onConflict((conflict) => conflict.column('calendar_code').doUpdateSet(content))
    .execute()
  await tx.deleteFrom('calendar_days').where('calendar_code', '=', file.code).execute()
  await insertDays(tx, file.code, file.days)
}

export async function insertDays(tx: Tx, code: string, days: readonly CalendarDay[]) {
  if (days.length === 0) return
  await tx
    .insertInto('calendar_days')
    .values(
      days.map(({ date, kind, name, source, publishedOn }) => ({
        calendar_code: code,
        day: date,
        kind,
        name: JSON.stringify(name),
        source,
        published_on: publishedOn ?? null,
      })),
    )
    .execute()
}

/** The calendar and all that stand on it: its days are theirs too. */
export function withAbove(code: string) {
  return sql`with recursive above as (
      select calendar_code from calendars where calendar_code = ${code}
      union
      select calendars.calendar_code from calendars join above on parent_code = above.calendar_code
    )`
}

/** A change in one calendar is a new version of it and of all that stand on it. Returns their codes. */
export async function renewVersions(tx: Tx, code: string): Promise<string[]> {
  const { rows } = await sql<{ calendar_code: string }>`
    ${withAbove(code)}
    update calendars set version = version + 1, edition = gen_random_uuid()
    where calendar_code in (select calendar_code from above)
    returning calendar_code`.execute(tx)
  return rows.map(({ calendar_code }) => calendar_code)
}

/** Calendars by which an open clock still counts as they were before their last change. */
export async function listStaleCalendars(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('clocks')
    .innerJoin('calendars', 'calendars.calendar_code', 'clocks.calendar_code')
    .where('clocks.stopped_at', 'is', null)
    .whereRef('clocks.calendar_version', '<', 'calendars.version')
    .select('clocks.calendar_code')
    .distinct()
    .execute()
  return rows.map(({ calendar_code }) => calendar_code)
}
