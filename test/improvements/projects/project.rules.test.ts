import { describe, expect, it } from '@jest/globals'
import {
  compareWords,
  departuresOf,
  gapWarnings,
} from '../../../src/improvements/projects/carried-over.ts'
import { activitiesDue } from '../../../src/improvements/projects/read-on-time.ts'
import { planLacks, planProblems } from '../../../src/improvements/projects/plan-rules.ts'
import {
  isBehind,
  owedReports,
  plannedOf,
  reportDays,
  wholeOf,
} from '../../../src/improvements/projects/progress-rules.ts'
import {
  EMPTY_PLAN,
  type GapReference,
  type PlanContent,
} from '../../../src/improvements/projects/project.ts'
import { stepsFor } from '../../../src/improvements/projects/project-policy.ts'
import {
  PROJECT_STATES,
  type ProjectState,
} from '../../../src/improvements/projects/project-states.ts'
import type { Role, Staff } from '../../../src/people/index.ts'

const reference: GapReference = {
  gapRowId: 'row',
  gapId: 'gap',
  gapVersion: 1,
  processVersion: 2,
  serviceId: 'service',
  activity: 'Entregar turno',
  problem: 'La gente espera de pie y sin orden',
  action: 'Poner turnos numerados',
  score: 14,
  isTop: true,
  links: [],
}
const activity = {
  activityId: 'one',
  what: 'Comprar el equipo de turnos',
  ownerId: 'ana',
  startsOn: '2026-03-01',
  endsOn: '2026-03-10',
  evidence: 'Factura',
}
const content: PlanContent = {
  title: 'Turnos en la sala',
  plan: { ...EMPTY_PLAN, activities: [activity] },
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
  reportEvery: 'month',
}

describe('What was carried over from a gap', () => {
  const plan = { ...EMPTY_PLAN, problem: reference.problem, action: 'Poner dos filas numeradas' }

  it('PM-02: shows word by word where the text of the project departs', () => {
    expect(departuresOf({ reference, plan })).toEqual([
      {
        field: 'action',
        pieces: [
          { piece: 'same', text: 'Poner' },
          { piece: 'gone', text: 'turnos numerados' },
          { piece: 'new', text: 'dos filas numeradas' },
        ],
      },
    ])
    expect(departuresOf({ reference, plan: { ...plan, action: reference.action } })).toEqual([])
    expect(departuresOf({ reference: null, plan })).toEqual([])
  })

  it('compares texts of which one is empty', () => {
    expect(compareWords('', 'algo nuevo')).toEqual([{ piece: 'new', text: 'algo nuevo' }])
    expect(compareWords('algo', '')).toEqual([{ piece: 'gone', text: 'algo' }])
  })

  const today = {
    row: { problem: reference.problem, action: reference.action },
    gapVersion: 1,
    processVersion: 2,
    isTop: true,
  }

  it('PM-01: warns once gap or process say something else', () => {
    expect(gapWarnings(reference, today)).toEqual([])
    expect(gapWarnings(reference, { ...today, row: null })).toEqual(['gap_vanished'])
    const row = { ...today.row, problem: 'Otro' }
    expect(gapWarnings(reference, { ...today, row, processVersion: 3 })).toEqual([
      'gap_changed',
      'newer_process',
    ])
  })

  it('PM-03: warns when something else weighs more', () => {
    expect(gapWarnings(reference, { ...today, isTop: false })).toEqual(['not_top_priority'])
  })
})

describe('A plan', () => {
  const plan = {
    ...content.plan,
    problem: 'a',
    action: 'b',
    why: 'c',
    where: 'd',
    how: 'e',
    howMuch: 'f',
    goal: 'g',
    feasibility: 'h',
    feasible: 'yes' as const,
  }

  it('PM-04: says whether the centre can do it before anybody decides', () => {
    const silent = { ...content, plan: { ...plan, feasible: '' as const, feasibility: '' } }
    expect(planLacks('full', silent, true).map(({ field }) => field)).toEqual([
      'feasibility',
      'feasible',
    ])
  })

  it('PM-05: has activities with owner, days and what will show them', () => {
    expect(planLacks('full', { ...content, plan }, true)).toEqual([])
    const idle = { ...content, plan: { ...plan, activities: [] } }
    expect(planLacks('full', idle, true)).toEqual([{ field: 'what-0', code: 'no_activity' }])
    const odd = { ...activity, evidence: '', startsOn: '2026-06-01', endsOn: '2026-05-30' }
    expect(planProblems({ ...content, plan: { ...plan, activities: [odd] } })).toEqual([
      { field: 'evidence-0', code: 'required' },
      { field: 'endsOn-0', code: 'before_start' },
    ])
  })

  it('NC-10: names how its effect will be known before it is decided on', () => {
    expect(planLacks('full', { ...content, plan }, false)).toEqual([
      { field: 'indicator', code: 'required' },
    ])
  })

  it('asks little of an office of three', () => {
    expect(planLacks('short', content, false).map(({ field }) => field)).toEqual([
      'problem',
      'action',
    ])
  })
})

