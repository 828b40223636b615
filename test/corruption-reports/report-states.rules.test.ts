import { describe, expect, it } from '@jest/globals'
import { WorkingCalendar } from '../../src/deadlines/index.ts'
import { hasText } from '../../src/platform/i18n/index.ts'
import { readRegimePack, type CorruptionRules } from '../../src/regimes/index.ts'
import { clockChanges } from '../../src/corruption-reports/officers/report-clocks.ts'
import {
  allowedActs,
  refusalOf,
  stateAfter,
  type ReportClock,
  type ReportCourse,
} from '../../src/corruption-reports/officers/report-rules.ts'
import {
  REPORT_ACTS,
  REPORT_STATES,
  type ReportActCode,
  type ReportState,
} from '../../src/corruption-reports/officers/report-states.ts'

const PERU = await rulesOf('pe-ds-007-2020-pcm')
const MEXICO = await rulesOf('mx-guanajuato-mas')
const NEUTRAL = await rulesOf('neutral')
const MONDAY = '2026-11-23'
const WEEK = new WorkingCalendar([
  {
    code: 'week',
    version: 1,
    workingWeek: [1, 2, 3, 4, 5],
    years: { first: 2026, last: 2027 },
    days: [],
  },
])

async function rulesOf(code: string): Promise<CorruptionRules> {
  const { corruption } = await readRegimePack(`packs/regimes/${code}.yaml`)
  if (!corruption) throw new Error(`${code} has no rules on corruption`)
  return corruption
}

function courseIn(state: ReportState, changes: Partial<ReportCourse> = {}): ReportCourse {
  return { state, events: [], clocks: [], ...changes }
}

function clocksAfter(
  act: ReportActCode,
  rules: CorruptionRules,
  clocks: ReportClock[] = [],
  days = { filedOn: MONDAY, day: MONDAY },
) {
  return clockChanges(act, clocks, days, { rules, calendar: WEEK, timeZone: 'America/Lima' })
}

describe('The states of a report', () => {
  it('can all be reached from its filing', () => {
    const reached = new Set<string>(['received'])
    const acts = Object.values(REPORT_ACTS)
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const { from, to } of acts) if (from.some((state) => reached.has(state))) reached.add(to)
    }
    expect(REPORT_STATES.filter((state) => !reached.has(state))).toEqual([])
  })

  it('are left by a reader: none is a dead end', () => {
    const stuck = REPORT_STATES.filter(
      (state) =>
        !Object.values(REPORT_ACTS).some(({ from, to }) => from.includes(state) && to !== 'same'),
    )
    expect(stuck).toEqual([])
  })

  it('have their words in both languages, for who reads and for who reported', () => {
    const keys = [
      ...REPORT_STATES.flatMap((state) => [
        `report-states.state.${state}`,
        `dialogue.states.${state}.label`,
        `dialogue.states.${state}.text`,
      ]),
      ...Object.entries(REPORT_ACTS).flatMap(([code, { by, told }]) => [
        `report-states.event.${code}`,
        ...(told ? [`dialogue.events.${code}`] : []),
        ...(by.includes('reader') ? [`report-states.act.${code}`] : []),
      ]),
      ...NEUTRAL.terms
        .concat(PERU.terms, MEXICO.terms)
        .map(({ step }) => `report-states.clock.${step}`),
    ]
    expect(keys.filter((key) => !hasText('es', key) || !hasText('en', key))).toEqual([])
  })

  it('are the ones that the shipped regimes switch off acts of', () => {
    const unknown = [PERU, MEXICO, NEUTRAL]
      .flatMap(({ transitions }) => transitions.map(({ action }) => action))
      .filter((action) => !Object.hasOwn(REPORT_ACTS, action))
    expect(unknown).toEqual([])
  })
})

describe('A step', () => {
  it.each([
    ['start_check', 'sealed', 'requirements_check'],
    ['ask_correction', 'requirements_check', 'awaiting_correction'],
    ['correct', 'awaiting_correction', 'requirements_check'],
    ['assess_protection', 'requirements_check', 'protection_assessment'],
    ['decide_protection', 'protection_assessment', 'protection_decided'],
    ['refer', 'archived_request', 'referred'],
    ['hand_over', 'referred', 'under_external_handling'],
    ['record_outcome', 'under_external_handling', 'outcome_recorded'],
    ['reopen', 'concluded', 'requirements_check'],
  ] as const)('%s leads from %s to %s', (act, from, to) => {
    const course = courseIn(from)
    expect(refusalOf(act, 'reader', course, PERU, MONDAY)).toBeNull()
    expect(stateAfter(act, course)).toBe(to)
  })

  it('is refused from another state', () => {
    expect(refusalOf('refer', 'reader', courseIn('sealed'), PERU, MONDAY)).toBe('not_from_here')
  })

  it('of a reader is refused to the reporter, and the other way round', () => {
    expect(refusalOf('conclude', 'reporter', courseIn('outcome_recorded'), PERU, MONDAY)).toBe(
      'not_yours',
    )
    expect(refusalOf('withdraw', 'reader', courseIn('referred'), PERU, MONDAY)).toBe('not_yours')
    expect(refusalOf('withdraw', 'reporter', courseIn('referred'), PERU, MONDAY)).toBeNull()
  })

  it('is refused where the regime does not have it', () => {
    const course = courseIn('requirements_check')
    expect(refusalOf('ask_correction', 'reader', course, MEXICO, MONDAY)).toBe('switched_off')
    expect(refusalOf('open_bad_faith', 'reader', course, NEUTRAL, MONDAY)).toBe('switched_off')
    expect(allowedActs('reader', course, PERU, MONDAY)).toEqual(
      expect.arrayContaining(['ask_correction', 'open_bad_faith', 'assess_protection', 'refer']),
    )
  })
})

