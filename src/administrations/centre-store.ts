import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import './administration-tables.ts'
import type { Centre } from './book-rules.ts'
import { validityOf } from './organisation-store.ts'

/** The centres with all that hangs on them, in four statements however many there are. */
export async function listCentres(db: Db, of: string): Promise<Centre[]> {
  const centres = await db
    .selectFrom('centres')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('name')
    .execute()
  const hours = byCentre(await selectHours(db, of))
  const windows = byCentre(await selectWindows(db, of))
  const services = byCentre(await selectServices(db, of))
  return centres.map((row) => ({
    centreId: row.centre_id,
    slug: row.slug,
    name: row.name,
    address: row.address,
    calendarCode: row.calendar_code,
    emergencyEmail: row.emergency_email,
    headApproves: row.head_approves,
    hours: (hours.get(row.centre_id) ?? []).map(({ weekday, opens, closes }) => ({
      weekday,
      opens: opens.slice(0, 5),
      closes: closes.slice(0, 5),
    })),
    windows: (windows.get(row.centre_id) ?? []).map(({ window_id, slug, name }) => ({
      windowId: window_id,
      slug,
      name,
    })),
    serviceIds: (services.get(row.centre_id) ?? []).map(({ service_id }) => service_id),
    ...validityOf(row),
  }))
}

/** Every site of these administrations that is one on a day. */
export async function listSites(
  db: Db,
  administrationIds: readonly string[],
  day: PlainDate,
): Promise<{ administrationId: string; centreId: string }[]> {
  const rows = await db
    .selectFrom('centres')
    .select(['administration_id', 'centre_id'])
    .where('administration_id', 'in', administrationIds)
    .where((is) => is.or([is('valid_from', 'is', null), is('valid_from', '<=', day)]))
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>=', day)]))
    .execute()
  return rows.map((row) => ({ administrationId: row.administration_id, centreId: row.centre_id }))
}

/** Who is told at once when somebody may be in danger there. */
export async function findEmergencyEmail(
  db: Db,
  administrationId: string,
  centreId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('centres')
    .select('emergency_email')
    .where('administration_id', '=', administrationId)
    .where('centre_id', '=', centreId)
    .executeTakeFirst()
  return row?.emergency_email ?? null
}

function selectHours(db: Db, of: string) {
  return db
    .selectFrom('centre_hours')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('weekday')
    .orderBy('opens')
    .execute()
}

function selectWindows(db: Db, of: string) {
  return db
    .selectFrom('service_windows')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('slug')
    .execute()
}

function selectServices(db: Db, of: string) {
  return db.selectFrom('centre_services').selectAll().where('administration_id', '=', of).execute()
}

function byCentre<Row extends { centre_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const known = grouped.get(row.centre_id)
    if (known) known.push(row)
    else grouped.set(row.centre_id, [row])
  }
  return grouped
}
