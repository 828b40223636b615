import { sql, type Kysely, type Transaction } from 'kysely'
import type { SealedTables } from './sealed-tables.ts'
import type { Ring } from './shred/ring.ts'

export type SealedDb = Kysely<SealedTables>
export type SealedRows = Transaction<SealedTables>

/** What stands under every transaction; the open part of the system is one. */
export interface SealedGround {
  readonly db: SealedDb
  readonly ring: Ring
  /** Boxes what members keep with us; it stands in no database. */
  readonly memberPepper: Buffer
}

/** An open transaction on the reports of one administration, with the keys of their boxes. */
export interface SealedTx {
  readonly rows: SealedRows
  readonly administrationId: string
  readonly ring: Ring
  readonly memberPepper: Buffer
}

/** Opened in actions and jobs, and nowhere else. Without it no sealed table shows a row. */
export function inSealedTransaction<T>(
  { db, ring, memberPepper }: SealedGround,
  administrationId: string,
  work: (tx: SealedTx) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (rows) => {
    await sql`select set_config('sealed.administration', ${administrationId}, true)`.execute(rows)
    return work({ rows, administrationId, ring, memberPepper })
  })
}

/** For what has no administration: the ring's keeping, backups and the replay of erasures. */
export function inWholeSealedTransaction<T>(
  db: SealedDb,
  work: (rows: SealedRows) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (rows) => {
    await sql`select set_config('sealed.every', 'on', true)`.execute(rows)
    return work(rows)
  })
}

/** One at a time changes the ring, whichever process it is; filing only reads it. */
export async function holdRing(rows: SealedRows): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('libro-abierto/ring', 0))`.execute(rows)
}
