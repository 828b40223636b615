import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  listClocks,
  recomputeOpenClocks,
  registerDeadlineJobs,
  resumeClocks,
  stopAllClocks,
  suspendClocks,
  watchDeadlines,
  watchDeadlinesJob,
  type DeadlineAlert,
  type DeadlineWatch,
} from '../../src/deadlines/index.ts'
import { inTransaction, type Tx } from '../../src/platform/database/connection.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { declareDay, buildClock, buildTown, noon, type Town } from './fixtures.ts'

const LEVELS = [
  { level: 1, workingDays: -3, to: ['handler'] },
  { level: 2, workingDays: 0, to: ['handler'] },
  { level: 3, workingDays: 1, to: ['handler', 'unit_head'] },
  { level: 4, workingDays: 5, to: ['claims_manager'] },
]

let test: TestSystem
let town: Town
beforeAll(async () => {
  test = await openTestSystem()
  town = await buildTown(test.system)
})
afterAll(() => test.close())

const work = <T>(doing: (tx: Tx) => Promise<T>) => inTransaction(test.system.db, doing)

/** Notes what the cases and the notices are told. */
function listen() {
  const heard = { overdue: [] as string[], alerts: [] as DeadlineAlert[] }
  const watch: DeadlineWatch = {
    levelsFor: async () => LEVELS,
    onOverdue: async (_tx, clocks) => {
      heard.overdue.push(...clocks.map(({ caseId }) => caseId))
    },
    onAlerts: async (_tx, alerts) => {
      heard.alerts.push(...alerts)
    },
  }
  return { heard, watch }
}

/** What one run says of one case. */
async function run(day: string, caseId: string) {
  const { heard, watch } = listen()
  await watchDeadlines(test.system.db, noon(day), watch)
  const alerts = heard.alerts.filter((alert) => alert.caseId === caseId)
  return {
    overdue: heard.overdue.filter((id) => id === caseId).length,
    alerts: alerts.map(({ level, to }) => `${level} ${to}`).sort(),
  }
}

