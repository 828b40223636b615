import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

export type Db = Kysely<Tables>
/** An open transaction. Functions that need one take it first. */
export type Tx = Transaction<Tables>

const DATE_OID = 1082
const INT8_OID = 20

/** Days stay text (YYYY-MM-DD) and counts are numbers, whatever the machine's time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => {
    const oid: number = type
    if (oid === DATE_OID) return (text: string) => text
    if (oid === INT8_OID) return Number
    return pg.types.getTypeParser(type, format) as (text: string) => unknown
  },
}

export function connect<T = Tables>(
  databaseUrl: string,
  options: { maxConnections?: number; schema?: string } = {},
) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.maxConnections ?? 10,
    types,
    application_name: 'libro-abierto',
    ...(options.schema === undefined ? {} : { options: `-c search_path=${options.schema}` }),
  })
  const db = new Kysely<T>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool }
}

/** Opened in actions and nowhere else. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

class Undone extends Error {}

/** Does the work for what it tells, and undoes it. */
export async function rehearsed<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const told: T[] = []
  await inTransaction(db, async (tx) => {
    told.push(await work(tx))
    throw new Undone()
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return told[0] as T
}

/** Sees one moment of the data however long it reads, whatever is written meanwhile. */
export function inSnapshot<T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(read)
}
