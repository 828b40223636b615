import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { openSystem, type System } from '../../src/system.ts'
import { BOOK_URL, databaseUrl, onServer, SEALED_URL, SERVER_URL, TEMPLATE } from './test-server.ts'

export interface TestSystem {
  system: System
  /** Moves the frozen clock. */
  clockAt(instant: string | Date): void
  close(): Promise<void>
}

/** A Monday morning in Mexico City and Lima. */
const USUAL_NOW = '2026-03-02T16:00:00Z'

let made = 0

/** A whole system on a fresh copy of the migrated template, with a clock that stands still. */
export async function openTestSystem(
  options: { now?: string; env?: Record<string, string> } = {},
): Promise<TestSystem> {
  const { serverUrl, bookUrl, sealedUrl, template } = testServer()
  const owner = new URL(bookUrl).username
  const database = `${template}_${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}_${++made}`
  await onServer(serverUrl, `create database ${database} template ${template} owner ${owner}`)
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-data-'))
  const config = readConfig({
    NODE_ENV: 'test',
    BASE_URL: 'http://libro.test',
    LOG_LEVEL: 'silent',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl(bookUrl, database),
    SEALED_DATABASE_URL: databaseUrl(sealedUrl, database),
    ...options.env,
  })
  let now = new Date(options.now ?? USUAL_NOW)
  const system = await openSystem(config, { clock: () => new Date(now), migrate: false })
  return {
    system,
    clockAt: (instant) => {
      now = new Date(instant)
    },
    close: async () => {
      await system.close()
      await onServer(serverUrl, `drop database ${database} with (force)`)
      await rm(dataDir, { recursive: true })
    },
  }
}

/** An empty database without our schema, for tests of migrations. */
export async function openEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { serverUrl, bookUrl, template } = testServer()
  const owner = new URL(bookUrl).username
  const database = `${template}_empty_${process.pid}_${++made}`
  await onServer(serverUrl, `create database ${database} owner ${owner}`)
  const drop = async () => {
    await onServer(serverUrl, `drop database ${database} with (force)`)
  }
  return { url: databaseUrl(bookUrl, database), drop }
}

function testServer() {
  const serverUrl = process.env[SERVER_URL]
  const template = process.env[TEMPLATE]
  const bookUrl = process.env[BOOK_URL]
  const sealedUrl = process.env[SEALED_URL]
  if (!serverUrl || !template || !bookUrl || !sealedUrl) {
    throw new Error('The test database is started by jest: run npm test')
  }
  return { serverUrl, bookUrl, sealedUrl, template }
}
