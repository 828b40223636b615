import { sql } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    watch_letters: {
      administration_id: string
      account_id: string
      wanted: boolean
      last_on: PlainDate | null
    }
  }
}

/** Who never said anything wants it. */
export async function isLetterWanted(
  db: Db,
  administrationId: string,
  accountId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('watch_letters')
    .select('wanted')
    .where('administration_id', '=', administrationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.wanted ?? true
}

export async function updateLetterWanted(
  tx: Tx,
  administrationId: string,
  accountId: string,
  wanted: boolean,
): Promise<void> {
  await tx
    .insertInto('watch_letters')
    .values({ administration_id: administrationId, account_id: accountId, wanted, last_on: null })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'account_id']).doUpdateSet({ wanted }),
    )
    .execute()
}

/** False: the person has had the letter of the day, or wants none. */
export async function takeLetterOfDay(
  tx: Tx,
  administrationId: string,
  accountId: string,
  day: PlainDate,
): Promise<boolean> {
  const { rows } = await sql`
    insert into watch_letters as letter (administration_id, account_id, last_on)
    values (${administrationId}, ${accountId}, ${day})
    on conflict (administration_id, account_id) do update set last_on = excluded.last_on
      where letter.wanted and (letter.last_on is null or letter.last_on < excluded.last_on)
    returning account_id`.execute(tx)
  return rows.length > 0
}

/** Who follows anything. */
export async function listFollowers(db: Db, administrationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('case_watches')
    .select('account_id')
    .distinct()
    .where('administration_id', '=', administrationId)
    .execute()
  return rows.map((row) => row.account_id)
}
