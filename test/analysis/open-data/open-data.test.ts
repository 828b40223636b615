import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import type { DataRow } from '../../../src/analysis/open-data/data-rows.ts'
import type { Dictionary } from '../../../src/analysis/open-data/dictionary.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { putCells } from '../indicators/put-cells.ts'
import { someFacts, took } from '../indicators/some-facts.ts'
import { derivable, type Equation } from './derivable.ts'

let test: TestSystem
let app: RunningApp

/** Cases of a year as they come: many of some motives and centres, one or two of others. */
async function fill(): Promise<void> {
  const { administration, centres } = await getBookRules(test.system, 'demo', test.system.clock())
  let seed = 20_25
  const upTo = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647
    return seed % most
  }
  const facts = Array.from({ length: 900 }, () => {
    const month = String(1 + upTo(12)).padStart(2, '0')
    return someFacts({
      kind: upTo(3) === 0 ? 'suggestion' : 'complaint',
      centreId: centres[Math.min(upTo(3), upTo(4))]?.centreId ?? null,
      motive: `m${Math.min(upTo(9), upTo(9), upTo(9))}`,
      channel: ['web', 'web', 'web', 'tablet', 'phone'][upTo(5)]!,
      registeredOn: `2025-${month}-02`,
      dueOn: `2025-${month}-20`,
      triageDueOn: `2025-${month}-05`,
      triagedOn: upTo(5) === 0 ? null : `2025-${month}-${upTo(5) === 0 ? '08' : '04'}`,
      ...(upTo(4) > 0 && {
        answer: took(`2025-${month}-${12 + upTo(14)}`, 5 + upTo(12)),
        notice: took(`2025-${month}-27`, 1),
        endedOn: `2025-${month}-27`,
        repeated: upTo(12) === 0,
        rating:
          upTo(3) === 0
            ? { on: `2025-${month}-28`, satisfaction: 1 + upTo(5), resolved: 'yes' as const }
            : null,
      }),
    })
  })
  await putCells(
    test.system.db,
    administration.administrationId,
    [...facts, ...needsOf(centres[0]?.centreId ?? null)],
    test.system.clock(),
  )
}

/** Thirty needs came in before the year and fell due in it; in the year itself only four came. */
function needsOf(centreId: string | null) {
  const need = (registeredOn: string, dueOn: string, on: string) =>
    someFacts({ kind: 'need', centreId, registeredOn, dueOn, answer: took(on, 9), endedOn: on })
  return [
    ...Array.from({ length: 30 }, () => need('2024-12-20', '2025-01-10', '2025-01-08')),
    ...Array.from({ length: 4 }, () => need('2025-05-05', '2025-05-26', '2025-05-20')),
  ]
}

async function fetched(path: string): Promise<unknown> {
  const response = await fetch(app.url + path)
  expect([path, response.status]).toEqual([path, 200])
  return response.json()
}

