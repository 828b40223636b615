import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { eraseCase } from '../../../src/cases/index.ts'
import { takeMessage } from '../../../src/channels/index.ts'
import { forgetErasedMail } from '../../../src/channels/mailbox/actions/forget-erased-mail.ts'
import { addMailToCase, dismissMail } from '../../../src/channels/mailbox/actions/settle-mail.ts'
import { listMail, updateCleared } from '../../../src/channels/mailbox/mail-store.ts'
import type { MailState } from '../../../src/channels/mailbox/mail-table.ts'
import { fileSample } from '../../analysis/indicators/file-sample.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { accountOf } from '../../surveys/campaigns.ts'
import { message } from './messages.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem
let administrationId: string
let accountId: string

beforeAll(async () => {
  test = await openDemoBook()
  administrationId = (await getAdministrationBySlug(test.system.db, 'demo')).administrationId
  accountId = await accountOf(test.system, 'ventanilla')
})
afterAll(() => test.close())

async function mailOf(subject: string) {
  const raw = message({ Subject: subject, 'Message-ID': `<${subject}@correo.example>` })
  await takeMessage(test.system, { raw, receivedAt: NOW, slug: null }, NOW)
  return (await list('waiting')).find((mail) => mail.subject === subject)!
}

const list = (state: MailState) => listMail(test.system.db, administrationId, state, 100)

describe('A message that was settled', () => {
  it('goes with the case that its person erased, and with no other', async () => {
    const { system } = test
    const numbers = [await fileSample(system), await fileSample(system)] as const
    for (const caseNumber of numbers) {
      await addMailToCase(system, await mailOf(caseNumber), { accountId, at: NOW }, caseNumber)
    }
    await forgetErasedMail(system.db)
    expect((await list('added')).map(({ text }) => text)).not.toContain('')
    await eraseCase(system, { administrationId, caseNumber: numbers[0] }, NOW)
    await forgetErasedMail(system.db)
    const kept = new Map((await list('added')).map((mail) => [mail.caseNumber, mail]))
    expect(kept.get(numbers[0])).toMatchObject({ subject: '', senderAddress: '', text: '' })
    expect(kept.get(numbers[1])).toMatchObject({ subject: numbers[1] })
  })

  it('keeps its key and nothing else once its days are over', async () => {
    const mail = await mailOf('Oferta')
    await dismissMail(test.system, mail, { accountId, at: NOW }, 'spam')
    await updateCleared(test.system.db, NOW)
    expect((await list('dismissed')).map(({ subject }) => subject)).toContain('Oferta')
    await updateCleared(test.system.db, new Date(NOW.getTime() + 1))
    expect(await list('dismissed')).toMatchObject([{ subject: '', text: '' }])
    const again = message({ Subject: 'Oferta', 'Message-ID': '<Oferta@correo.example>' })
    await takeMessage(test.system, { raw: again, receivedAt: NOW, slug: null }, NOW)
    expect((await list('waiting')).map(({ subject }) => subject)).not.toContain('Oferta')
  })
})
