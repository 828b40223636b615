import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { prepareInstallation } from '../../src/installation/index.ts'
import { fillDemo, maySeed, seedBook, type SeedReport } from '../../src/seeding/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem
let report: SeedReport

const rows = () =>
  test.system.db
    .selectFrom('cases')
    .select(['case_number', 'kind', 'state', 'channel', 'registered_at', 'centre_id', 'overdue'])
    .orderBy('registered_at')
    .execute()

beforeAll(async () => {
  test = await openTestSystem({ now: NOW.toISOString() })
  await prepareInstallation(test.system, NOW)
  report = await seedBook(test.system, { slug: 'demo', cases: 50, seed: 7, lately: 2 }, NOW)
}, 120_000)
afterAll(() => test.close())

describe('A book filled with invented cases', () => {
  it('is sound: numbers without a gap, every history chained', async () => {
    const { administration } = await getBookRules(test.system, 'demo', NOW)
    const { filings, faults, steps } = await verifyBook(
      test.system.db,
      administration.administrationId,
    )
    expect(faults).toEqual([])
    expect(filings).toBe(50)
    expect(report).toMatchObject({ filed: 50, from: '2025-03-02', until: '2026-03-02' })
    expect(steps).toBeGreaterThan(50 + report.steps)
  })

  it('numbers them in the order of the year, each year from one on', async () => {
    const numbers = (await rows()).map((row) => row.case_number)
    expect(numbers).toEqual([...numbers].sort())
    expect(numbers[0]).toBe('DEMO-2025-000001')
    expect(numbers).toContain('DEMO-2026-000001')
  })

  it('spreads over kinds, channels, centres, months and states, all before now', async () => {
    const all = await rows()
    const different = (pick: (row: (typeof all)[number]) => string) => new Set(all.map(pick)).size
    expect(different((row) => row.kind)).toBe(5)
    expect(different((row) => row.channel)).toBeGreaterThanOrEqual(5)
    expect(different((row) => row.centre_id)).toBe(3)
    expect(different((row) => row.registered_at.toISOString().slice(0, 7))).toBeGreaterThan(9)
    expect(different((row) => row.state)).toBeGreaterThanOrEqual(6)
    expect(all.some((row) => row.overdue)).toBe(true)
    expect(all.every((row) => row.registered_at <= NOW)).toBe(true)
  })

  it('leaves no letter to be sent', async () => {
    const { db } = test.system
    const waiting = await db
      .selectFrom('notices')
      .select('notice_id')
      .where('state', '=', 'queued')
      .execute()
    expect(waiting).toEqual([])
    expect(await test.system.jobs.drain()).toBe(0)
  })

  it('is refused in production unless it is the demonstration', async () => {
    const { db, config } = test.system
    const production = { db, config: { ...config, environment: 'production' as const } }
    await expect(maySeed(production, 'demo')).resolves.toBeUndefined()
    await db.updateTable('administrations').set({ demo: false }).execute()
    await expect(maySeed(production, 'demo')).rejects.toThrow('The book of demo is real')
    await expect(maySeed(test.system, 'demo')).resolves.toBeUndefined()
    await expect(maySeed(test.system, 'nowhere')).rejects.toThrow('There is no administration')
    await db.updateTable('administrations').set({ demo: true }).execute()
  })

  it('stays as it is when the program starts again', async () => {
    await fillDemo(test.system, NOW)
    expect(await rows()).toHaveLength(50)
  })
})

describe('The same seed', () => {
  it('invents the same cases, with the same ends', async () => {
    const told = async () => {
      const one = await openTestSystem({ now: NOW.toISOString(), env: { DEMO_CASES: '6' } })
      await prepareInstallation(one.system, NOW)
      await fillDemo(one.system, NOW)
      const found = await one.system.db
        .selectFrom('cases')
        .select(['case_number', 'summary', 'state', 'history_length', 'registered_at'])
        .orderBy('case_number')
        .execute()
      await one.close()
      return found
    }
    const first = await told()
    // the two years of the story, and the six that are lived
    expect(first.length).toBeGreaterThan(100)
    expect(await told()).toEqual(first)
  }, 120_000)
})
