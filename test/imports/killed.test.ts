import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { batchReader, importFile, readMapping } from '../../src/imports/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { runCommandOn } from '../support/program.ts'
import type { TestSystem } from '../support/test-system.ts'

// it starts the whole program, also on a busy machine
jest.setTimeout(180_000)

const ROWS = 7_000
const MAPPING = `
source: libro-viejo
language: es
timeZone: America/Mexico_City
number: { column: numero }
kind: { constant: complaint }
receivedAt: { column: fecha, formats: [d/M/yyyy] }
`

let test: TestSystem
let folder: string
beforeAll(async () => {
  test = await openDemoBook()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-killed-'))
  await writeFile(join(folder, 'mapping.yaml'), MAPPING)
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true })
})

async function write(name: string, from: number, until: number) {
  const path = join(folder, name)
  const numbers = Array.from({ length: until - from + 1 }, (_, at) => from + at)
  const lines = numbers.map((number) => `${number};${1 + (number % 28)}/3/2014`)
  await writeFile(path, ['numero;fecha', ...lines].join('\n'))
  return path
}

async function bring(path: string) {
  const now = test.system.clock()
  const book = await getBookRules(test.system, 'demo', now)
  const rest = { fileName: 'viejo.csv', accountId: null, now }
  return importFile(test.system, { book, path, mapping: readMapping(MAPPING), ...rest })
}

async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await wait(50)
  }
}

describe('An import whose process is killed', () => {
  it('goes on where it was: each row is there once, and the book is sound', async () => {
    const { db, config } = test.system
    await bring(await write('first.csv', 0, 0))
    const whole = await write('viejo.csv', 1, ROWS)
    // a row that somebody else is writing holds up the second stretch
    await db
      .transaction()
      .execute(async (tx) => {
        await sql`insert into legacy_cases
          select (jsonb_populate_record(one, jsonb_build_object('legacy_id', gen_random_uuid(),
            'row_number', 9, 'legacy_number', 'X', 'source_number', '6000'))).*
          from legacy_cases one`.execute(tx)
        const words = ['import', whole, '--administration', 'demo']
        const home = {
          dataDir: config.dataDir,
          databaseUrl: test.system.databaseUrl,
          sealedDatabaseUrl: config.sealedDatabaseUrl,
        }
        const mapping = ['--mapping', join(folder, 'mapping.yaml')]
        const command = runCommandOn(home, ...words, ...mapping)
        await until(async () => {
          const { rows } = await sql`
            select from legacy_batches where state = 'loading' and rows_done > 0`.execute(db)
          return rows[0]
        })
        command.kill('SIGKILL')
        await command.ended()
        throw new Error('never written')
      })
      .catch((error: Error) => expect(error.message).toBe('never written'))
    await until(async () => {
      const { rows } = await sql`select from pg_stat_activity
        where application_name = 'libro-import' and datname = current_database()`.execute(db)
      return rows.length === 0 ? true : undefined
    })

    const { report, resumedAfter } = await bring(whole)
    expect({ taken: report.taken, resumedAfter }).toEqual({ taken: ROWS, resumedAfter: 5_001 })
    const { administration } = await getBookRules(test.system, 'demo', test.system.clock())
    const { administrationId } = administration
    const reader = { legacy_batch: batchReader(db, administrationId) }
    expect(await verifyBook(db, administrationId, undefined, reader)).toMatchObject({
      legacyCases: ROWS + 1,
      faults: [],
    })
  })
})
