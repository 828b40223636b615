import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  attemptKey,
  countAttempt,
  deleteOldAttempts,
  forgetAttempts,
  type AttemptPolicy,
} from '../../src/platform/attempts.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const policy: AttemptPolicy = {
  purpose: 'test',
  free: 3,
  firstWaitSeconds: 30,
  longestWaitSeconds: 100,
  forgetAfterSeconds: 3600,
}

let house: TestSystem
beforeAll(async () => {
  house = await openTestSystem()
})
afterAll(() => house.close())

const someKey = () => attemptKey(Buffer.alloc(32, 7), 'door', randomUUID())
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 16) + seconds * 1000)
const attempt = (key: Buffer, seconds: number) =>
  countAttempt(house.system.db, policy, key, at(seconds))

describe('Guessing', () => {
  it('is free at first, then waits twice as long each time, up to a limit', async () => {
    const key = someKey()
    expect(await attempt(key, 0)).toBe(0)
    expect(await attempt(key, 0)).toBe(0)
    expect(await attempt(key, 0)).toBe(0)
    expect(await attempt(key, 1)).toBe(0)
    expect(await attempt(key, 2)).toBe(29)
    expect(await attempt(key, 31)).toBe(0)
    expect(await attempt(key, 31)).toBe(60)
    expect(await attempt(key, 91)).toBe(0)
    expect(await attempt(key, 91)).toBe(100)
  })

  it('that is refused does not make the wait longer', async () => {
    const key = someKey()
    for (let n = 0; n < 4; n++) await attempt(key, 0)
    for (let n = 0; n < 10; n++) await attempt(key, 10)
    expect(await attempt(key, 10)).toBe(20)
  })

  it('gains nothing by many attempts at once', async () => {
    const key = someKey()
    const waits = await Promise.all(Array.from({ length: 12 }, () => attempt(key, 0)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(4)
  })

  it('of one key leaves the others alone, and is forgotten by success or by time', async () => {
    const [one, other] = [someKey(), someKey()]
    for (let n = 0; n < 4; n++) await attempt(one, 0)
    expect(await attempt(one, 0)).toBe(30)
    expect(await attempt(other, 0)).toBe(0)
    await forgetAttempts(house.system.db, 'test', [one])
    expect(await attempt(one, 0)).toBe(0)
    for (let n = 0; n < 3; n++) await attempt(one, 0)
    expect(await attempt(one, 3700)).toBe(0)
    expect(await attempt(one, 3700)).toBe(0)
  })

  it('leaves nothing behind after the clean-up', async () => {
    const key = someKey()
    for (let n = 0; n < 4; n++) await attempt(key, 0)
    await deleteOldAttempts(house.system.db, at(7200))
    for (let n = 0; n < 4; n++) expect(await attempt(key, 0)).toBe(0)
  })
})
