import { describe, expect, it } from '@jest/globals'
import type { CaseFacts, IndicatorId } from '../../../src/analysis/index.ts'
import { contributionsOf } from '../../../src/analysis/indicators/contributions.ts'
import { CATALOGUE, CELL_INDICATORS } from '../../../src/analysis/indicators/formulas/catalogue.ts'
import { stayIndicator } from '../../../src/analysis/indicators/formulas/stays.ts'
import { sumsOf } from '../../../src/analysis/indicators/sums.ts'
import type { Measure } from '../../../src/analysis/indicators/measures.ts'
import { histogramOf } from '../../../src/statistics/index.ts'
import { someFacts, took } from './some-facts.ts'

/** February of 2026 unless said otherwise, as the cells of these cases tell it. */
function worthOf(
  id: IndicatorId,
  cases: readonly CaseFacts[],
  when: Parameters<typeof sumsIn>[1] = {},
) {
  const sums = sumsIn(cases, when)
  const worth = CELL_INDICATORS.filter((each) => each.id === id).flatMap((each) => each.worth(sums))
  return Object.fromEntries(worth.map(({ measure, value, n }) => [measure, [value, n]]))
}

function sumsIn(
  cases: readonly CaseFacts[],
  {
    month = '2026-02-01',
    asOf = '2026-12-31',
    attended = null as number | null,
    inhabitants = null as number | null,
  } = {},
) {
  const all = cases.flatMap(contributionsOf)
  const now = all.filter((each) => each.month === month)
  const measures = [...new Set(now.map(({ measure }) => measure))]
  const before = new Map<Measure, number>()
  for (const { measure, month: then } of all) {
    if (then < month) before.set(measure, (before.get(measure) ?? 0) + 1)
  }
  const rows = measures.map((measure) => ({
    measure,
    month,
    counts: histogramOf(now.filter((each) => each.measure === measure).map(({ bucket }) => bucket)),
  }))
  return sumsOf({ rows, before, attended, inhabitants }, asOf)
}

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))

describe('Of what came in', () => {
  it('Q01 counts the cases, and one that joined another with that other', () => {
    const cases = [...times(7, () => someFacts()), someFacts({ ending: 'consolidated' })]
    expect(worthOf('Q01', cases)).toEqual({ count: [7, 7] })
  })

  it('Q01 of a running month stops at the day that is asked for', () => {
    const cases = times(20, (index) =>
      someFacts({ registeredOn: `2026-02-${String(index + 1).padStart(2, '0')}` }),
    )
    expect(worthOf('Q01', cases, { asOf: '2026-02-12' })).toEqual({ count: [12, 12] })
  })

  it('Q02 is counted on a thousand attended, and is not known without them', () => {
    const cases = times(6, () => someFacts())
    expect(worthOf('Q02', cases, { attended: 480 })).toEqual({ rate: [12.5, 480] })
    expect(worthOf('Q02', cases)).toEqual({ rate: [null, 0] })
  })

  it('Q03 is counted on ten thousand inhabitants, and is not known where nobody noted them', () => {
    const cases = times(21, () => someFacts())
    expect(worthOf('Q03', cases, { inhabitants: 84_000 })).toEqual({ rate: [2.5, 84_000] })
    expect(worthOf('Q03', cases)).toEqual({ rate: [null, 0] })
  })

  it('Q07, Q18 and Q19 are shares of it', () => {
    const cases = [
      someFacts({ acknowledgedAtOnce: false, ending: 'transferred', endedOn: '2026-02-04' }),
      someFacts({ ending: 'redirected', endedOn: '2026-02-04' }),
      someFacts({ ending: 'withdrawn', endedOn: '2026-02-04' }),
      someFacts({ acknowledgedAtOnce: null }),
    ]
    expect(worthOf('Q07', cases)).toEqual({ share: [2 / 3, 3] })
    expect(worthOf('Q18', cases)).toEqual({ share: [0.5, 4] })
    expect(worthOf('Q19', cases)).toEqual({ share: [0.25, 4] })
  })

  it('Q17 is how many of those triaged were sent back, and how many of these nobody corrected', () => {
    const triaged = { triagedOn: '2026-02-05' }
    const cases = [
      ...times(3, () => someFacts(triaged)),
      someFacts({ ...triaged, correctionAsked: true }),
      someFacts({ ...triaged, correctionAsked: true, ending: 'not_corrected' }),
    ]
    expect(worthOf('Q17', cases)).toEqual({ asked: [0.4, 5], archived_uncorrected: [0.5, 2] })
  })
})

