import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  countFailedNotices,
  deliverNotices,
  listFailedNotices,
  queueNotice,
  registerNoticeJobs,
} from '../../src/notices/index.ts'
import { PAUSES } from '../../src/notices/retry-rules.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { startMailbox } from '../support/mailbox.ts'
import { openLetterHouse, type LetterHouse } from '../support/letter-house.ts'
import {
  addresses,
  insertAdministration,
  queueLetter,
  noticeOf,
  registerTestLetters,
} from './test-letters.ts'

const MINUTE = 60_000

let house: LetterHouse
let administrationId: string

beforeEach(async () => {
  registerTestLetters()
  house = await openLetterHouse()
  administrationId = await insertAdministration(house.system)
})
afterEach(() => house.close())

describe('a notice to a person', () => {
  it('is sent once, however often the worker looks', async () => {
    const { caseId, address } = await queueLetter(house.system, administrationId)
    await deliverNotices(house.system)
    house.later(60)
    await deliverNotices(house.system)
    expect(house.mailbox.letters).toHaveLength(1)
    expect(house.mailbox.letters[0]?.to).toEqual([{ name: '', address }])
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'sent',
      attempts: 1,
      failure: null,
    })
  })

  it('keeps as proof what the server answered, and no address', async () => {
    const { caseId } = await queueLetter(house.system, administrationId)
    await deliverNotices(house.system)
    const { acceptedBy } = await noticeOf(house.system, administrationId, caseId)
    expect(acceptedBy).toMatch(/^127\.0\.0\.1:\d+: 250 .*queued as 1/)
    expect(acceptedBy).not.toContain('@')
  })

  it('carries accents, the marks of an automatic letter and an id that stays', async () => {
    const { caseId } = await queueLetter(house.system, administrationId)
    await deliverNotices(house.system)
    const { noticeId } = await noticeOf(house.system, administrationId, caseId)
    const letter = house.mailbox.letters[0]
    expect(letter?.subject).toBe('Caso DEMO-2026-000123: lo recibimos')
    expect(letter?.from?.name).toBe('Municipio de Ñandú, "Región" 1')
    expect(letter?.from?.address).toBe('libro-abierto@localhost')
    expect(letter?.replyTo).toEqual([{ name: '', address: 'consultas@nandu.example' }])
    expect(letter?.messageId).toBe(`<${noticeId}@libro.test>`)
    expect(letter?.headers).toContainEqual(
      expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
    )
    expect(letter?.text).toContain('RECIBIMOS LO QUE NOS CONTÓ')
    expect(letter?.text).toContain('mañana <b>no</b> es hábil & pasado')
    expect(letter?.html).toContain('mañana &lt;b&gt;no&lt;/b&gt; es hábil &amp; pasado')
  })

  it("speaks the person's language", async () => {
    await queueLetter(house.system, administrationId, { language: 'en' })
    await deliverNotices(house.system)
    expect(house.mailbox.letters[0]?.subject).toBe('Case DEMO-2026-000123: we have received it')
    expect(house.mailbox.letters[0]?.html).toContain('<html lang="en">')
  })

  it('does not exist when what it tells was rolled back', async () => {
    const { system } = house
    registerNoticeJobs(system)
    const notice = {
      administrationId,
      template: 'case_received',
      to: { recipient: 'person' },
      language: 'es',
    } as const
    await inTransaction(system.db, async (tx) => {
      await queueNotice(tx, system.jobs, notice, system.clock())
      throw new Error('changed my mind')
    }).catch(() => undefined)
    await system.jobs.drain()
    expect(await deliverNotices(system)).toBe(0)
    expect(house.mailbox.letters).toHaveLength(0)
  })

  it('leaves by the job that was queued with it', async () => {
    registerNoticeJobs(house.system)
    await queueLetter(house.system, administrationId)
    await house.system.jobs.drain()
    expect(house.mailbox.letters).toHaveLength(1)
  })

  it('is cancelled when the address is gone by the time it leaves', async () => {
    const { caseId } = await queueLetter(house.system, administrationId)
    addresses.delete(caseId)
    await deliverNotices(house.system)
    expect(house.mailbox.letters).toHaveLength(0)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'cancelled',
      failure: 'no_address',
    })
  })

  it('is cancelled when it is no longer needed', async () => {
    const { caseId } = await queueLetter(house.system, administrationId, {
      template: 'answer_delivered',
      details: { withdrawn: true },
    })
    await deliverNotices(house.system)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'cancelled',
      failure: 'not_needed',
    })
  })

  it('waits and is tried again when it could not be written', async () => {
    const { caseId } = await queueLetter(house.system, administrationId, { template: 'unheard_of' })
    await deliverNotices(house.system)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'queued',
      failure: 'composing_failed',
    })
  })
})

