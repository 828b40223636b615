import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  getBookRules,
  getBookRulesById,
  insertAuthorisation,
  touchAdministration,
} from '../../src/administrations/index.ts'
import { addAdministration, loadPacks } from '../../src/installation/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { NotFound } from '../../src/platform/errors.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem
let administrationId: string

beforeEach(async () => {
  test = await openTestSystem()
  await loadPacks(test.system, NOW)
  const added = await addAdministration(test.system, 'test/installation/fixtures/small.yaml', NOW)
  administrationId = added.administrationId
})
afterEach(() => test.close())

describe('The rules of a book', () => {
  it('are read once for as long as nothing changes', async () => {
    const first = await getBookRules(test.system, 'villa-alta', NOW)
    const later = new Date('2026-03-02T23:59:00Z')
    expect(await getBookRules(test.system, 'villa-alta', later)).toBe(first)
    expect(await getBookRulesById(test.system, administrationId, NOW)).toBe(first)
  })

  it('are read again once something changed', async () => {
    await getBookRules(test.system, 'villa-alta', NOW)
    await inTransaction(test.system.db, async (tx) => {
      const opinion = { code: 'sgp-own-system', reference: 'Oficio 12', grantedOn: '2026-03-01' }
      const recorded = { ...opinion, recordedAt: NOW, recordedBy: null }
      await insertAuthorisation(tx, administrationId, recorded)
      await touchAdministration(tx, administrationId)
    })
    const { authorisations } = await getBookRules(test.system, 'villa-alta', NOW)
    expect([...authorisations]).toEqual(['sgp-own-system'])
  })

  it('are those of the day where the administration is, not where the machine is', async () => {
    await test.system.db
      .updateTable('centres')
      .set({ valid_until: '2026-03-02' })
      .where('administration_id', '=', administrationId)
      .execute()
    const lateInLima = new Date('2026-03-03T04:59:00Z')
    const nextDayInLima = new Date('2026-03-03T05:00:00Z')
    const before = await getBookRules(test.system, 'villa-alta', lateInLima)
    const after = await getBookRules(test.system, 'villa-alta', nextDayInLima)
    expect([before.centres.length, after.centres.length]).toEqual([1, 0])
    expect(after.names.get(before.centres[0]!.centreId)).toBe('Sede central')
  })

  it('are nobody’s where there is no such administration', async () => {
    await expect(getBookRules(test.system, 'nowhere', NOW)).rejects.toThrow(NotFound)
  })
})
