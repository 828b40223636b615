import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { seedBook, tellStory } from '../../src/seeding/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import type { TestSystem } from '../support/test-system.ts'
import { countRows } from './count-rows.ts'

let test: TestSystem

beforeAll(async () => {
  test = await openDemoBook({ now: '2026-11-20T18:00:00Z' })
})
afterAll(() => test.close())

describe('The story of the demonstration', () => {
  it('is told in portions, each after the other, and what is lived afterwards follows it', async () => {
    const { system } = test
    const changedOn = '2026-03-01'
    const told = (from: string, until: string) =>
      tellStory(system, 'demo', { changedOn, from, until }, system.clock())
    expect(await told('2024-03-01', '2026-02-28')).toBe(87)
    expect(await told('2026-03-02', '2026-08-28')).toBe(32)
    const lately = { slug: 'demo', cases: 6, seed: 1, since: '2026-09-01' }
    await seedBook(system, lately, system.clock())
    const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
    const book = await verifyBook(system.db, administrationId, () => undefined)
    expect(book.faults).toEqual([])
    expect(book.filings).toBe(125)
    const seen = await countRows(system.db, administrationId)
    expect(Object.keys(seen.years)).toEqual(['2024', '2025', '2026'])
    expect(seen.openLongAgo).toBe(0)
  })
})
