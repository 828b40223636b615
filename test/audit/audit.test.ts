import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { listAuditLines, recordChange, recordLook } from '../../src/audit/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

let house: TestSystem
beforeAll(async () => {
  house = await openTestSystem()
})
afterAll(() => house.close())

describe('The audit log', () => {
  it('keeps who looked at which case, and when', async () => {
    const { db, clock } = house.system
    const look = { accountId: randomUUID(), administrationId: randomUUID(), caseId: randomUUID() }
    await recordLook(db, { ...look, at: clock(), what: 'case' })
    expect(await listAuditLines(db, { caseId: look.caseId })).toEqual([
      { ...look, at: clock(), action: 'looked_at_case', details: {} },
    ])
  })

  it('keeps nothing of a change that did not happen', async () => {
    const { db, clock } = house.system
    const accountId = randomUUID()
    const change = inTransaction(db, async (tx) => {
      await recordChange(tx, { at: clock(), accountId, action: 'rule_changed' })
      throw new Error('the change failed')
    })
    await expect(change).rejects.toThrow('the change failed')
    expect(await listAuditLines(db, { accountId })).toEqual([])
  })

  it.each(['rosa@example.org', 'Rosa Quispe', 'x'.repeat(81), '+51 999 999 999'])(
    'refuses to hold %s',
    async (value) => {
      const { db, clock } = house.system
      const look = { at: clock(), accountId: null, what: 'case', details: { value } }
      await expect(recordLook(db, look)).rejects.toThrow('ids and codes only')
      await expect(recordLook(db, { ...look, details: { value: [value] } })).rejects.toThrow(
        'ids and codes only',
      )
    },
  )

  it.each(['update audit_log set action = action', 'delete from audit_log', 'truncate audit_log'])(
    'only grows: %s',
    async (statement) => {
      const { db, clock } = house.system
      await recordLook(db, { at: clock(), accountId: null, what: 'case' })
      await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only')
    },
  )
})
