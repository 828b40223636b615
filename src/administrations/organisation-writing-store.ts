import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'
import './administration-tables.ts'
import type { Centre, Official, Service, Unit } from './book-rules.ts'
import { centreRow, officialRow, serviceRow, unitRow } from './organisation-rows.ts'

/** One unit, service, centre or official as it stands from now on: added where it was not there. */

export async function writeUnit(tx: Tx, of: string, unit: Unit): Promise<void> {
  const row = unitRow(of, unit)
  await tx
    .insertInto('units')
    .values(row)
    .onConflict((conflict) => conflict.columns(['administration_id', 'unit_id']).doUpdateSet(row))
    .execute()
}

export async function writeService(tx: Tx, of: string, service: Service): Promise<void> {
  const row = serviceRow(of, service)
  await tx
    .insertInto('services')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'service_id']).doUpdateSet(row),
    )
    .execute()
}

export async function writeOfficial(tx: Tx, of: string, official: Official): Promise<void> {
  const row = officialRow(of, official)
  await tx
    .insertInto('officials')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'official_id']).doUpdateSet(row),
    )
    .execute()
}

/** Its hours and services are written anew; a window that stays keeps its id, since cases name it. */
export async function writeCentre(tx: Tx, of: string, centre: Centre): Promise<void> {
  const row = centreRow(of, centre)
  const key = { administration_id: of, centre_id: centre.centreId }
  await tx
    .insertInto('centres')
    .values({ ...key, ...row })
    .onConflict((conflict) => conflict.columns(['administration_id', 'centre_id']).doUpdateSet(row))
    .execute()
  await clearCentre(tx, key, ['centre_hours', 'centre_services'])
  if (centre.hours.length > 0) {
    const hours = centre.hours.map((span) => ({ ...key, ...span }))
    await tx.insertInto('centre_hours').values(hours).execute()
  }
  if (centre.serviceIds.length > 0) {
    const services = centre.serviceIds.map((serviceId) => ({ ...key, service_id: serviceId }))
    await tx.insertInto('centre_services').values(services).execute()
  }
  await writeWindows(tx, key, centre.windows)
}

interface CentreKey {
  administration_id: string
  centre_id: string
}

async function writeWindows(tx: Tx, key: CentreKey, windows: Centre['windows']): Promise<void> {
  const kept = windows.map(({ windowId }) => windowId)
  await tx
    .deleteFrom('service_windows')
    .where('administration_id', '=', key.administration_id)
    .where('centre_id', '=', key.centre_id)
    .where(sql<boolean>`window_id <> all(${kept})`)
    .execute()
  for (const { windowId, slug, name } of windows) {
    await tx
      .insertInto('service_windows')
      .values({ ...key, window_id: windowId, slug, name })
      .onConflict((conflict) =>
        conflict.columns(['administration_id', 'window_id']).doUpdateSet({ slug, name }),
      )
      .execute()
  }
}

async function clearCentre(
  tx: Tx,
  key: CentreKey,
  tables: readonly ('centre_hours' | 'centre_services' | 'service_windows' | 'centres')[],
): Promise<void> {
  for (const table of tables) {
    await tx
      .deleteFrom(table)
      .where('administration_id', '=', key.administration_id)
      .where('centre_id', '=', key.centre_id)
      .execute()
  }
}

/** Fails where something still names it. */
export async function deleteCentre(tx: Tx, of: string, centreId: string): Promise<void> {
  const key = { administration_id: of, centre_id: centreId }
  await clearCentre(tx, key, ['centre_hours', 'centre_services', 'service_windows', 'centres'])
}

export async function deleteUnit(tx: Tx, of: string, unitId: string): Promise<void> {
  await tx
    .deleteFrom('units')
    .where('administration_id', '=', of)
    .where('unit_id', '=', unitId)
    .execute()
}

export async function deleteService(tx: Tx, of: string, serviceId: string): Promise<void> {
  await tx
    .deleteFrom('services')
    .where('administration_id', '=', of)
    .where('service_id', '=', serviceId)
    .execute()
}

export async function deleteOfficial(tx: Tx, of: string, officialId: string): Promise<void> {
  await tx
    .deleteFrom('officials')
    .where('administration_id', '=', of)
    .where('official_id', '=', officialId)
    .execute()
}
