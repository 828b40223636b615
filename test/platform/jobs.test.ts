import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { defineJob, openJobs } from '../../src/platform/jobs/index.ts'
import { openQueues } from '../../src/platform/jobs/queues.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const greet = defineJob<{ id: string }>('test_greet')
const stubborn = defineJob<{ id: string }>('test_stubborn', { retryLimit: 2, retryDelay: 0 })
const once = defineJob<{ id: string }>('test_once', { retryLimit: 0 })

describe('jobs', () => {
  let house: TestSystem
  beforeEach(async () => {
    house = await openTestSystem()
  })
  afterEach(() => house.close())

  const send = (job: typeof greet, ids: string[], options = {}) =>
    inTransaction(house.system.db, async (tx) => {
      for (const id of ids) await house.system.jobs.send(tx, job, { id }, options)
    })

  it('that fail do not make their neighbours run again', async () => {
    const runs: string[] = []
    house.system.jobs.work(stubborn, async ({ id }) => {
      runs.push(id)
      if (id === 'bad') throw new Error('no')
    })
    await send(stubborn, ['first', 'bad', 'last'])
    await house.system.jobs.drain()
    expect(runs.filter((id) => id === 'first')).toHaveLength(1)
    expect(runs.filter((id) => id === 'last')).toHaveLength(1)
    expect(runs.filter((id) => id === 'bad')).toHaveLength(3)
  })

  it('that may not be tried again are given up at once', async () => {
    let runs = 0
    house.system.jobs.work(once, async () => {
      runs += 1
      throw new Error('no')
    })
    await send(once, ['only'])
    await house.system.jobs.drain()
    expect(runs).toBe(1)
  })

  it('are sent by more transactions at once than there are connections, from the first on', async () => {
    const runs: string[] = []
    house.system.jobs.work(greet, async ({ id }) => {
      runs.push(id)
    })
    const ids = Array.from({ length: 40 }, (_, index) => String(index))
    await Promise.all(ids.map((id) => send(greet, [id])))
    await house.system.jobs.drain()
    expect(runs.sort()).toEqual(ids.sort())
  })

  it('wait until their time has come', async () => {
    const runs: string[] = []
    house.system.jobs.work(greet, async ({ id }) => {
      runs.push(id)
    })
    await send(greet, ['later'], { startAfter: new Date(Date.now() + 3_600_000) })
    await send(greet, ['now'])
    await house.system.jobs.drain()
    expect(runs).toEqual(['now'])
  })

  it('are worked off by a running worker, and by the clock', async () => {
    const { jobs } = house.system
    const done = new Promise<string>((resolve) => jobs.work(greet, async ({ id }) => resolve(id)))
    jobs.schedule(greet, '0 3 * * *', 'America/Mexico_City')
    await jobs.start()
    await send(greet, ['worker'])
    expect(await done).toBe('worker')
  })

  it('are taken once by two workers side by side, and both take some', async () => {
    const { databaseUrl, log } = house.system
    const other = await openJobs({ databaseUrl, log })
    const ids = Array.from({ length: 120 }, (_, index) => String(index))
    const runs: { by: string; id: string }[] = []
    const allDone = new Promise<void>((resolve) => {
      const hand =
        (by: string) =>
        async ({ id }: { id: string }) => {
          runs.push({ by, id })
          if (runs.length >= ids.length) resolve()
        }
      house.system.jobs.work(greet, hand('one'))
      other.work(greet, hand('other'))
    })
    await send(greet, ids)
    await Promise.all([house.system.jobs.start(), other.start()])
    await allDone
    await Promise.all([house.system.jobs.stop(), other.stop()])
    expect(runs.map(({ id }) => id).sort()).toEqual(ids.sort())
    expect(new Set(runs.map(({ by }) => by))).toEqual(new Set(['one', 'other']))
  })

  it('in hand are finished before the worker stops', async () => {
    const { jobs } = house.system
    let finished = false
    const begun = new Promise<void>((resolve) => {
      jobs.work(greet, async () => {
        resolve()
        await new Promise((go) => setTimeout(go, 500))
        finished = true
      })
    })
    await jobs.start()
    await send(greet, ['slow'])
    await begun
    await jobs.stop()
    expect(finished).toBe(true)
  })

  it('are still taken after their queue met an error', async () => {
    const lines: string[] = []
    const write = { write: (line: string) => void lines.push(line) }
    const log = pino({ level: 'error' }, write)
    const queues = await openQueues(house.system.databaseUrl, log)
    queues.boss.emit('error', new Error('the database is away'))
    expect(lines.join('')).toContain('the database is away')
    await queues.ensure(greet)
    await queues.close()
  })
})