describe('when the mail server does not serve', () => {
  it('sends what waited once it is back', async () => {
    const { system } = house
    const port = new URL(house.mailbox.url).port
    const { caseId } = await queueLetter(system, administrationId)
    await house.mailbox.close()
    await deliverNotices(system)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'queued',
      failure: 'server_unreachable',
      nextAttemptAt: new Date(system.clock().getTime() + MINUTE),
    })
    house.mailbox = await startMailbox(Number(port))
    expect(await deliverNotices(system)).toBe(0)
    house.later(1)
    await deliverNotices(system)
    expect(house.mailbox.letters).toHaveLength(1)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'sent',
      attempts: 2,
    })
  })

  it('does not let every waiting letter knock at a server that is down', async () => {
    for (let i = 0; i < 3; i++) await queueLetter(house.system, administrationId)
    await house.mailbox.close()
    expect(await deliverNotices(house.system)).toBe(1)
    house.mailbox = await startMailbox(Number(new URL(house.mailbox.url).port))
    expect(await deliverNotices(house.system)).toBe(2)
  })

  it('goes on for three days, then shows the letter as failed', async () => {
    house.mailbox.busy(true)
    const began = house.system.clock().getTime()
    const { caseId } = await queueLetter(house.system, administrationId)
    for (const pause of PAUSES) {
      await deliverNotices(house.system)
      expect((await noticeOf(house.system, administrationId, caseId)).state).toBe('queued')
      house.later(pause)
    }
    expect(house.system.clock().getTime() - began).toBe(3 * 24 * 60 * MINUTE)
    await deliverNotices(house.system)
    expect(await noticeOf(house.system, administrationId, caseId)).toMatchObject({
      state: 'failed',
      failure: 'recipient_deferred',
      attempts: 13,
    })
    expect(await countFailedNotices(house.system.db, administrationId)).toEqual({
      failed: 1,
      unconfirmed: 0,
    })
  })
})

describe('an address that the server refuses for good', () => {
  it('fails at once, is shown, and does not hold up the others', async () => {
    const refused = await queueLetter(house.system, administrationId)
    house.later(1)
    const other = await queueLetter(house.system, administrationId)
    house.mailbox.refuse(refused.address)
    await deliverNotices(house.system)
    expect(await noticeOf(house.system, administrationId, refused.caseId)).toMatchObject({
      state: 'failed',
      failure: 'address_rejected',
      attempts: 1,
    })
    expect(await noticeOf(house.system, administrationId, other.caseId)).toMatchObject({
      state: 'sent',
    })
    const failed = await listFailedNotices(house.system.db, administrationId)
    expect(failed.map(({ caseId }) => caseId)).toEqual([refused.caseId])
    expect(JSON.stringify(failed)).not.toContain('@')
  })
})

describe('two workers at once', () => {
  it('send every letter once', async () => {
    const queued = []
    for (let i = 0; i < 12; i++) queued.push(await queueLetter(house.system, administrationId))
    const tried = await Promise.all([
      deliverNotices(house.system),
      deliverNotices(house.system),
      deliverNotices(house.system),
    ])
    expect(tried.reduce((sum, n) => sum + n, 0)).toBe(12)
    const reached = house.mailbox.letters.map(({ to }) => to?.[0]?.address)
    expect(reached.sort()).toEqual(queued.map(({ address }) => address).sort())
  })
})
