import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Rhythm } from './reporting-period.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    report_rhythms: {
      administration_id: string
      rhythm: Rhythm
      set_at: Date
      set_by: string
    }
  }
}

export async function findRhythm(db: Db, administrationId: string): Promise<Rhythm | null> {
  const row = await db
    .selectFrom('report_rhythms')
    .select('rhythm')
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  return row?.rhythm ?? null
}

export async function listRhythms(db: Db): Promise<{ administrationId: string; rhythm: Rhythm }[]> {
  const rows = await db
    .selectFrom('report_rhythms')
    .select(['administration_id', 'rhythm'])
    .execute()
  return rows.map((row) => ({ administrationId: row.administration_id, rhythm: row.rhythm }))
}

export async function upsertRhythm(
  tx: Tx,
  administrationId: string,
  { rhythm, at, by }: { rhythm: Rhythm; at: Date; by: string },
): Promise<void> {
  const values = { rhythm, set_at: at, set_by: by }
  await tx
    .insertInto('report_rhythms')
    .values({ administration_id: administrationId, ...values })
    .onConflict((conflict) => conflict.column('administration_id').doUpdateSet(values))
    .execute()
}