beforeAll(async () => {
  test = await openDemoBook()
  await fill()
  app = await startApp(test.system)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('Open data', () => {
  it('fit their own dictionary, as CSV and as JSON, row by row', async () => {
    const { fields, primaryKey } = (await fetched('/demo/datos/diccionario.json')) as Dictionary
    const { rows, licence } = (await fetched('/demo/datos/indicadores-2025.json')) as {
      rows: DataRow[]
      licence: { name: string }
    }
    const csv = await (await fetch(`${app.url}/demo/datos/indicadores-2025.csv`)).text()
    const lines = parse<Record<string, string>>(csv, { columns: true })
    expect(licence.name).toBe('CC BY 4.0')
    expect(rows.length).toBeGreaterThan(300)
    expect(Object.keys(lines[0] ?? {})).toEqual(fields.map(({ name }) => name))
    const asText = (row: DataRow) => fields.map(({ name }) => String(row[name] ?? ''))
    expect(lines.map((line) => Object.values(line))).toEqual(rows.map(asText))
    const patterns = {
      date: /^\d{4}-\d\d-\d\d$/,
      string: /^.*$/s,
      number: /^\d+(\.\d+)?(e-?\d+)?$/,
      integer: /^\d+$/,
    }
    const faults = lines.flatMap((line) =>
      fields
        .filter(({ name, type, constraints: { required, enum: known, pattern } }) => {
          const text = line[name] ?? ''
          if (text === '') return required
          return (
            !patterns[type].test(text) ||
            (known !== undefined && !known.includes(text)) ||
            (pattern !== undefined && !new RegExp(pattern).test(text))
          )
        })
        .map(({ name }) => `${name}: ${line[name]}`),
    )
    expect(faults).toEqual([])
    const keys = lines.map((line) => primaryKey.map((name) => line[name]).join('|'))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('hide every cell under ten, and none of them can be worked out from what is shown', async () => {
    const { rows } = (await fetched('/demo/datos/indicadores-2025.json')) as { rows: DataRow[] }
    const counts = rows.filter(({ indicator }) => indicator === 'Q01')
    const hidden = counts.filter(({ missing }) => missing === 'hidden')
    expect(hidden.length).toBeGreaterThan(4)
    expect(counts.filter(({ value }) => value !== null && value > 0 && value < 10)).toEqual([])
    expect(derivable(equationsOf(counts))).toEqual([])
  })

  it('hide what shares and times rest on as well, also from whoever puts them together', async () => {
    const { rows } = (await fetched('/demo/datos/indicadores-2025.json')) as { rows: DataRow[] }
    const measured = new Map<string, DataRow[]>()
    for (const [quantity, indicator, measure, amountOf] of QUANTITIES) {
      const told = rows.filter((row) => row.indicator === indicator && row.measure === measure)
      expect([quantity, measure, told.length > 0]).toEqual([quantity, measure, true])
      const amounts = told.map((row) => ({ ...row, value: amountOf(row) }))
      measured.set(quantity, [...(measured.get(quantity) ?? []), ...amounts])
    }
    for (const [quantity, amounts] of measured) {
      // a cell that any of the measures shows is known
      const known = amounts.filter(({ value }) => value !== null)
      const isKnown = (row: DataRow) => known.some((each) => cellKey(each) === cellKey(row))
      const cells = [...known, ...amounts.filter((row) => row.value === null && !isKnown(row))]
      const once = [...new Map(cells.map((row) => [cellKey(row), row])).values()]
      expect([quantity, derivable(equationsOf(once))]).toEqual([quantity, []])
      const few = once.filter(({ value }) => value !== null && value > 0 && value < 10)
      if (!quantity.startsWith('hits')) expect([quantity, few]).toEqual([quantity, []])
    }
  })

  it('tell no share and no time of whom it is not said how many they were', async () => {
    const { rows } = (await fetched('/demo/datos/indicadores-2025.json')) as { rows: DataRow[] }
    const isFew = new Set(
      rows
        .filter(({ indicator, missing }) => indicator === 'Q01' && missing === 'hidden')
        .map(cellKey),
    )
    expect(isFew).toContain('need|2025-01-01|2025-12-31||')
    expect(rows.filter((row) => row.value !== null && isFew.has(cellKey(row)))).toEqual([])
    const page = await new Visitor(app).get('/demo/transparencia?anio=2025')
    expect(page.text).toMatch(/muy pocos casos y no los mostramos: necesidad/)
    expect(page.html).not.toMatch(/<h2[^>]*>Necesidad<\/h2>/)
  })

  it('would be worked out by the same test if a single cell of a row were hidden', () => {
    const equation: Equation = {
      total: { key: 'all', value: 30 },
      parts: [
        { key: 'a', value: 12 },
        { key: 'b', value: null },
      ],
    }
    expect(derivable([equation])).toEqual(['b'])
  })

  it('are of years that were kept, and of no running month', async () => {
    const visitor = new Visitor(app)
    const page = await visitor.get('/demo/datos')
    expect(page.text).toContain('Año 2025')
    expect(await htmlProblems(page.html)).toEqual([])
    expect((await visitor.get('/demo/datos/indicadores-2019.csv')).status).toBe(404)
  })
})

describe('The page of transparency', () => {
  it('says what came in, what was answered and what people spoke about, in less than 40 kB', async () => {
    const visitor = new Visitor(app)
    const page = await visitor.get('/demo/transparencia')
    expect(page.text).toMatch(
      /en 2025.*Queja.*Recibimos \d+ casos.*Qué llegó.*De qué habló la gente/s,
    )
    expect(Buffer.byteLength(page.html)).toBeLessThan(40_000)
    expect(page.html).toContain('<svg')
    expect(await htmlProblems(page.html)).toEqual([])
    expect((await visitor.get('/demo')).html).toContain('/demo/transparencia')
  })
})

const onHowMany = ({ n }: DataRow) => n
const hits = ({ value, n }: DataRow) => (value === null || n === null ? null : value * n)

/** How many each published figure rests on, and how many of them it counts; what is the same has one name. */
const QUANTITIES: readonly [string, string, string, (row: DataRow) => number | null][] = [
  ['received', 'Q01', 'count', ({ value }) => value],
  ['received', 'Q09', 'cohort_unanswered', onHowMany],
  ['received', 'Q09', 'cohort_within_15', onHowMany],
  ['hits unanswered', 'Q09', 'cohort_unanswered', hits],
  ['due', 'Q04', 'share', onHowMany],
  ['hits in time', 'Q04', 'share', hits],
  ['triage due', 'Q06', 'share', onHowMany],
  ['hits triage', 'Q06', 'share', hits],
  ['answered', 'Q09', 'mean_working_days', onHowMany],
  ['answered', 'Q09', 'p90_calendar_days', onHowMany],
  ['hits days', 'Q09', 'mean_working_days', hits],
  ['notified', 'Q15', 'share', onHowMany],
  ['rated', 'Q26', 'satisfied', onHowMany],
  ['rated', 'Q26', 'mean', onHowMany],
  ['hits scores', 'Q26', 'mean', hits],
]

function cellKey({ from, until, kind, breakdown, member }: DataRow): string {
  return [kind, from, until, breakdown ?? '', member ?? ''].join('|')
}

/** A whole is the sum of its members; a year of its quarters, a quarter of its months. */
function equationsOf(counts: readonly DataRow[]): Equation[] {
  const cell = (row: DataRow) => ({ key: cellKey(row), value: row.value })
  return counts.flatMap((row): Equation[] => {
    const inside = counts.filter(
      (each) =>
        each.kind === row.kind &&
        each.breakdown === row.breakdown &&
        each.member === row.member &&
        each.from >= row.from &&
        each.until <= row.until &&
        monthsOf(each) === { 12: 3, 3: 1 }[monthsOf(row)],
    )
    const parted =
      row.breakdown !== null
        ? []
        : ['centre', 'service', 'channel', 'motive'].map((breakdown) =>
            counts.filter(
              (each) =>
                each.kind === row.kind &&
                each.from === row.from &&
                each.until === row.until &&
                each.breakdown === breakdown,
            ),
          )
    return [inside, ...parted]
      .filter((parts) => parts.length > 0)
      .map((parts) => ({ total: cell(row), parts: parts.map(cell) }))
  })
}

function monthsOf({ from, until }: DataRow): number {
  return Number(until.slice(5, 7)) - Number(from.slice(5, 7)) + 1
}
