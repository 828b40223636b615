import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { defineJob } from '../../src/platform/jobs/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { startMailbox } from '../support/mailbox.ts'
import { startApp } from '../support/running-app.ts'
import { Visitor } from '../support/visitor.ts'

const remember = defineJob<{ id: string }>('test_remember')

describe('a system for a test', () => {
  let house: TestSystem
  beforeAll(async () => {
    house = await openTestSystem()
  })
  afterAll(() => house.close())

  it('stands on a database of its own', async () => {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(house.system.db)
    expect(rows).toEqual([{ one: 1 }])
  })

  it('has a clock that moves only when told', () => {
    house.clockAt('2026-05-04T12:00:00Z')
    expect(house.system.clock().toISOString()).toBe('2026-05-04T12:00:00.000Z')
  })

  it('serves the app', async () => {
    const app = await startApp(house.system)
    const page = await new Visitor(app).get('/healthz')
    await app.close()
    expect(page.status).toBe(200)
  })
})

describe('a job', () => {
  it('is done when its transaction was kept, and never when it was rolled back', async () => {
    const house = await openTestSystem()
    const done: string[] = []
    const { jobs, db } = house.system
    jobs.work(remember, async ({ id }) => {
      done.push(id)
    })
    await inTransaction(db, (tx) => jobs.send(tx, remember, { id: 'kept' }))
    await inTransaction(db, async (tx) => {
      await jobs.send(tx, remember, { id: 'rolled back' })
      throw new Error('changed my mind')
    }).catch(() => undefined)
    await jobs.drain()
    expect(done).toEqual(['kept'])
    await house.close()
  })
})

describe('a letter', () => {
  it('reaches a real mail server with both bodies and its own id', async () => {
    const mailbox = await startMailbox()
    const house = await openTestSystem({ env: { SMTP_URL: mailbox.url } })
    const { acceptedBy } = await house.system.mail.send({
      to: 'ana@demo.example',
      subject: 'Su queja fue recibida',
      text: 'Recibimos su queja.',
      html: '<p>Recibimos su queja.</p>',
      messageId: '<abc@libro.test>',
    })
    expect(acceptedBy).toContain('queued as 1')
    expect(mailbox.letters[0]).toMatchObject({
      subject: 'Su queja fue recibida',
      messageId: '<abc@libro.test>',
    })
    await house.close()
    await mailbox.close()
  })
})
