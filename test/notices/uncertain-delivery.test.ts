import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { deliverNotices, onNoticeSettled, registerNoticeJobs } from '../../src/notices/index.ts'
import { openLetterHouse, type LetterHouse } from '../support/letter-house.ts'
import { insertAdministration, noticeOf, queueLetter, registerTestLetters } from './test-letters.ts'

const WORKER = fileURLToPath(new URL('./deliver-in-a-process.ts', import.meta.url))

let house: LetterHouse
let administrationId: string

beforeEach(async () => {
  registerTestLetters()
  house = await openLetterHouse()
  administrationId = await insertAdministration(house.system)
})
afterEach(() => house.close())

function startWorker(caseId: string, address: string) {
  const { config, databaseUrl, clock } = house.system
  return spawn(
    process.execPath,
    ['--import', 'tsx', WORKER, caseId, address, clock().toISOString()],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        BASE_URL: config.baseUrl,
        DATA_DIR: config.dataDir,
        DATABASE_URL: databaseUrl,
        SMTP_URL: config.smtpUrl ?? '',
      },
    },
  )
}

describe('a worker that is killed after the server took the letter and before it was written down', () => {
  it('leaves a letter that is never sent again by itself and that staff can see', async () => {
    const { caseId, address } = await queueLetter(house.system, administrationId)
    const worker = startWorker(caseId, address)
    const ended = once(worker, 'exit')
    house.mailbox.whenTaken(async () => {
      worker.kill('SIGKILL')
      await ended
      return 'answer'
    })
    expect(await ended).toEqual([null, 'SIGKILL'])
    house.mailbox.whenTaken(null)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'sending',
      attempts: 1,
    })

    house.later(9)
    await deliverNotices(house.system)
    expect((await noticeOf(house.system, administrationId, caseId)).state).toBe('sending')
    house.later(2)
    await deliverNotices(house.system)
    house.later(60)
    await deliverNotices(house.system)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'unconfirmed',
      failure: 'outcome_unknown',
    })
    expect(house.mailbox.letters).toHaveLength(1)
  })
})

describe('a line that breaks after the whole letter was handed over', () => {
  it('leaves it unconfirmed, since the server may have kept it', async () => {
    const { caseId } = await queueLetter(house.system, administrationId)
    house.mailbox.whenTaken(async () => 'hang up')
    await deliverNotices(house.system)
    house.mailbox.whenTaken(null)
    house.later(24 * 60)
    await deliverNotices(house.system)
    expect((await noticeOf(house.system, administrationId, caseId)).state).toBe('unconfirmed')
    expect(house.mailbox.letters).toHaveLength(1)
  })
})

describe('whoever waits for a letter', () => {
  it('is told that it was sent, with the proof', async () => {
    const told = await listenTo('answer_delivered')
    await queueLetter(house.system, administrationId, { template: 'answer_delivered' })
    await house.system.jobs.drain()
    expect(told).toEqual([expect.objectContaining({ state: 'sent' })])
    expect(told[0]?.acceptedBy).toContain('queued as 1')
  })

  it('is told that it failed', async () => {
    const told = await listenTo('answer_delivered')
    const { address } = await queueLetter(house.system, administrationId, {
      template: 'answer_delivered',
    })
    house.mailbox.refuse(address)
    await house.system.jobs.drain()
    expect(told).toEqual([
      expect.objectContaining({ state: 'failed', failure: 'address_rejected' }),
    ])
  })

  it('is told again after a handler that did not manage', async () => {
    registerNoticeJobs(house.system)
    const told: string[] = []
    onNoticeSettled('answer_delivered', async (_system, { state }) => {
      told.push(state)
      if (told.length === 1) throw new Error('the case was being changed')
    })
    await queueLetter(house.system, administrationId, { template: 'answer_delivered' })
    await house.system.jobs.drain()
    expect(told).toEqual(['sent'])
    await expect(
      eventually(
        () => house.system.jobs.drain(),
        () => told.length === 2,
      ),
    ).resolves.toBe(true)
    expect(house.mailbox.letters).toHaveLength(1)
  })

  async function listenTo(template: string) {
    registerNoticeJobs(house.system)
    const told: { state: string; acceptedBy: string | null }[] = []
    onNoticeSettled(template, async (_system, notice) => {
      told.push(notice)
    })
    return told
  }
})

/** Retries wait by the database's clock. */
async function eventually(act: () => Promise<unknown>, done: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 40 && !done(); tries++) {
    await act()
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  return done()
}
