import { sql, type Generated } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { regimeFile, type RegimeFile } from './regime.ts'

interface RegimesTable {
  regime_code: string
  version: number
  valid_from: PlainDate
  valid_until: PlainDate | null
  source: string
  /** As it was loaded; read through the schema, which may have grown since. */
  document: unknown
  loaded_at: Generated<Date>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    regimes: RegimesTable
  }
}

/** Whether it was new; a version that is there already stays as it is. */
export async function insertRegime(db: Db, regime: RegimeFile, now: Date): Promise<boolean> {
  const inserted = await db
    .insertInto('regimes')
    .values({
      regime_code: regime.code,
      version: regime.version,
      valid_from: regime.validFrom,
      valid_until: regime.validUntil ?? null,
      source: regime.source,
      document: asJson(regime),
      loaded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** The newest version that is in force on a day. */
export async function findRegimeOn(
  db: Db,
  code: string,
  day: PlainDate,
): Promise<RegimeFile | null> {
  const row = await db
    .selectFrom('regimes')
    .select('document')
    .where('regime_code', '=', code)
    .where('valid_from', '<=', day)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>=', day)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? regimeFile.parse(row.document) : null
}

/** The newest version in force on a day of every regime that was loaded. */
export async function listRegimesOn(db: Db, day: PlainDate): Promise<RegimeFile[]> {
  const rows = await db
    .selectFrom('regimes')
    .select('document')
    .distinctOn('regime_code')
    .where('valid_from', '<=', day)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>=', day)]))
    .orderBy('regime_code')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ document }) => regimeFile.parse(document))
}

export interface RegimeVersion {
  version: number
  validFrom: PlainDate
  validUntil: PlainDate | null
  source: string
}

/** The newest first, also those still to come. */
export async function listRegimeVersions(db: Db, code: string): Promise<RegimeVersion[]> {
  return db
    .selectFrom('regimes')
    .select(['version', 'valid_from as validFrom', 'valid_until as validUntil', 'source'])
    .where('regime_code', '=', code)
    .orderBy('version', 'desc')
    .execute()
}

export async function findRegimeVersion(
  db: Db,
  code: string,
  version: number,
): Promise<RegimeFile | null> {
  const row = await db
    .selectFrom('regimes')
    .select('document')
    .where('regime_code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? regimeFile.parse(row.document) : null
}

function asJson(regime: RegimeFile) {
  return sql<unknown>`${JSON.stringify(regime)}::jsonb`
}
