import type { Insertable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { Tables } from '../platform/database/tables.ts'
import './administration-tables.ts'
import type { Centre, Official, Service, Unit } from './book-rules.ts'
import { centreRow, officialRow, serviceRow, unitRow } from './organisation-rows.ts'

/** Units, centres and services: who is where and answers for what. */

export async function insertUnits(tx: Tx, of: string, units: readonly Unit[]): Promise<void> {
  await insertRows(
    tx,
    'units',
    units.map((unit) => unitRow(of, unit)),
  )
}

export async function insertServices(tx: Tx, of: string, services: readonly Service[]) {
  await insertRows(
    tx,
    'services',
    services.map((service) => serviceRow(of, service)),
  )
}

export async function insertCentres(tx: Tx, of: string, centres: readonly Centre[]) {
  await insertRows(
    tx,
    'centres',
    centres.map((centre) => centreRow(of, centre)),
  )
  const eachOf = (centre: Centre) => ({ administration_id: of, centre_id: centre.centreId })
  await insertRows(
    tx,
    'centre_hours',
    centres.flatMap((centre) => centre.hours.map((hours) => ({ ...eachOf(centre), ...hours }))),
  )
  await insertRows(
    tx,
    'service_windows',
    centres.flatMap((centre) =>
      centre.windows.map(({ windowId, slug, name }) => ({
        ...eachOf(centre),
        window_id: windowId,
        slug,
        name,
      })),
    ),
  )
  await insertRows(
    tx,
    'centre_services',
    centres.flatMap((centre) =>
      centre.serviceIds.map((serviceId) => ({ ...eachOf(centre), service_id: serviceId })),
    ),
  )
}

export async function insertOfficials(tx: Tx, of: string, officials: readonly Official[]) {
  await insertRows(
    tx,
    'officials',
    officials.map((official) => officialRow(of, official)),
  )
}

async function insertRows<Table extends keyof Tables>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto(table).values(rows).execute()
}

export async function listUnits(db: Db, of: string): Promise<Unit[]> {
  const rows = await db
    .selectFrom('units')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    slug: row.slug,
    name: row.name,
    parentUnitId: row.parent_unit_id,
    ...validityOf(row),
  }))
}

export async function listServices(db: Db, of: string): Promise<Service[]> {
  const rows = await db
    .selectFrom('services')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    serviceId: row.service_id,
    slug: row.slug,
    name: row.name,
    unitId: row.unit_id,
    cost: row.cost,
    requirements: row.requirements,
    term: row.term,
    ...validityOf(row),
  }))
}

export async function listOfficials(db: Db, of: string): Promise<Official[]> {
  const rows = await db
    .selectFrom('officials')
    .selectAll()
    .where('administration_id', '=', of)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    officialId: row.official_id,
    name: row.name,
    post: row.post,
    unitId: row.unit_id,
    centreId: row.centre_id,
    accountId: row.account_id,
    ...validityOf(row),
  }))
}

export function validityOf(row: {
  valid_from: string | null
  valid_until: string | null
}): Pick<Unit, 'validFrom' | 'validUntil'> {
  return { validFrom: row.valid_from, validUntil: row.valid_until }
}
