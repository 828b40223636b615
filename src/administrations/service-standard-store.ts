import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { ServiceStandard, StandardMeasure } from './service-standard.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    service_standards: {
      administration_id: string
      standard_id: string
      service_id: string | null
      channel: string | null
      measure: StandardMeasure
      most: number
      of_hundred: number
      valid_from: PlainDate
      valid_until: PlainDate | null
      source: string
    }
  }
}

export async function insertStandards(
  tx: Tx,
  administrationId: string,
  standards: readonly ServiceStandard[],
): Promise<void> {
  if (standards.length === 0) return
  await tx
    .insertInto('service_standards')
    .values(standards.map((standard) => rowOf(administrationId, standard)))
    .execute()
}

export async function upsertStandard(
  tx: Tx,
  administrationId: string,
  standard: ServiceStandard,
): Promise<void> {
  const row = rowOf(administrationId, standard)
  await tx
    .insertInto('service_standards')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'standard_id']).doUpdateSet(row),
    )
    .execute()
}

export async function deleteStandard(
  tx: Tx,
  administrationId: string,
  standardId: string,
): Promise<void> {
  await tx
    .deleteFrom('service_standards')
    .where('administration_id', '=', administrationId)
    .where('standard_id', '=', standardId)
    .execute()
}

function rowOf(administrationId: string, standard: ServiceStandard) {
  return {
    administration_id: administrationId,
    standard_id: standard.standardId,
    service_id: standard.serviceId,
    channel: standard.channel,
    measure: standard.measure,
    most: standard.most,
    of_hundred: standard.ofHundred,
    valid_from: standard.validFrom,
    valid_until: standard.validUntil,
    source: standard.source,
  }
}

export async function listStandards(db: Db, administrationId: string): Promise<ServiceStandard[]> {
  const rows = await db
    .selectFrom('service_standards')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy('measure')
    .orderBy('valid_from')
    .orderBy('standard_id')
    .execute()
  return rows.map((row) => ({
    standardId: row.standard_id,
    measure: row.measure,
    serviceId: row.service_id,
    channel: row.channel,
    most: row.most,
    ofHundred: row.of_hundred,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    source: row.source,
  }))
}