describe('Progress', () => {
  it('PM-08: is held against what the days of each activity let expect', () => {
    expect(plannedOf(activity, '2026-02-28')).toBe(0)
    expect(plannedOf(activity, '2026-03-05')).toBe(50)
    expect(plannedOf(activity, '2026-03-10')).toBe(100)
    const long = { ...activity, activityId: 'two', endsOn: '2026-03-30' }
    // ten days whole and thirty days of nothing
    expect(wholeOf([activity, long], ({ activityId }) => (activityId === 'one' ? 100 : 0))).toBe(25)
    expect(isBehind(50, 31)).toBe(false)
    expect(isBehind(50, 30)).toBe(true)
  })

  it('Q31: counts as in time what was told as done by its day', () => {
    const report = { reportId: 'r', text: 'x', planned: 0, real: 0, reportedBy: 'ana', check: null }
    const done = (reportedOn: string) => [{ ...report, reportedOn, done: { one: 100 } }]
    const march = { from: '2026-03-01', until: '2026-03-31' }
    expect(activitiesDue(content, done('2026-03-10'), march)).toEqual([true])
    expect(activitiesDue(content, done('2026-03-11'), march)).toEqual([false])
    expect(activitiesDue(content, [], { ...march, from: '2026-03-11' })).toEqual([])
  })

  it('is reported on its days, the last when the project ends', () => {
    expect(reportDays(content)).toEqual(['2026-03-31', '2026-04-30', '2026-05-30', '2026-05-31'])
    const owed = owedReports({ ...content, endsOn: '2026-05-05' }, [{ reportedOn: '2026-03-30' }])
    expect(owed).toEqual([
      { on: '2026-03-31', reportedOn: '2026-03-30' },
      { on: '2026-04-30', reportedOn: null },
      { on: '2026-05-05', reportedOn: null },
    ])
  })

  it('answers one day with a report that came late, and not the next one too', () => {
    const owed = owedReports({ ...content, endsOn: '2026-05-05' }, [{ reportedOn: '2026-04-02' }])
    expect(owed.map(({ reportedOn }) => reportedOn)).toEqual(['2026-04-02', null, null])
  })
})

describe('Who may move a project', () => {
  const someone = (accountId: string, role: Role): Staff => ({
    accountId,
    name: accountId,
    email: `${accountId}@example.org`,
    language: 'es',
    grants: [{ role, administrationId: 'adm', centreId: null, unitId: null }],
    workplaces: [],
  })
  const ground = (state: ProjectState, approverRoles: Role[] = []) => ({
    project: { administrationId: 'adm', centreId: 'centre', state, ownerId: 'ana' },
    authors: ['ana'],
    approverRoles,
  })

  it('lets nobody approve what they wrote themselves', () => {
    const submitted = ground('submitted')
    expect(stepsFor(someone('eva', 'chief_administrator'), submitted)).toEqual([
      'observe',
      'approve',
    ])
    expect(stepsFor(someone('ana', 'chief_administrator'), submitted)).toEqual(['observe'])
  })

  it('lets those approve whom the administration entered, and then nobody else', () => {
    const submitted = ground('submitted', ['claims_manager'])
    expect(stepsFor(someone('eva', 'claims_manager'), submitted)).toContain('approve')
    expect(stepsFor(someone('eva', 'chief_administrator'), submitted)).toEqual([])
  })

  it('ends in two states that nobody leaves', () => {
    const everybody = (['improvement_owner', 'chief_administrator', 'evaluator'] as const).map(
      (role) => someone('eva', role),
    )
    const stuck = PROJECT_STATES.filter((state) =>
      everybody.every((staff) => stepsFor(staff, ground(state)).length === 0),
    )
    expect(stuck).toEqual(['verified', 'abandoned'])
  })
})
