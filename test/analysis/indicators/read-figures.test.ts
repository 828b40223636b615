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

/**
 * A hundred complaints of March of 2025, all answered, and twenty-five compliments: 40 by the web and 60 at the
 * counter; 50 about the treatment, 30 about the wait, 20 about a charge; 60 in Spanish, of which 54 in time, and
 * 40 in Quechua, of which 24.
 */
function aMixedMonth(centreId: string): CaseFacts[] {
  const of = (index: number, ...parts: [number, string][]) =>
    parts.find(([until]) => index < until)?.[1] ?? ''
  const complaints = Array.from({ length: 100 }, (_, index) => {
    const isLate = index < 60 ? index >= 54 : index >= 84
    return someFacts({
      centreId,
      channel: of(index, [40, 'web'], [100, 'counter']),
      motive: of(index, [50, 'treatment'], [80, 'wait'], [100, 'charge']),
      language: of(index, [60, 'es'], [100, 'qu']),
      registeredOn: '2025-03-03',
      dueOn: '2025-03-20',
      answer: took(isLate ? '2025-03-24' : '2025-03-14', 9),
      endedOn: '2025-03-24',
      stays: [
        { state: 'assigned', on: '2025-03-14', workingDays: index % 10, calendarDays: index },
      ],
    })
  })
  const compliment = { kind: 'compliment', registeredOn: '2025-03-03', endedOn: '2025-03-04' }
  return [
    ...complaints,
    ...Array.from({ length: 25 }, () => someFacts({ ...compliment, centreId, language: 'es' })),
  ]
}

beforeAll(async () => {
  test = await openDemoBook()
  const { administration, centres } = await getBookRules(test.system, 'demo', test.system.clock())
  const { administrationId } = administration
  const ids = centres.slice(0, 2).map(({ centreId }) => centreId)
  await putCells(
    test.system.db,
    administrationId,
    [...aYear(ids), ...aMixedMonth(ids[0] ?? '')],
    test.system.clock(),
  )
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
    expect(counted.taken()).toBe(1)
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

describe('Figures that compare', () => {
  const march = (more: Partial<FigureQuestion>) => {
    const { kinds: _, breakdown: __, ...whole } = question
    return readFigures(test.system.db, {
      ...whole,
      period: { from: '2025-03-01', until: '2025-03-31' },
      ...more,
    })
  }
  const values = async (more: Partial<FigureQuestion>, measure: string) => {
    const figures = (await march(more)).filter((figure) => figure.measure === measure)
    const named = figures.map(({ kind, member, value, n }): [string, [number | null, number]] => [
      member ?? kind ?? '',
      [value, n],
    ])
    return Object.fromEntries(named)
  }
  const complaints = { kinds: ['complaint'] }

  it('Q20 divides a kind by its channels', async () => {
    const asked = { ...complaints, breakdown: 'channel', indicators: ['Q20'] } as const
    expect(await values(asked, 'share')).toEqual({ counter: [0.6, 100], web: [0.4, 100] })
  })

  it('Q21 divides what came in by kinds, and sets compliments against complaints', async () => {
    expect(await values({ indicators: ['Q21'] }, 'share')).toEqual({
      complaint: [0.8, 125],
      compliment: [0.2, 125],
    })
    expect(await values({ indicators: ['Q21'] }, 'compliments_per_claim')).toEqual({
      '': [0.25, 100],
    })
  })

  it('Q22 orders the motives and adds them up', async () => {
    const asked = { ...complaints, breakdown: 'motive', indicators: ['Q22'] } as const
    expect(await values(asked, 'share')).toEqual({
      treatment: [0.5, 100],
      wait: [0.3, 100],
      charge: [0.2, 100],
    })
    const cumulative = await values(asked, 'cumulative')
    expect(cumulative).toMatchObject({ treatment: [0.5, 100], wait: [0.8, 100] })
    expect(cumulative['charge']?.[0]).toBeCloseTo(1, 9)
  })

  it('Q33 is how far the best served group is from the worst', async () => {
    const asked = { ...complaints, breakdown: 'language', indicators: ['Q33'] } as const
    // 54 of 60 in time against 24 of 40
    const { complaint } = await values(asked, 'gap')
    expect(complaint?.[0]).toBeCloseTo(0.3, 9)
    expect(complaint?.[1]).toBe(100)
  })

  it('Q09 says how long cases stayed in a state, where that is asked', async () => {
    const asked = { ...complaints, indicators: ['Q09'], states: ['assigned'] } as const
    // ten of each from 0 to 9: the fiftieth and the ninetieth of a hundred
    expect(await values(asked, 'in_assigned_p50_working_days')).toEqual({ complaint: [4, 100] })
    expect(await values(asked, 'in_assigned_p90_working_days')).toEqual({ complaint: [8, 100] })
  })

  it('of a period before the book was kept are gaps, and of one in which nothing came in are not', async () => {
    const asked = { ...complaints, indicators: ['Q01', 'Q04'] } as const
    const told = async (period: FigureQuestion['period']) =>
      (await march({ ...asked, period })).map(({ value, missing }) => [value, missing])
    expect(await told({ from: '2025-01-01', until: '2025-02-28' })).toEqual([
      [null, 'gap'],
      [null, 'gap'],
    ])
    expect(await told({ from: '2025-05-01', until: '2025-06-30' })).toEqual([
      [0, null],
      [null, 'no_cases'],
    ])
  })
})
