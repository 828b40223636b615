import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { opensMailbox, readMailbox } from '../../../src/channels/index.ts'
import { listMail } from '../../../src/channels/mailbox/mail-store.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startImapServer, type ImapServer } from '../../support/imap-server.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { message } from './messages.ts'

let server: ImapServer
let test: TestSystem
let administrationId: string
beforeAll(async () => {
  server = await startImapServer()
  test = await openDemoBook({ env: { IMAP_URL: server.url } })
  test.clockAt('2026-03-02T16:00:00Z')
  administrationId = (await getAdministrationBySlug(test.system.db, 'demo')).administrationId
}, 60_000)
afterAll(async () => {
  await test.close()
  await server.close()
})
afterEach(() => server.cutBeforeFlags(false))

const withSubject = async (subject: string) =>
  (await listMail(test.system.db, administrationId, 'waiting', 100)).filter(
    (mail) => mail.subject === subject,
  )

describe('The mailbox', () => {
  it('is read: what is unread is kept, with its hour of arrival, and only then marked as seen', async () => {
    const uid = server.deliver(message({ Subject: 'Uno' }), '28-Feb-2026 23:59:58 +0000')
    expect(await readMailbox(test.system)).toBe(1)
    expect(await withSubject('Uno')).toMatchObject([
      { receivedAt: new Date('2026-02-28T23:59:58Z') },
    ])
    expect(server.flagsOf(uid)).toEqual(['\\Seen'])
    expect(server.asked.some((line) => /BODY\[\]/.test(line))).toBe(false)
    expect(await readMailbox(test.system)).toBe(0)
  })

  it('loses and doubles nothing when we stop between keeping and marking', async () => {
    const uid = server.deliver(message({ Subject: 'Dos', 'Message-ID': '<dos@x.example>' }))
    server.cutBeforeFlags(true)
    await expect(readMailbox(test.system)).rejects.toThrow('The mailbox was not read')
    expect(await withSubject('Dos')).toHaveLength(1)
    expect(server.flagsOf(uid)).toEqual([])
    server.cutBeforeFlags(false)
    await readMailbox(test.system)
    expect(await withSubject('Dos')).toHaveLength(1)
    expect(server.flagsOf(uid)).toEqual(['\\Seen'])
  })

  it('says neither address nor password when it cannot be opened', async () => {
    const { config, ...others } = test.system
    const wrong = {
      ...others,
      config: { ...config, imapUrl: server.url.replace('secreto', 'otro') },
    }
    const failure = await readMailbox(wrong).catch((error: Error) => error)
    expect(String(failure)).toContain('The mailbox was not read')
    expect(String(failure)).not.toMatch(/otro|libro:/)
  })

  it('is looked at without touching anything, and found closed to a wrong password', async () => {
    const uid = server.deliver(message({ Subject: 'Tres' }))
    expect(await opensMailbox(server.url, 30_000)).toBe(true)
    expect(await opensMailbox(server.url.replace('secreto', 'otro'), 30_000)).toBe(false)
    expect(server.flagsOf(uid)).toEqual([])
  })
})