describe('Whatever the person has time for', () => {
  const running = { step: 'correction', dueOn: '2026-11-26', metOn: null }

  it('is not cut short: the request is archived only after its last day', () => {
    const course = courseIn('awaiting_correction', { clocks: [running] })
    expect(refusalOf('archive_request', 'reader', course, PERU, '2026-11-26')).toBe('too_early')
    expect(refusalOf('archive_request', 'reader', course, PERU, '2026-11-27')).toBeNull()
  })

  it('ends early when it was used: bad faith is decided once the person was heard', () => {
    const hearing = { step: 'bad_faith_hearing', dueOn: '2026-11-30', metOn: null }
    const clocks = [hearing]
    const refusal = (changed: ReportClock[]) =>
      refusalOf(
        'decide_bad_faith',
        'reader',
        courseIn('bad_faith_review', { clocks: changed }),
        PERU,
        MONDAY,
      )
    expect(refusal(clocks)).toBe('too_early')
    expect(refusal([{ ...hearing, metOn: MONDAY }])).toBeNull()
  })

  it('is known to them: nothing is concluded before they were told the outcome', () => {
    const events = (...codes: string[]) =>
      codes.map((code) => ({ code, toState: 'outcome_recorded' }))
    const refusal = (...codes: string[]) =>
      refusalOf(
        'conclude',
        'reader',
        courseIn('outcome_recorded', { events: events(...codes) }),
        PERU,
        MONDAY,
      )
    expect(refusal('record_outcome')).toBe('not_told_yet')
    expect(refusal('record_outcome', 'tell_outcome')).toBeNull()
    expect(refusal('tell_outcome', 'reopen', 'record_outcome')).toBe('not_told_yet')
  })
})

describe('A side branch', () => {
  it('leads back to where it left from, whatever happened inside', () => {
    const events = [
      { code: 'refer', toState: 'referred' },
      { code: 'open_bad_faith', toState: 'bad_faith_review' },
      { code: 'hear_bad_faith', toState: 'bad_faith_review' },
      { code: 'note', toState: 'bad_faith_review' },
    ]
    expect(stateAfter('decide_bad_faith', courseIn('bad_faith_review', { events }))).toBe(
      'referred',
    )
  })
})

describe('The clocks of a report', () => {
  it('start at its filing with the terms that the regime has', () => {
    expect(clocksAfter('seal', PERU).started).toEqual([
      { step: 'requirements', dueOn: '2026-11-25' },
      { step: 'feedback', dueOn: '2027-02-23' },
    ])
    expect(clocksAfter('seal', MEXICO).started).toEqual([
      { step: 'acknowledgement', dueOn: '2026-11-30' },
      { step: 'start', dueOn: '2026-12-23' },
      { step: 'feedback', dueOn: '2027-02-23' },
    ])
  })

  it('of protection count from filing or, where there was one, from the end of the correction', () => {
    const days = { filedOn: MONDAY, day: '2026-11-30' }
    const dueOf = (clocks: ReportClock[]) =>
      Object.fromEntries(
        clocksAfter('assess_protection', PERU, clocks, days).started.map(({ step, dueOn }) => [
          step,
          dueOn,
        ]),
      )
    expect(dueOf([])).toEqual({
      protection_assessment: '2026-12-07',
      protection_grant: '2026-12-14',
      protection_notice: '2026-12-02',
    })
    const corrected = { step: 'correction', dueOn: '2026-11-27', metOn: '2026-11-26' }
    expect(dueOf([corrected]).protection_notice).toBe('2026-12-07')
  })

  it('give ten days to decide after the five to be heard', () => {
    expect(clocksAfter('open_bad_faith', PERU).started).toEqual([
      { step: 'bad_faith_hearing', dueOn: '2026-11-30' },
      { step: 'bad_faith_decision', dueOn: '2026-12-14' },
    ])
  })

  it('are met by the act that they wait for, once', () => {
    const open = { step: 'requirements', dueOn: '2026-11-25', metOn: null }
    expect(clocksAfter('refer', PERU, [open]).met).toEqual(['requirements'])
    expect(clocksAfter('refer', PERU, [{ ...open, metOn: MONDAY }]).met).toEqual([])
  })
})
