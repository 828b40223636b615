import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { seedAtOnce } from '../../src/seeding/index.ts'
import { countRows } from './count-rows.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'

let test: TestSystem

beforeAll(async () => {
  test = await openDemoBook({ now: '2026-11-20T18:00:00Z' })
})
afterAll(() => test.close())

describe('A book that is filled at once', () => {
  it('is as sound as one that was lived: chain, histories, texts and numbers of every year', async () => {
    const { system } = test
    const request = { slug: 'demo', cases: 230, seed: 5, years: 3 }
    const report = await seedAtOnce(system, request, system.clock())
    expect(report.filed).toBe(230)
    const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
    const book = await verifyBook(system.db, administrationId, () => undefined)
    expect(book.faults).toEqual([])
    expect(book.filings).toBe(230)
    const seen = await countRows(system.db, administrationId)
    expect(Object.keys(seen.years)).toEqual(['2023', '2024', '2025', '2026'])
    expect(seen.states.closed).toBeGreaterThan(100)
    expect(seen.answeredWithoutClosedClock).toBe(0)
    expect(seen.openLongAgo).toBeLessThan(20)
    expect(seen.ratings).toBeGreaterThan(40)
  })

  it('goes on after what is there, and takes nothing of an earlier year', async () => {
    const { system } = test
    const request = { slug: 'demo', cases: 20, seed: 6, years: 3 }
    await expect(seedAtOnce(system, request, system.clock())).rejects.toThrow('in order')
  })
})
