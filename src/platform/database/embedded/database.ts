import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Home } from './home.ts'
import { USER } from './initdb.ts'

const NAME = 'libro'

/** The address of our database on a running server; made there if it is not. */
export async function ensureDatabase(home: Home, port: number): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(home, port, 'postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME}`)
  } finally {
    await client.end()
  }
  return urlOf(home, port, NAME)
}

export function urlOf(home: Home, port: number, database: string = NAME): string {
  const password = readFileSync(home.passwordFile, 'utf8').trim()
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`
}