describe('the hourly watch', () => {
  it('reminds before, on the day and after, each level once', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    const days = [
      '2026-08-28',
      '2026-08-31',
      '2026-08-31',
      '2026-09-03',
      '2026-09-04',
      '2026-09-10',
    ]
    const said = []
    for (const day of days) said.push(await run(day, of.caseId))
    expect(said).toEqual([
      { overdue: 0, alerts: [] },
      { overdue: 0, alerts: ['1 handler'] },
      { overdue: 0, alerts: [] },
      { overdue: 0, alerts: ['2 handler'] },
      { overdue: 1, alerts: ['3 handler', '3 unit_head'] },
      { overdue: 0, alerts: ['4 claims_manager'] },
    ])
    expect((await listClocks(test.system.db, of))[0]?.overdueAt).toEqual(noon('2026-09-04'))
  })

  it('after days of silence tells each reader only the gravest', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    expect(await run('2026-09-11', of.caseId)).toEqual({
      overdue: 1,
      alerts: ['3 handler', '3 unit_head', '4 claims_manager'],
    })
    expect(await run('2026-09-12', of.caseId)).toEqual({ overdue: 0, alerts: [] })
  })

  it('run by two processes at once tells everybody once', async () => {
    const cases: string[] = []
    for (let i = 0; i < 20; i += 1)
      cases.push((await buildClock(test.system, town, '2026-07-17')).of.caseId)
    const [one, two] = [listen(), listen()]
    await Promise.all(
      [one, two].map(({ watch }) => watchDeadlines(test.system.db, noon('2026-09-04'), watch)),
    )
    const overdue = [...one.heard.overdue, ...two.heard.overdue].filter((id) => cases.includes(id))
    expect(overdue.sort()).toEqual(cases.sort())
    const alerts = [...one.heard.alerts, ...two.heard.alerts].filter(({ caseId }) =>
      cases.includes(caseId),
    )
    expect(new Set(alerts.map(({ caseId, level, to }) => `${caseId} ${level} ${to}`)).size).toBe(40)
    expect(alerts).toHaveLength(40)
  })

  it('says nothing of a clock that waits for the person, and goes on with its new date', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    await work((tx) => suspendClocks(tx, of, 'awaiting_correction', noon('2026-09-02')))
    expect(await run('2026-09-30', of.caseId)).toEqual({ overdue: 0, alerts: [] })
    await work((tx) => resumeClocks(tx, of, 'awaiting_correction', noon('2026-09-30')))
    expect((await listClocks(test.system.db, of))[0]?.dueOn).toBe('2026-10-01')
    expect(await run('2026-10-01', of.caseId)).toEqual({ overdue: 0, alerts: ['2 handler'] })
    expect((await run('2026-10-02', of.caseId)).overdue).toBe(1)
  })

  it('says nothing of a clock that stopped', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    await work((tx) => stopAllClocks(tx, of, noon('2026-08-03')))
    expect(await run('2026-09-30', of.caseId)).toEqual({ overdue: 0, alerts: [] })
  })

  it('goes by the day of the place: at four in the morning in London it is still yesterday in Lima', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    const { heard, watch } = listen()
    await watchDeadlines(test.system.db, new Date('2026-09-04T04:59:00Z'), watch)
    expect(heard.overdue).not.toContain(of.caseId)
    await watchDeadlines(test.system.db, new Date('2026-09-04T05:01:00Z'), watch)
    expect(heard.overdue).toContain(of.caseId)
  })

  it('sends no reminder that would come with the filing itself', async () => {
    const { of } = await buildClock(test.system, town, '2026-09-01', { days: 2 })
    expect(await run('2026-09-01', of.caseId)).toEqual({ overdue: 0, alerts: [] })
    expect(await run('2026-09-03', of.caseId)).toEqual({ overdue: 0, alerts: ['2 handler'] })
  })

  it('marks nothing when the one who must be told fails, and tells again the next hour', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    const { watch } = listen()
    const deaf = { ...watch, onAlerts: async () => Promise.reject(new Error('no outbox')) }
    await expect(watchDeadlines(test.system.db, noon('2026-08-31'), deaf)).rejects.toThrow(
      'no outbox',
    )
    expect(await run('2026-08-31', of.caseId)).toEqual({ overdue: 0, alerts: ['1 handler'] })
  })

  it('takes back the mark when a closure declared afterwards moves the date', async () => {
    const place = await buildTown(test.system)
    const { of } = await buildClock(test.system, place, '2026-07-17')
    expect((await run('2026-09-04', of.caseId)).overdue).toBe(1)
    const own = { code: place.calendarCode, administrationId: place.administrationId }
    const flood = {
      date: '2026-09-03',
      name: { es: 'Inundación', en: 'Flood' },
      kind: 'closure',
      source: 'Acta',
    } as const
    await work((tx) => declareDay(tx, test.system.jobs, own, flood))
    await recomputeOpenClocks(
      test.system.db,
      place.calendarCode,
      noon('2026-09-04'),
      async () => undefined,
    )
    expect((await listClocks(test.system.db, of))[0]).toMatchObject({
      dueOn: '2026-09-04',
      overdueAt: null,
    })
    expect((await run('2026-09-07', of.caseId)).overdue).toBe(1)
  })

  it('works as a job: declared closures move the dates, then it watches', async () => {
    const { of } = await buildClock(test.system, town, '2026-07-17')
    const { heard, watch } = listen()
    const moved: string[] = []
    registerDeadlineJobs(test.system, {
      ...watch,
      onMoved: async (_tx, clocks) => {
        moved.push(...clocks.map(({ clock }) => clock.caseId))
      },
    })
    test.clockAt(noon('2026-09-04'))
    const own = { code: town.calendarCode, administrationId: town.administrationId }
    const strike = {
      date: '2026-08-31',
      name: { es: 'Huelga', en: 'Strike' },
      kind: 'closure',
      source: 'Acta',
    } as const
    await work((tx) => declareDay(tx, test.system.jobs, own, strike))
    await test.system.jobs.drain()
    expect(moved).toContain(of.caseId)
    test.clockAt(noon('2026-09-07'))
    await work((tx) => test.system.jobs.send(tx, watchDeadlinesJob, {}))
    await test.system.jobs.drain()
    expect(heard.overdue).toContain(of.caseId)
  })
})
