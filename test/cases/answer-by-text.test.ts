import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { registerCaseNotices } from '../../src/cases/index.ts'
import {
  listFailedNotices,
  listNoticesOfCase,
  registerNoticeJobs,
  type Notice,
} from '../../src/notices/index.ts'
import { findCase } from '../../src/cases/case-store.ts'
import { getBookRules } from '../../src/administrations/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { startTextGateway, type TextGateway } from '../support/text-gateway.ts'
import type { TestSystem } from '../support/test-system.ts'
import { fileComplaint, type Filed } from './follow/followed-case.ts'
import { answerCase } from './staff-at-work.ts'

const NOW = '2026-03-02T16:00:00Z'

let gateway: TextGateway
let test: TestSystem
beforeAll(async () => {
  gateway = await startTextGateway()
  test = await openDemoBook({ env: { SMS_WEBHOOK_URL: gateway.url } })
  registerCaseNotices()
  registerNoticeJobs(test.system)
}, 60_000)
afterAll(async () => {
  await test.close()
  await gateway.close()
})
beforeEach(() => {
  test.clockAt(NOW)
  gateway.answer(202)
  gateway.texts.length = 0
})

async function answered(language = 'es'): Promise<Filed> {
  const filed = await fileComplaint(test.system, { answerBy: 'sms', language })
  await answerCase(test.system, filed.caseNumber)
  await test.system.jobs.drain()
  return filed
}

async function look({ caseNumber }: Filed) {
  const { administration } = await getBookRules(test.system, 'demo', test.system.clock())
  const { administrationId } = administration
  const item = await findCase(test.system.db, { administrationId, caseNumber })
  if (!item) throw new Error(`No case ${caseNumber}`)
  const notices = await listNoticesOfCase(test.system.db, administrationId, item.caseId)
  const notice = notices.find(({ template }) => template === 'answer_ready') as Notice
  const failed = await listFailedNotices(test.system.db, administrationId)
  return { state: item.state, notice, failed }
}

describe('An answer by text message', () => {
  it('says that it is there and where, never what it says nor the secret', async () => {
    const filed = await answered()
    expect(gateway.texts).toHaveLength(1)
    const [sent] = gateway.texts
    expect(sent?.to).toBe('5555551234')
    expect(sent?.text).toBe(
      `Municipio de Tres Jacarandas: ya hay respuesta a su caso ${filed.caseNumber}. ` +
        'Léala en http://libro.test/seguimiento con su número y su clave.',
    )
    expect(sent?.text).not.toContain(filed.trackingToken)
    const { state, notice } = await look(filed)
    expect(state).toBe('notified')
    expect(notice).toMatchObject({ state: 'sent', noticeId: sent?.id })
    expect(notice.acceptedBy).toMatch(/^127\.0\.0\.1:\d+: 202$/)
  })

  it('speaks the language of the person', async () => {
    await answered('en')
    expect(gateway.texts[0]?.text).toContain('there is an answer to your case')
  })

  it('is tried again under the same id while nobody takes it over', async () => {
    gateway.answer(503)
    const filed = await answered()
    expect(await look(filed)).toMatchObject({
      state: 'response_issued',
      notice: { state: 'queued', failure: 'server_refused' },
    })
    gateway.answer(200)
    test.clockAt('2026-03-02T16:05:00Z')
    await answered('en')
    const own = gateway.texts.filter(({ text }) => text.includes(filed.caseNumber))
    expect(own).toHaveLength(2)
    expect(own[0]?.id).toBe(own[1]?.id)
    expect((await look(filed)).state).toBe('notified')
  })

  it('that is refused for good is shown and leaves the answer to be handed over by hand', async () => {
    gateway.answer(422)
    const filed = await answered()
    const { state, notice, failed } = await look(filed)
    expect(state).toBe('response_issued')
    expect(notice).toMatchObject({ state: 'failed', failure: 'address_rejected' })
    expect(failed.map(({ noticeId }) => noticeId)).toContain(notice.noticeId)
    expect(JSON.stringify(notice)).not.toContain('5555')
  })
})
