import { describe, expect, it } from '@jest/globals'
import { contributionsOf } from '../../src/analysis/indicators/contributions.ts'
import type { IndicatorId } from '../../src/analysis/index.ts'
import { CELL_INDICATORS } from '../../src/analysis/indicators/formulas/catalogue.ts'
import { sumsOf } from '../../src/analysis/indicators/sums.ts'
import { legacyFacts } from '../../src/imports/legacy-facts.ts'
import type { KeptLegacyCase } from '../../src/imports/legacy-row.ts'
import { histogramOf } from '../../src/statistics/index.ts'

const nowhere = { id: null, told: null }

function row(number: number, told: Partial<KeptLegacyCase>): KeptLegacyCase {
  return {
    legacyId: `l${number}`,
    batchId: 'b',
    row: number,
    legacyNumber: `OLD-${number}`,
    source: 'old',
    sourceNumber: String(number),
    officialNumber: null,
    kind: 'need',
    channel: 'phone',
    stateTold: 'Closed',
    state: 'closed',
    outcome: null,
    receivedAt: new Date('2018-01-02T17:00:00Z'),
    receivedOn: '2018-01-02',
    dueOn: '2018-01-09',
    answeredAt: null,
    answeredOn: null,
    closedAt: null,
    closedOn: null,
    centre: nowhere,
    service: nowhere,
    unit: nowhere,
    motive: null,
    language: 'en',
    text: '',
    flags: [],
    cells: null,
    salt: null,
    erasedOn: null,
    ...told,
  }
}

/**
 * Ten requests of one month: four closed in time, two of them on the promised day; three closed late; one that
 * is closed before it begins; one cancelled late, which is no answer; one still open.
 */
const BOOK = [
  ...['04', '05', '09', '09', '10', '12', '23'].map((day, index) =>
    row(index, { closedOn: `2018-01-${day}` }),
  ),
  row(7, { closedOn: '2018-01-01', flags: ['negative_duration'] }),
  row(8, { closedOn: '2018-01-20', state: 'archived' }),
  row(9, { state: 'in_analysis' }),
]

function figuresOf(id: IndicatorId, book: readonly KeptLegacyCase[] = BOOK) {
  const all = book.map((each) => legacyFacts('here', each)).flatMap(contributionsOf)
  const rows = [...new Set(all.map(({ measure }) => measure))].map((measure) => ({
    measure,
    month: '2018-01-01',
    counts: histogramOf(all.filter((each) => each.measure === measure).map(({ bucket }) => bucket)),
  }))
  const sums = sumsOf({ rows, before: new Map(), attended: null, inhabitants: null }, '2018-12-31')
  const worth = CELL_INDICATORS.filter((each) => each.id === id).flatMap((each) => each.worth(sums))
  return Object.fromEntries(worth.map(({ measure, value, n }) => [measure, [value, n]]))
}

describe('An older book that came in', () => {
  it('gives the late counts that its rows give', () => {
    // eight were answered, three of them late; the tenth is due and open, the ninth was cancelled late
    expect(figuresOf('Q05')).toEqual({ share: [5 / 8, 8] })
    expect(figuresOf('Q04')).toEqual({ share: [5 / 10, 10] })
  })

  it('counts the one that ends before it begins as answered, and its time as nobody’s', () => {
    // of 2 3 7 7 8 10 21 days the fourth and the seventh
    expect(figuresOf('Q09')).toMatchObject({
      p50_calendar_days: [7, 7],
      p90_calendar_days: [21, 7],
      cohort_unanswered: [0.2, 10],
    })
  })

  it('does not let wait for ever what is closed without a day', () => {
    const undated = [row(10, {}), row(11, { state: 'in_analysis' })]
    expect(figuresOf('Q09', undated)).toMatchObject({
      cohort_unanswered: [0.5, 2],
      p50_calendar_days: [null, 0],
    })
    expect(figuresOf('Q11', undated)).toEqual({ count: [1, 1] })
  })

  it('tells no share answered within working days, which nobody knows of it', () => {
    expect(figuresOf('Q09')).toMatchObject({
      cohort_within_5: [null, 0],
      p50_working_days: [null, 0],
    })
  })
})
