import { sql } from 'kysely'
import type { Db } from './database/connection.ts'

/** Null: this database has seen no key yet. */
export async function findKeyFingerprint(db: Db): Promise<Buffer | null> {
  const { rows } = await sql<{ fingerprint: Buffer }>`select fingerprint from master_key`.execute(
    db,
  )
  return rows[0]?.fingerprint ?? null
}

/** The first key stays the one, also when two processes start together. */
export async function insertKeyFingerprint(db: Db, fingerprint: Buffer): Promise<void> {
  await sql`insert into master_key (fingerprint) values (${fingerprint}) on conflict do nothing`.execute(
    db,
  )
}

/** Before the schema is there, nobody noted a key. */
export async function mayHaveKeyFingerprint(db: Db): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('master_key') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}