describe('In time', () => {
  const due = { dueOn: '2026-02-20' }
  const cases = [
    someFacts({ ...due, answer: took('2026-02-20', 14) }),
    someFacts({ ...due, answer: took('2026-02-23', 15) }),
    someFacts(due),
    // owed nothing on its day any more
    someFacts({ ...due, ending: 'withdrawn', endedOn: '2026-02-10' }),
    // withdrawn when it was late already
    someFacts({ ...due, ending: 'withdrawn', endedOn: '2026-03-02' }),
  ]

  it('Q04 counts the unanswered against the office, and Q05 only the answered', () => {
    expect(worthOf('Q04', cases)).toEqual({ share: [0.25, 4] })
    expect(worthOf('Q05', cases)).toEqual({ share: [0.5, 2] })
  })

  it('Q04 does not count what is not due yet', () => {
    expect(worthOf('Q04', cases, { asOf: '2026-02-19' })).toEqual({ share: [null, 0] })
  })

  it('Q06 counts the triage by its own day', () => {
    const triage = { triageDueOn: '2026-02-05' }
    const triaged = [
      someFacts({ ...triage, triagedOn: '2026-02-05' }),
      someFacts({ ...triage, triagedOn: '2026-02-06' }),
      someFacts(triage),
    ]
    expect(worthOf('Q06', triaged)).toEqual({ share: [1 / 3, 3] })
  })
})

describe('Times', () => {
  const days = [2, 3, 3, 5, 8, 9, 12]
  const cases = days.map((working) =>
    someFacts({ answer: took('2026-02-18', working, working + 2) }),
  )

  it('Q09 are told at the nearest rank, in working and in calendar days', () => {
    const found = worthOf('Q09', [...cases, someFacts()])
    expect(found).toMatchObject({
      mean_working_days: [6, 7],
      p50_working_days: [5, 7],
      p90_working_days: [12, 7],
      mean_calendar_days: [8, 7],
      p50_calendar_days: [7, 7],
      p90_calendar_days: [14, 7],
    })
  })

  it('Q09 of a cohort keep those without an answer in the count', () => {
    const found = worthOf('Q09', [...cases, someFacts()])
    expect(found).toMatchObject({
      cohort_unanswered: [1 / 8, 8],
      cohort_within_5: [4 / 8, 8],
      cohort_within_10: [6 / 8, 8],
      cohort_within_15: [7 / 8, 8],
    })
  })

  it('Q08 and Q10 are those to the first word and from the answer to having it', () => {
    const told = someFacts({
      firstResponse: took('2026-02-03', 1),
      notice: took('2026-02-09', 0, 2),
    })
    expect(worthOf('Q08', [told])).toMatchObject({ p50_working_days: [1, 1] })
    expect(worthOf('Q10', [told])).toEqual({
      p50_working_days: [0, 1],
      p90_working_days: [0, 1],
      p50_calendar_days: [2, 1],
      p90_calendar_days: [2, 1],
    })
  })
})

describe('Time in a state', () => {
  it('is counted when a case leaves it, of those who passed it', () => {
    const stay = (state: string, workingDays: number) => ({
      state,
      on: '2026-02-20',
      workingDays,
      calendarDays: workingDays,
    })
    const cases = [
      ...times(9, (index) => someFacts({ stays: [stay('assigned', index + 1)] })),
      someFacts({ stays: [stay('assigned', 30), stay('in_triage', 2)] }),
      someFacts({ stays: [{ ...stay('assigned', 50), on: '2026-03-02' }] }),
    ]
    const sums = sumsIn(cases)
    const told = (state: string) =>
      stayIndicator(state)
        .worth(sums)
        .map(({ measure, value, n }) => [measure, value, n])
    // of 1 to 9 and 30, the fifth of ten and the ninth of ten
    expect(told('assigned')).toEqual([
      ['in_assigned_p50_working_days', 5, 10],
      ['in_assigned_p90_working_days', 9, 10],
    ])
    expect(told('in_triage')).toEqual([
      ['in_in_triage_p50_working_days', 2, 1],
      ['in_in_triage_p90_working_days', 2, 1],
    ])
  })
})

