import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import { instrumentFile, type Instrument } from './instrument.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    survey_instruments: {
      instrument_code: string
      version: number
      document: unknown
      loaded_at: Date
    }
  }
}

/** Whether it was new; a version that is there already stays as it is. */
export async function insertInstrument(
  db: Db,
  instrument: Instrument,
  now: Date,
): Promise<boolean> {
  const inserted = await db
    .insertInto('survey_instruments')
    .values({
      instrument_code: instrument.code,
      version: instrument.version,
      document: sql<unknown>`${JSON.stringify(instrument)}::jsonb`,
      loaded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

export async function getInstrument(db: Db, code: string, version: number): Promise<Instrument> {
  const row = await db
    .selectFrom('survey_instruments')
    .select('document')
    .where('instrument_code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return instrumentFile.parse(row.document)
}

/** Of each the newest version: what a new campaign may ask. */
export async function listInstruments(db: Db): Promise<Instrument[]> {
  const rows = await db
    .selectFrom('survey_instruments')
    .distinctOn('instrument_code')
    .select('document')
    .orderBy('instrument_code')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ document }) => instrumentFile.parse(document))
}

/** What people were asked about themselves, in the words of the newest survey that asks it. */
export async function listSegmentTexts(
  db: Db,
): Promise<ReadonlyMap<string, Instrument['segments'][number]['text']>> {
  const rows = await db
    .selectFrom('survey_instruments')
    .select('document')
    .orderBy('loaded_at')
    .orderBy('version')
    .execute()
  const segments = rows.flatMap(({ document }) => instrumentFile.parse(document).segments)
  return new Map(segments.map(({ code, text }) => [code, text]))
}
