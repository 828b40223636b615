import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import {
  readFigures,
  readManyFigures,
  readSeries,
  type CaseFacts,
  type FigureQuestion,
} from '../../../src/analysis/index.ts'
import { countStatements } from '../../support/count-statements.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { putCells } from './put-cells.ts'
import { someFacts, took } from './some-facts.ts'

let test: TestSystem
let question: FigureQuestion

/** Twelve complaints a month in each of two centres; three of four are answered, the last of them late. */
function aYear(centreIds: readonly string[]): CaseFacts[] {
  const months = ['01', '02', '03', '04', '05', '06', '08', '09']
  return months.flatMap((month) =>
    centreIds.flatMap((centreId) =>
      Array.from({ length: 12 }, (_, index) =>
        someFacts({
          centreId,
          channel: index % 2 === 0 ? 'web' : 'tablet',
          registeredOn: `2026-${month}-02`,
          dueOn: `2026-${month}-20`,
          ...(index % 4 < 3 && {
            answer: took(`2026-${month}-${index % 4 === 2 ? 24 : 12}`, 5 + index),
            endedOn: `2026-${month}-24`,
          }),
        }),
      ),
    ),
  )
}

beforeAll(async () => {
  test = await openDemoBook()
  const { administration, centres } = await getBookRules(test.system, 'demo', test.system.clock())
  const { administrationId } = administration
  const ids = centres.slice(0, 2).map(({ centreId }) => centreId)
  await putCells(test.system.db, administrationId, aYear(ids), test.system.clock())
  question = {
    administrationId,
    period: { from: '2026-04-01', until: '2026-06-30' },
    kinds: ['complaint'],
    breakdown: 'centre',
    audience: 'inside',
    asOf: '2026-10-15',
  }
})
afterAll(() => test.close())

describe('Figures', () => {
  it('of a quarter are what a calculation by hand gives', async () => {
    const figures = await readFigures(test.system.db, {
      ...question,
      indicators: ['Q01', 'Q04', 'Q11'],
    })
    const told = figures.map(({ indicator, member, value, n }) => [
      indicator,
      member === null ? 'all' : 'centre',
      value,
      n,
    ])
    // of 72 due, 36 in time; of 6 months by 24, a quarter stays open: 36 at the end of June
    expect(told).toEqual([
      ['Q01', 'all', 72, 72],
      ['Q04', 'all', 0.5, 72],
      ['Q11', 'all', 36, 36],
      ['Q01', 'centre', 36, 36],
      ['Q04', 'centre', 0.5, 36],
      ['Q11', 'centre', 18, 18],
      ['Q01', 'centre', 36, 36],
      ['Q04', 'centre', 0.5, 36],
      ['Q11', 'centre', 18, 18],
    ])
  })

  it('of several periods, read together, are the same as one by one, in no more statements', async () => {
    const before = { ...question, period: { from: '2026-01-01', until: '2026-03-31' } }
    const { breakdown: _, ...whole } = question
    const questions = [question, before, whole, { ...whole, breakdown: 'channel' as const }]
    const alone = []
    for (const each of questions) alone.push(await readFigures(test.system.db, each))
    const counted = countStatements(test.system)
    expect(await readManyFigures(counted.system.db, questions)).toEqual(alone)
    expect(counted.taken()).toBe(2)
  })

  it('of a month in which nobody kept a book are a gap, and a year of months takes two statements', async () => {
    const counted = countStatements(test.system)
    const { breakdown: _, ...whole } = question
    const year = { ...whole, period: { from: '2026-01-01', until: '2026-09-30' } }
    const series = await readSeries(counted.system.db, year, 'Q01')
    expect(counted.taken()).toBe(2)
    expect(series.map(({ month, value, missing }) => [month.slice(5, 7), value, missing])).toEqual([
      ...['01', '02', '03', '04', '05', '06'].map((month) => [month, 24, null]),
      ['07', null, 'gap'],
      ['08', 24, null],
      ['09', 24, null],
    ])
  })
})
