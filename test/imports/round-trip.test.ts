import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../src/administrations/index.ts'
import { exportBook, importFile, readMapping } from '../../src/imports/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { sendJson } from '../support/json.ts'
import { startApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'

const MAPPING = `
source: libro-viejo
language: es
timeZone: America/Mexico_City
number: { column: 'n º' }
kind: { constant: complaint }
receivedAt: { column: fecha, formats: [d/M/yyyy] }
text: { columns: [texto, más] }
`
const TABLE = [
  'n º;fecha;texto;más;',
  ' 7 ;27/3/2014;"Dijo ""no"";\r\ny se fue";=1+1;x',
  '8;28/3/2014;  con blancos  ;"a,b";',
  '9;29/3/2014;corta',
].join('\n')

let from: TestSystem
let into: TestSystem
let folder: string
beforeAll(async () => {
  from = await openDemoBook()
  into = await openDemoBook()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-round-trip-'))
})
afterAll(async () => {
  await from.close()
  await into.close()
  await rm(folder, { recursive: true })
})

async function bring(test: TestSystem, path: string, mapping: string) {
  const now = test.system.clock()
  return importFile(test.system, {
    book: await getBookRules(test.system, 'demo', now),
    path,
    fileName: 'x.csv',
    mapping: readMapping(mapping),
    accountId: null,
    now,
  })
}

const wanted = (out: string) => ({ folder: out, inFull: false, now: from.system.clock() })

/** All that is known of legacy cases, apart from ids and salts that chance made. */
async function known({ system }: TestSystem, source: string) {
  const { rows } = await sql<Record<string, unknown>>`
    select legacy_number, source_number, official_number, kind, channel, state_told, state, outcome,
      received_at, received_on, due_on, answered_at, closed_at, centre_told, service_told, motive,
      language, flags, body, cells, encode(facts_hash, 'hex') as facts
    from legacy_cases where source = ${source} order by legacy_number`.execute(system.db)
  return rows
}

describe('A book that is exported whole', () => {
  it('and imported again is the same: no letter, blank or date of an older book is lost', async () => {
    const path = join(folder, 'viejo.csv')
    await writeFile(path, TABLE)
    await bring(from, path, MAPPING)
    const out = join(folder, 'out')
    const book = await getBookRules(from.system, 'demo', from.system.clock())
    expect(await exportBook(from.system, book, wanted(out))).toMatchObject({
      legacyCases: 3,
      cases: 0,
    })
    const mapping = await readFile(join(out, 'DEMO-LB-0001.mapping.json'), 'utf8')
    await bring(into, join(out, 'DEMO-LB-0001.csv'), mapping)
    const before = await known(from, 'libro-viejo')
    expect(before).toHaveLength(3)
    expect(before[0]).toMatchObject({
      cells: [' 7 ', '27/3/2014', 'Dijo "no";\r\ny se fue', '=1+1', 'x'],
    })
    expect(await known(into, 'libro-viejo')).toEqual(before)
  })

  it('brings its own cases to another book as an older one, with numbers, dates and words', async () => {
    const app = await startApp(from.system)
    const filed = await sendJson(app, 'POST', '/api/v1/administrations/demo/cases', {
      headers: { 'Idempotency-Key': randomUUID() },
      body: {
        kind: 'suggestion',
        centre: 'centro',
        description: 'Pongan sombra,\nen la fila; «por favor»',
        language: 'es',
        person: { names: 'Rosa', firstSurname: 'Quispe', email: 'rosa@example.org' },
      },
    })
    await app.close()
    const { caseNumber } = filed.body as { caseNumber: string }
    const out = join(folder, 'own')
    const book = await getBookRules(from.system, 'demo', from.system.clock())
    const { files } = await exportBook(from.system, book, { ...wanted(out), inFull: true })
    expect(files).toContain('DEMO.people.csv')
    const people = await readFile(join(out, 'DEMO.people.csv'), 'utf8')
    expect(people.split('\r\n')[1]).toBe(`${caseNumber},Rosa,Quispe,,,,,,rosa@example.org,,`)
    const history = await readFile(join(out, 'DEMO.history.csv'), 'utf8')
    expect(history).toContain(
      `${caseNumber},${from.system.clock().toISOString()},submit,person,registered`,
    )
    const mapping = await readFile(join(out, 'DEMO.mapping.json'), 'utf8')
    const { report } = await bring(into, join(out, 'DEMO.csv'), mapping)
    expect(report).toMatchObject({ taken: 1, refused: 0 })
    expect(await known(into, 'libro-demo')).toEqual([
      expect.objectContaining({
        source_number: caseNumber,
        kind: 'suggestion',
        channel: 'api',
        state: 'registered',
        received_at: from.system.clock(),
        body: 'Pongan sombra,\nen la fila; «por favor»',
      }),
    ])
  })
})
