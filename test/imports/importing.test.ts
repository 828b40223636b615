import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { countMarked, figuresUpTo, listMonthsReceived } from '../../src/analysis/index.ts'
import { sql } from 'kysely'
import { getBookRules } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import {
  batchReader,
  countLegacyLessons,
  importFile,
  listLegacyFacts,
  listLegacyLessons,
  listLegacyTexts,
  openProblemList,
  readMapping,
  tryImport,
  type RowProblem,
} from '../../src/imports/index.ts'
import { findThemesOfSpan } from '../../src/analysis/suggestions/themes/actions/find-themes-of-span.ts'
import { listSpans } from '../../src/analysis/suggestions/themes/theme-store.ts'
import { translator } from '../../src/platform/i18n/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'

const MAPPING = `
source: libro-viejo
language: es
timeZone: America/Mexico_City
number: { column: numero }
officialNumber: { column: oficial }
kind: { constant: complaint }
receivedAt: { column: fecha, formats: [d/M/yyyy] }
closedAt: { column: cierre, formats: [d/M/yyyy] }
dueOn: { column: plazo, formats: [d/M/yyyy] }
state: { column: estado, values: { C: closed, A: in_analysis } }
text: { columns: [texto] }
`
const HEAD = 'numero;oficial;fecha;cierre;plazo;estado;texto\n'
const ROWS = [
  '1;LR-77;27/3/2014;2/4/2014;1/4/2014;C;"Esperé mucho;\ny nada"',
  '2;;28/3/2014;27/3/2014;5/4/2014;C;Cerrado antes',
  '3;;29/3/2014;;;A;=SUMA(A1)',
  '3;;29/3/2014;;;A;otra vez',
  '4;;;;;A;sin fecha',
  '5;;2/1/2015;;;A;',
  ';;;;;;',
]

let test: TestSystem
let folder: string
let administrationId: string
beforeAll(async () => {
  test = await openDemoBook()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-imports-'))
  const book = await getBookRules(test.system, 'demo', test.system.clock())
  administrationId = book.administration.administrationId
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true })
})

async function request(rows: readonly string[], problems: RowProblem[] = []) {
  const path = join(folder, 'viejo.csv')
  await writeFile(path, HEAD + rows.join('\n'))
  const now = test.system.clock()
  return {
    book: await getBookRules(test.system, 'demo', now),
    path,
    fileName: 'viejo.csv',
    mapping: readMapping(MAPPING),
    accountId: null,
    now,
    onProblem: (problem: RowProblem) => void problems.push(problem),
  }
}

const verify = () =>
  verifyBook(test.system.db, administrationId, undefined, {
    legacy_batch: batchReader(test.system.db, administrationId),
  })

async function allRows() {
  const { rows } = await sql<{ legacy_number: string }>`
    select * from legacy_cases order by legacy_number`.execute(test.system.db)
  return rows
}

