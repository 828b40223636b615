import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { deliverNotices, registerNoticeJobs } from '../../../src/notices/index.ts'
import { remindReaders } from '../../../src/corruption-reports/officers/actions/remind-readers.ts'
import { registerOfficerEmails } from '../../../src/corruption-reports/officers/emails/something-to-see.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import { insertShortage } from '../../../src/corruption-reports/shortage-store.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { listNotices } from '../../support/list-notices.ts'
import { startMailbox, type Mailbox } from '../../support/mailbox.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { openPart } from '../sealed-sample.ts'
import { sealTown, tell, type SealedTown } from './sealed-town.ts'

let house: TestSystem
let mailbox: Mailbox
let town: SealedTown

beforeAll(async () => {
  mailbox = await startMailbox()
  house = await openDemoBook({ env: { SMTP_URL: mailbox.url } })
  registerOfficerEmails()
  registerNoticeJobs(house.system)
  town = await sealTown(house)
})
afterAll(async () => {
  await house.close()
  await mailbox.close()
})

async function remindOn(instant: string) {
  house.clockAt(instant)
  const before = mailbox.letters.length
  await remindReaders(house.system, house.system.clock())
  await deliverNotices(house.system)
  expect(mailbox.letters).toHaveLength(before)
  house.clockAt(instant.replace('14:30', '15:00'))
  await deliverNotices(house.system)
  return mailbox.letters.slice(before)
}

const receivers = (letters: Mailbox['letters']) =>
  letters.map(({ to }) => to?.[0]?.address?.split('@')[0]).sort()

describe('The officers', () => {
  it('are left in peace while there is nothing to see', async () => {
    expect(await remindOn('2026-03-02T14:30:00Z')).toEqual([])
  })

  it('are told, and no more, that there is something to see when files found no room', async () => {
    const { administrationId } = town
    await inSealedTransaction(openPart(house), administrationId, (tx) =>
      insertShortage(tx, { day: '2026-02-27', lack: 'day' }),
    )
    const letters = await remindOn('2026-03-02T14:30:00Z')
    expect(receivers(letters)).toEqual(['integridad', 'integridad2', 'integridad3'])
    expect(letters.map(({ subject, text }) => `${subject} ${text}`).join()).not.toMatch(/archivo/i)
    expect(await remindOn('2026-03-03T14:30:00Z')).toEqual([])
  })

  it('a notice to officers carries nothing of the report', async () => {
    house.clockAt('2026-03-02T16:20:00Z')
    const { envelope } = await tell(house, town, { narration: 'El tesorero Hidalgo desvía fondos' })
    const letters = await remindOn('2026-03-03T14:30:00Z')
    expect(receivers(letters)).toEqual(['integridad', 'integridad2', 'integridad3'])
    const id = Buffer.from(envelope.id)
    const told = letters.map(({ subject, text, html }) => `${subject} ${text} ${html}`).join(' ')
    for (const secret of [
      'Hidalgo',
      'orrup',
      'enuncia',
      id.toString('hex'),
      id.toString('base64url'),
    ]) {
      expect(told).not.toContain(secret)
    }
    const [first, ...others] = letters.map(({ subject, text }) => `${subject} ${text}`)
    expect(others.every((letter) => letter === first)).toBe(true)
  })

  it('are told once a day, in the hour before the first fixed one and at no other', async () => {
    expect(await remindOn('2026-03-04T13:59:00Z')).toEqual([])
    expect(await remindOn('2026-03-04T20:30:00Z')).toEqual([])
    expect(await remindOn('2026-03-04T21:30:00Z')).toEqual([])
    const kept = await listNotices(house.system.db)
    // neither the hour of the filing nor that of the reminder stands anywhere
    const times = new Set(kept.map((one) => one.queued_at.toISOString()))
    expect([...times].sort()).toEqual(['2026-03-02T15:00:00.000Z', '2026-03-03T15:00:00.000Z'])
  })

  it('are not told on a day of rest', async () => {
    expect(await remindOn('2026-03-07T14:30:00Z')).toEqual([])
  })

  it('who stay silent are not alone: the alternate authority is told the same', async () => {
    const letters = await remindOn('2026-03-18T14:30:00Z')
    expect(receivers(letters)).toEqual(['alterna', 'integridad', 'integridad2', 'integridad3'])
  })
})
