import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Home } from './home.ts'
import { handOver } from './hand-over.ts'
import { USER } from './initdb.ts'

const NAME = 'libro'
/** The book works with a login that owns its database and nothing else of the server. */
const BOOK_USER = 'libro_book'

export interface Addresses {
  /** For the book. */
  url: string
  /** For whoever makes databases and logins: this one may do anything. */
  adminUrl: string
}

/** The addresses of our database on a running server; made there if it is not. */
export async function ensureDatabase(home: Home, port: number): Promise<Addresses> {
  const password = readFileSync(home.passwordFile, 'utf8').trim()
  const bookPassword = createHmac('sha256', password).update(BOOK_USER).digest('base64url')
  const address = (user: string, secret: string, database: string) =>
    `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`
  await onDatabase(address(USER, password, 'postgres'), async (client) => {
    await ensureLogin(client, bookPassword)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME])
    if (rowCount === 0) await client.query(`create database ${NAME} owner ${BOOK_USER}`)
  })
  const adminUrl = address(USER, password, NAME)
  await onDatabase(adminUrl, (client) => handOver(client, { from: USER, to: BOOK_USER }))
  return { url: address(BOOK_USER, bookPassword, NAME), adminUrl }
}

async function ensureLogin(client: pg.Client, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [BOOK_USER])
  if (rowCount !== 0) return
  await client.query(`create role ${BOOK_USER} login password ${client.escapeLiteral(password)}`)
}

async function onDatabase(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
