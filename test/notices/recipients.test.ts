import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { deliverNotices, type NoticeRecipient } from '../../src/notices/index.ts'
import { openLetterHouse, type LetterHouse } from '../support/letter-house.ts'
import { insertAdministration, noticeOf, queueLetter, registerTestLetters } from './test-letters.ts'

let house: LetterHouse
let administrationId: string

beforeEach(async () => {
  registerTestLetters()
  house = await openLetterHouse()
  administrationId = await insertAdministration(house.system)
})
afterEach(() => house.close())

async function sendTo(to: NoticeRecipient) {
  const { caseId } = await queueLetter(house.system, administrationId, { to })
  await deliverNotices(house.system)
  return noticeOf(house.system, administrationId, caseId)
}

async function insertAccount(email: string, disabledAt: string | null = null) {
  const accountId = randomUUID()
  await sql`insert into accounts (account_id, email, name, password_hash, created_at, disabled_at)
    values (${accountId}, ${email}, 'Eva', 'none', now(), ${disabledAt})`.execute(house.system.db)
  return accountId
}

async function insertCentre(emergencyEmail: string | null) {
  const centreId = randomUUID()
  await sql`insert into centres (administration_id, centre_id, slug, name, emergency_email)
    values (${administrationId}, ${centreId}, 'norte', 'Norte', ${emergencyEmail})`.execute(
    house.system.db,
  )
  return centreId
}

describe('a notice to staff', () => {
  it('goes to the address that the account has when it leaves', async () => {
    const accountId = await insertAccount('eva@demo.example')
    await sendTo({ recipient: 'account', accountId })
    expect(house.mailbox.letters[0]?.to?.[0]?.address).toBe('eva@demo.example')
  })

  it('is cancelled when the account was closed', async () => {
    const accountId = await insertAccount('eva@demo.example', '2026-03-01T00:00:00Z')
    const notice = await sendTo({ recipient: 'account', accountId })
    expect(notice).toMatchObject({ state: 'cancelled', failure: 'no_address' })
    expect(house.mailbox.letters).toHaveLength(0)
  })
})

describe('a notice to a centre', () => {
  it("goes to the centre's address for emergencies", async () => {
    const centreId = await insertCentre('guardia@demo.example')
    await sendTo({ recipient: 'centre', centreId })
    expect(house.mailbox.letters[0]?.to?.[0]?.address).toBe('guardia@demo.example')
  })

  it('is cancelled when the centre has none', async () => {
    const notice = await sendTo({ recipient: 'centre', centreId: await insertCentre(null) })
    expect(notice).toMatchObject({ state: 'cancelled', failure: 'no_address' })
  })
})
