import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { listAuditLines } from '../../src/audit/index.ts'
import {
  deliverNotices,
  listFailedNotices,
  onNoticeSettled,
  registerNoticeJobs,
} from '../../src/notices/index.ts'
import {
  markNoticeReceived,
  resendNotice,
  setNoticeAside,
} from '../../src/notices/actions/decide-notice.ts'
import { WrongState } from '../../src/platform/errors.ts'
import { openLetterHouse, type LetterHouse } from '../support/letter-house.ts'
import { insertAdministration, noticeOf, queueLetter, registerTestLetters } from './test-letters.ts'

let house: LetterHouse
let administrationId: string
let by: string

beforeEach(async () => {
  registerTestLetters()
  house = await openLetterHouse()
  administrationId = await insertAdministration(house.system)
  by = randomUUID()
  await sql`insert into accounts (account_id, email, name, password_hash, created_at)
    values (${by}, 'eva@demo.example', 'Eva', 'none', now())`.execute(house.system.db)
})
afterEach(() => house.close())

async function unconfirmed() {
  const { caseId } = await queueLetter(house.system, administrationId, {
    template: 'answer_delivered',
  })
  house.mailbox.whenTaken(async () => 'hang up')
  await deliverNotices(house.system)
  house.mailbox.whenTaken(null)
  return noticeOf(house.system, administrationId, caseId)
}

async function refused() {
  const { caseId, address } = await queueLetter(house.system, administrationId)
  house.mailbox.refuse(address)
  await deliverNotices(house.system)
  house.mailbox.refuse(null)
  return noticeOf(house.system, administrationId, caseId)
}

describe('a letter that may not have arrived', () => {
  it('is sent again only when a person says so, under the same id', async () => {
    const notice = await unconfirmed()
    await resendNotice(house.system, by, notice)
    await deliverNotices(house.system)
    expect(house.mailbox.letters.map(({ messageId }) => messageId)).toEqual([
      `<${notice.noticeId}@libro.test>`,
      `<${notice.noticeId}@libro.test>`,
    ])
    expect(await noticeOf(house.system, administrationId, notice.caseId)).toMatchObject({
      state: 'sent',
      attempts: 1,
    })
  })

  it('counts as sent when the person said that it came, and whoever waits is told', async () => {
    registerNoticeJobs(house.system)
    const told: string[] = []
    onNoticeSettled('answer_delivered', async (_system, { state }) => {
      told.push(state)
    })
    const notice = await unconfirmed()
    await house.system.jobs.drain()
    await markNoticeReceived(house.system, by, notice)
    await house.system.jobs.drain()
    expect(told).toEqual(['unconfirmed', 'sent'])
    expect(house.mailbox.letters).toHaveLength(1)
  })

  it('leaves the list when the person was told otherwise', async () => {
    const notice = await unconfirmed()
    await setNoticeAside(house.system, by, notice)
    expect(await listFailedNotices(house.system.db, administrationId)).toEqual([])
    expect((await noticeOf(house.system, administrationId, notice.caseId)).state).toBe('cancelled')
  })
})

describe('a letter that failed', () => {
  it('starts again with all its attempts', async () => {
    const notice = await refused()
    await resendNotice(house.system, by, notice)
    house.mailbox.busy(true)
    await deliverNotices(house.system)
    expect(await noticeOf(house.system, administrationId, notice.caseId)).toMatchObject({
      state: 'queued',
      attempts: 1,
    })
  })

  it('cannot be said to have arrived', async () => {
    const notice = await refused()
    await expect(markNoticeReceived(house.system, by, notice)).rejects.toThrow(WrongState)
  })
})

describe('two people who decide about one letter', () => {
  it('do not send it twice: the second is told that it moved on', async () => {
    const notice = await refused()
    await resendNotice(house.system, by, notice)
    await expect(resendNotice(house.system, by, notice)).rejects.toThrow(WrongState)
    await expect(setNoticeAside(house.system, by, notice)).rejects.toThrow(WrongState)
    await deliverNotices(house.system)
    expect(house.mailbox.letters).toHaveLength(1)
  })
})

describe('what a person decided about a letter', () => {
  it('stands in the audit log, without address or text', async () => {
    const notice = await refused()
    await resendNotice(house.system, by, notice)
    const lines = await listAuditLines(house.system.db, { administrationId })
    expect(lines).toEqual([
      expect.objectContaining({
        action: 'notice_resent',
        accountId: by,
        caseId: notice.caseId,
        details: { noticeId: notice.noticeId },
      }),
    ])
  })
})
