import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { registerPeopleJobs } from '../../src/people/index.ts'
import { forgetSignIns } from '../../src/people/jobs.ts'
import { attemptKey, countAttempt } from '../../src/platform/attempts.ts'
import { fromOnePlace } from '../../src/people/attempt-limits.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { asStaff, buildPerson } from './fixtures.ts'

let house: TestSystem
beforeAll(async () => {
  house = await openTestSystem()
  registerPeopleJobs(house.system)
})
afterAll(() => house.close())

describe('Every night', () => {
  it('forgets sessions that ended a week ago and attempts of two days ago, and no others', async () => {
    const { db, clock, jobs } = house.system
    const accountId = await buildPerson(house.system, 'ana')
    const left = async () => [
      (await db.selectFrom('staff_sessions').select('session_id').execute()).length,
      (await db.selectFrom('attempts').select('purpose').execute()).length,
    ]
    const clean = async () => {
      await inTransaction(db, (tx) => jobs.send(tx, forgetSignIns, {}))
      await jobs.drain()
    }
    await asStaff(house.system, accountId)
    await countAttempt(db, fromOnePlace, attemptKey(Buffer.alloc(32), 'old'), clock())
    await clean()
    expect(await left()).toEqual([1, 1])
    house.clockAt('2026-03-05T16:00:00Z')
    await countAttempt(db, fromOnePlace, attemptKey(Buffer.alloc(32), 'new'), clock())
    await clean()
    expect(await left()).toEqual([1, 1])
    house.clockAt('2026-03-10T16:00:00Z')
    await clean()
    expect(await left()).toEqual([0, 0])
  })
})