describe('An older book', () => {
  it('is tried first: the trial says what would happen, row by row, and changes nothing', async () => {
    const problems: RowProblem[] = []
    const { report } = await tryImport(test.system, await request(ROWS, problems))
    expect(report).toMatchObject({
      rows: 6,
      blankRows: 1,
      taken: 4,
      refused: 2,
      refusals: { number_repeated: 1, no_date: 1 },
      flags: { negative_duration: 1, no_text: 1, day_only: 4 },
      withDue: 2,
      late: 1,
    })
    expect(problems.map(({ row }) => row)).toEqual([5, 6])
    expect(await allRows()).toEqual([])
  })

  it('names each refused row with its reason in a table beside the file, and no formula runs there', async () => {
    const list = openProblemList(join(folder, 'problems.csv'), translator('es'))
    list.add({
      row: 4,
      cells: ['=1+1'],
      problems: [{ column: 'fecha', code: 'no_date', value: '' }],
    })
    expect(await list.close()).toBe(true)
    expect(await readFile(join(folder, 'problems.csv'), 'utf8')).toBe(
      "\uFEFFFila,Motivo,La fila\r\n4,Columna «fecha»: No tiene fecha,'=1+1\r\n",
    )
  })

  it('that was stopped goes on where it was, and ends as if nothing had happened', async () => {
    const stopped = {
      ...(await request(ROWS)),
      onProgress: () => Promise.reject(new Error('killed')),
    }
    await expect(importFile(test.system, stopped)).rejects.toThrow('killed')
    const before = await allRows()
    const { report, batchNumber, resumedAfter } = await importFile(test.system, await request(ROWS))
    expect({ taken: report.taken, batchNumber, resumedAfter }).toEqual({
      taken: 4,
      batchNumber: 'DEMO-LB-0001',
      resumedAfter: 8,
    })
    expect(await allRows()).toEqual(before)
    expect(before.map((row) => row.legacy_number)).toEqual([
      'DEMO-L-2014-000001',
      'DEMO-L-2014-000002',
      'DEMO-L-2014-000003',
      'DEMO-L-2015-000001',
    ])
  })

  it('brought again changes nothing, and a row that says something else is reported, not taken', async () => {
    const before = await allRows()
    const again = await importFile(test.system, await request(ROWS))
    expect(again).toMatchObject({
      batchNumber: null,
      report: { taken: 0, unchanged: 4, changed: 0 },
    })
    const problems: RowProblem[] = []
    const other = ROWS.map((row) => row.replace('Cerrado antes', 'Cerrado después'))
    const { report } = await importFile(test.system, await request(other, problems))
    expect(report).toMatchObject({ taken: 0, unchanged: 3, changed: 1 })
    expect(problems.find(({ row }) => row === 3)?.problems[0]?.code).toBe('changed')
    expect(await allRows()).toEqual(before)
  })

  it('with new rows brings only these, in a batch of their own', async () => {
    const more = await importFile(test.system, await request([...ROWS, '6;;3/1/2015;;;A;nueva']))
    expect(more).toMatchObject({ batchNumber: 'DEMO-LB-0002', report: { taken: 1, unchanged: 4 } })
    expect((await allRows()).at(-1)?.legacy_number).toBe('DEMO-L-2015-000002')
  })

  it('is counted among the figures of the months that it covers', async () => {
    const { db } = test.system
    expect((await figuresUpTo(db, administrationId)).behind).toBe(2)
    await countMarked(db, test.system.clock())
    expect((await figuresUpTo(db, administrationId)).behind).toBe(0)
    const facts = await listLegacyFacts(db, administrationId, null, 10)
    const months = facts.map(({ registeredOn }) => `${registeredOn.slice(0, 7)}-01`)
    expect(await listMonthsReceived(db, administrationId)).toEqual([...new Set(months)].sort())
  })

  it('tells the analysis facts and texts, stretch by stretch', async () => {
    const { db } = test.system
    const first = await listLegacyFacts(db, administrationId, null, 3)
    const rest = await listLegacyFacts(db, administrationId, first.at(-1)?.caseId ?? null, 10)
    const facts = [...first, ...rest].toSorted((one, other) =>
      one.registeredOn > other.registeredOn ? 1 : -1,
    )
    expect(facts).toHaveLength(5)
    expect(facts[0]).toMatchObject({
      dueOn: '2014-04-01',
      answer: { on: '2014-04-02', calendarDays: 6 },
    })
    expect(facts[1]?.answer).toEqual({ on: '2014-03-27', workingDays: null, calendarDays: null })
    const texts = await listLegacyTexts(
      db,
      administrationId,
      { from: '2014-03-28', until: '2014-12-31' },
      null,
      10,
    )
    expect(texts.map(({ text }) => text).toSorted()).toEqual(['=SUMA(A1)', 'Cerrado antes'])
  })

  it('teaches what its mapping says that people decided with care, and nothing else', async () => {
    const { db } = test.system
    expect(await countLegacyLessons(db, administrationId)).toBe(0)
    const rows = ['71;;2/5/2016;;;A;La fila no avanza', '72;;3/5/2016;;;A;Nadie contesta']
    const trusted = MAPPING.replace('libro-viejo', 'libro-fiel').concat('teaches: [kind]\n')
    await importFile(test.system, { ...(await request(rows)), mapping: readMapping(trusted) })
    const page = { after: null, limit: 1 }
    const [newest] = await listLegacyLessons(db, administrationId, page)
    expect(newest).toMatchObject({ text: 'Nadie contesta', kind: 'complaint', serviceId: null })
    const older = await listLegacyLessons(db, administrationId, { after: newest ?? null, limit: 9 })
    expect(older.map(({ text }) => text)).toEqual(['La fila no avanza'])
  })

  it('tells the themes of its months', async () => {
    const span = { month: '2016-05-01', months: 1 } as const
    await findThemesOfSpan(test.system, { administrationId, ...span }, test.system.clock())
    const [found] = await listSpans(test.system.db, administrationId)
    expect(found).toMatchObject({ ...span, texts: 2 })
  })

  it('is a link of the chain: whoever changes one of its cases is found', async () => {
    expect(await verify()).toMatchObject({ legacyCases: 7, faults: [] })
    const { faults } = await verifyBook(test.system.db, administrationId)
    expect(faults[0]?.what).toBe('seal_unread')
    const { db } = test.system
    await sql`update legacy_cases set body = 'nunca' where source_number = '1'`.execute(db)
    await sql`update legacy_cases set due_on = '2014-05-01' where source_number = '2'`.execute(db)
    await sql`update legacy_cases set row_number = 99 where source_number = '3'`.execute(db)
    const found = (await verify()).faults.map(({ caseNumber, what }) => `${caseNumber} ${what}`)
    expect(found.toSorted()).toEqual([
      'DEMO-L-2014-000001 legacy_case_changed',
      'DEMO-L-2014-000002 legacy_case_changed',
      'DEMO-L-2014-000003 legacy_case_changed',
      'DEMO-LB-0001 batch_changed',
    ])
    await expect(sql`delete from legacy_cases`.execute(db)).rejects.toThrow('append-only')
  })
})
