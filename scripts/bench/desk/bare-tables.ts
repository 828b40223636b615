import { sql } from 'kysely'
import type { Db } from '../../../src/platform/database/connection.ts'

interface Kept {
  drop: string
  make: string
}

/**
 * Takes away what keeps tables in order while they are filled, and puts it back at the end: a million rows are
 * sorted into each index at once.
 */
export async function whileBare(db: Db, tables: readonly string[], fill: () => Promise<void>) {
  const kept = [
    ...(await constraintsOf(db, tables, 'f')),
    ...(await constraintsOf(db, tables, 'pu')),
    ...(await indexesOf(db, tables)),
  ]
  for (const { drop } of kept) await sql.raw(drop).execute(db)
  try {
    await fill()
  } finally {
    for (const { make } of kept.reverse()) await sql.raw(make).execute(db)
  }
}

/** Of these tables, and those by which others refer to them. */
async function constraintsOf(db: Db, tables: readonly string[], types: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
    from pg_constraint
    where contype::text = any(string_to_array(${types}, null))
      and (conrelid::regclass::text = any(${tables}) or confrelid::regclass::text = any(${tables}))`.execute(
    db,
  )
  return rows
}

async function indexesOf(db: Db, tables: readonly string[]): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as make
    from pg_index
    where indrelid::regclass::text = any(${tables})
      and not exists (select from pg_constraint where conindid = indexrelid)`.execute(db)
  return rows
}