describe('What lies open at the end of February', () => {
  const old = {
    registeredOn: '2026-01-05',
    olderOn: { 10: '2026-01-20', 20: '2026-02-03', 30: '2026-02-18' },
  }
  const cases = [
    // open, older than thirty, late
    someFacts({ ...old, dueOn: '2026-01-27' }),
    // answered late in February: not open any more
    someFacts({
      ...old,
      dueOn: '2026-01-27',
      answer: took('2026-02-10', 25),
      endedOn: '2026-02-10',
    }),
    // answered in March: open then, older than thirty and late
    someFacts({
      ...old,
      dueOn: '2026-02-27',
      endedOn: '2026-03-02',
      answer: took('2026-03-02', 39),
    }),
    // due on the last day itself: not late
    someFacts({
      registeredOn: '2026-02-05',
      dueOn: '2026-02-28',
      olderOn: { 10: '2026-02-20', 20: '2026-03-06', 30: null },
    }),
    // came in in March
    someFacts({ registeredOn: '2026-03-01' }),
  ]

  it('Q11 counts it, Q13 says how much of it is late, Q12 how old it is', () => {
    expect(worthOf('Q11', cases)).toEqual({ count: [3, 3] })
    expect(worthOf('Q13', cases)).toEqual({ share: [2 / 3, 3] })
    expect(worthOf('Q12', cases)).toEqual({
      age_0: [0, 3],
      age_11: [1 / 3, 3],
      age_21: [0, 3],
      age_31: [2 / 3, 3],
      // of three the second is in the middle, and it is older than thirty days
      median_from: [31, 3],
    })
  })

  it('Q12 tells the band of the one in the middle', () => {
    const older = { 10: '2026-02-16', 20: null, 30: null }
    const young = times(3, () => someFacts())
    const old = times(3, () => someFacts({ olderOn: older }))
    expect(worthOf('Q12', [...young, ...old])['median_from']).toEqual([0, 6])
    expect(worthOf('Q12', [...young.slice(1), ...old])['median_from']).toEqual([11, 5])
    expect(worthOf('Q12', [])['median_from']).toEqual([null, 0])
  })

  it('Q14 sets what ended against what came in', () => {
    expect(worthOf('Q14', cases)).toEqual({ ratio: [1, 1] })
  })
})

describe('What came of it', () => {
  it('Q15, Q16 and Q27 are shares of those who were answered', () => {
    const answered = { answer: took('2026-02-10', 5), notice: took('2026-02-10', 0) }
    const rating = { on: '2026-02-12', satisfaction: 5, resolved: 'yes' as const }
    const cases = [
      someFacts({ ...answered, outcome: 'upheld', rating }),
      someFacts({ ...answered, outcome: 'not_upheld', repeated: true }),
      someFacts({ ...answered, outcome: 'upheld' }),
      someFacts({ ...answered, outcome: null }),
    ]
    expect(worthOf('Q15', cases)).toEqual({ share: [0.25, 4] })
    expect(worthOf('Q16', cases)).toEqual({ share: [2 / 3, 3] })
    expect(worthOf('Q27', cases)).toEqual({ share: [0.25, 4] })
  })

  it('Q26 is who gave four or five, and the mean', () => {
    const rated = (satisfaction: number, resolved: 'yes' | 'no') =>
      someFacts({ rating: { on: '2026-02-12', satisfaction, resolved } })
    expect(worthOf('Q26', [rated(5, 'yes'), rated(4, 'yes'), rated(1, 'no')])).toEqual({
      satisfied: [2 / 3, 3],
      mean: [10 / 3, 3],
      resolved_yes: [2 / 3, 3],
      resolved_partly: [0, 3],
      resolved_no: [1 / 3, 3],
    })
  })
})

describe('The catalogue', () => {
  it('names all thirty-five, each once and in order', () => {
    const ids = times(35, (index) => `Q${String(index + 1).padStart(2, '0')}`)
    expect(CATALOGUE.map(({ id }) => id)).toEqual(ids)
  })
})
