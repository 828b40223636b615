import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SEALED_MIGRATIONS } from '../../src/corruption-reports/sealed-database.ts'
import { makeOwnLogin } from '../../src/corruption-reports/sealed-login.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { openEmbeddedDatabase } from '../../src/platform/database/embedded/index.ts'
import { migrate, migrateFiles } from '../../src/platform/database/migrate.ts'
import { ensureAssets } from '../../src/platform/web/index.ts'
import { openLog } from '../../src/platform/log/index.ts'
import { sweepOldServers } from './sweep-old-servers.ts'

/** Where the workers find the server and the template: they inherit the environment. */
export const SERVER_URL = 'LIBRO_TEST_SERVER_URL'
export const TEMPLATE = 'LIBRO_TEST_TEMPLATE'
/** As the book and the sealed part reach a copy of the template; the server's own login only copies. */
export const BOOK_URL = 'LIBRO_TEST_BOOK_URL'
export const SEALED_URL = 'LIBRO_TEST_SEALED_URL'

/** Starts the embedded PostgreSQL, or takes the one of TEST_DATABASE_URL, and makes the template there. */
export async function startTestServer() {
  // before the workers start, so that they do not build them side by side
  await ensureAssets()
  const server = await openServer(process.env['TEST_DATABASE_URL'])
  const template = `libro_test_${process.pid}_${Date.now().toString(36)}`
  try {
    const owner = new URL(server.bookUrl).username
    await onServer(server.url, `create database ${template} owner ${owner}`)
    await migrateTemplate(databaseUrl(server.bookUrl, template))
    process.env[SEALED_URL] = await sealTemplate(databaseUrl(server.url, template))
  } catch (error) {
    await server.stop()
    throw error
  }
  process.env[SERVER_URL] = server.url
  process.env[BOOK_URL] = server.bookUrl
  process.env[TEMPLATE] = template
  const stop = async () => {
    await dropAll(server.url, template)
    await server.stop()
  }
  return { stop }
}

export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

export async function onServer(serverUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

async function openServer(given: string | undefined) {
  if (given) return withOrdinaryLogin(given)
  await sweepOldServers()
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-test-'))
  // as root the database runs as another user, who must be able to pass
  await chmod(dataDir, 0o711)
  const log = openLog({ logLevel: 'warn' })
  // what a test loses with the machine is not missed
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const embedded = await openEmbeddedDatabase({ dataDir, log, as: 'server', settings })
  const stop = async () => {
    await embedded.stop()
    await rm(dataDir, { recursive: true })
  }
  return { url: embedded.adminUrl, bookUrl: embedded.url, stop }
}

/** The book never runs as a superuser, whom no table is closed to; nor do its tests. */
async function withOrdinaryLogin(adminUrl: string) {
  const name = `libro_test_book_${process.pid}_${Date.now().toString(36)}`
  const password = randomBytes(24).toString('base64url')
  await onServer(adminUrl, `create role ${name} login password '${password}'`)
  const bookUrl = new URL(adminUrl)
  bookUrl.username = name
  bookUrl.password = password
  const stop = async () => {
    await onServer(adminUrl, `drop role ${name}`)
  }
  return { url: adminUrl, bookUrl: bookUrl.href, stop }
}

async function migrateTemplate(url: string): Promise<void> {
  const { db, pool } = connect(url)
  try {
    await migrate({ db, pool })
  } finally {
    await db.destroy()
  }
}

/** One login for the schema in the template, and so in every copy of it. */
async function sealTemplate(adminUrl: string): Promise<string> {
  const door = await makeOwnLogin(adminUrl, randomBytes(24).toString('base64url'))
  if ('reason' in door) throw new Error(`The sealed part of the template is closed: ${door.reason}`)
  const { db } = connect(door.url, { schema: 'sealed' })
  try {
    await migrateFiles(db, SEALED_MIGRATIONS)
  } finally {
    await db.destroy()
  }
  return door.url
}

async function dropAll(serverUrl: string, template: string): Promise<void> {
  const { rows } = await onServer(
    serverUrl,
    `select datname from pg_database where starts_with(datname, '${template}')`,
  )
  for (const { datname } of rows as { datname: string }[]) {
    await onServer(serverUrl, `drop database ${datname} with (force)`)
  }
  const sealedUrl = process.env[SEALED_URL]
  if (sealedUrl) await onServer(serverUrl, `drop role ${new URL(sealedUrl).username}`)
}
