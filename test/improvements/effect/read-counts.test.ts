import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules, type BookRules } from '../../../src/administrations/index.ts'
import { importCounts } from '../../../src/attentions/index.ts'
import type { EffectIndicator } from '../../../src/improvements/effect/index.ts'
import { readCounts } from '../../../src/improvements/effect/read-counts.ts'
import { readServices } from '../../../src/improvements/gaps/read-services.ts'
import { takeFurtherAnswers, takeResponse } from '../../../src/surveys/index.ts'
import { putCells } from '../../analysis/indicators/put-cells.ts'
import { someFacts, took } from '../../analysis/indicators/some-facts.ts'
import { buildCampaign } from '../../surveys/campaigns.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'

const MARCH = { from: '2026-03-01', until: '2026-03-31' }

let test: TestSystem
let book: BookRules
let centreId = ''
let taxes = ''
let papers = ''

/**
 * In March a hundred complaints of one office: 80 about taxes, of which 20 were answered in time, and 20 about
 * papers, of which 18. A thousand people were attended in each service. Forty judged the whole and the trust: of
 * taxes 4 of 20 are satisfied with the whole and 6 trust; of papers 18 and 16.
 */
beforeAll(async () => {
  test = await openDemoBook({ now: '2026-04-01T16:00:00Z' })
  const { system } = test
  book = await getBookRules(system, 'demo', system.clock())
  centreId = book.centres.find(({ slug }) => slug === 'centro')!.centreId
  const [one, other] = book.services
  taxes = one!.serviceId
  papers = other!.serviceId
  const { administrationId } = book.administration
  const facts = Array.from({ length: 100 }, (_, index) => {
    const isInTime = index < 80 ? index < 20 : index < 98
    return someFacts({
      administrationId,
      centreId,
      serviceId: index < 80 ? taxes : papers,
      registeredOn: '2026-03-02',
      dueOn: '2026-03-20',
      answer: took(isInTime ? '2026-03-13' : '2026-03-24', 9),
      endedOn: '2026-03-24',
    })
  })
  await putCells(system.db, administrationId, facts, system.clock())
  const campaign = await buildCampaign(system, { endsOn: '2026-04-30' })
  const deed = { administrationId, accountId: campaign.ownerId, at: system.clock() }
  const counted = { centreId, day: '2026-03-02', channel: 'counter', attended: 1000 } as const
  await importCounts(system, deed, [
    { ...counted, serviceId: taxes },
    { ...counted, serviceId: papers },
  ])
  const tell = async (serviceId: string, overall: number, trust: number) => {
    const { campaignId } = campaign
    const whose = { administrationId, campaignId, responseId: randomUUID() }
    const where = { channel: 'qr', centreId, serviceId, respondedOn: '2026-03-05' } as const
    const response = { ...whose, ...where, caseKind: null, overall, resolved: null }
    await takeResponse(system, response)
    const further = { scores: new Map([['trust', trust]] as const), segments: new Map() }
    await takeFurtherAnswers(system, whose, { ...further, comment: '' })
  }
  for (let index = 0; index < 20; index += 1) {
    await tell(taxes, index < 4 ? 5 : 2, index < 6 ? 4 : 3)
    await tell(papers, index < 18 ? 4 : 1, index < 16 ? 5 : 2)
  }
})
afterAll(() => test.close())

const count = (told: Partial<EffectIndicator>, period = MARCH) => {
  const { administrationId, timeZone } = book.administration
  const none = { kind: null, subject: null, driver: null, serviceId: null }
  const indicator = { measure: 'satisfaction', centreId, before: MARCH, afterDays: 90, ...none }
  const asked = { ...indicator, ...told } as EffectIndicator
  return readCounts(test.system.db, { administrationId, timeZone }, asked, period)
}

describe('What an indicator counts', () => {
  it('NC-10: is of satisfaction those who gave the driver four or five, of those who judged it', async () => {
    expect(await count({ driver: 'trust' })).toEqual({ events: 22, base: 40, unread: 0 })
    expect(await count({ driver: 'result' })).toEqual({ events: 0, base: 0, unread: 0 })
    const april = { from: '2026-04-01', until: '2026-04-30' }
    expect(await count({ driver: 'trust' }, april)).toMatchObject({ base: 0 })
  })

  it('NC-10: is of what is in time the answers by their day, of those whose day came', async () => {
    const inTime = { measure: 'in_time', kind: 'complaint' } as const
    expect(await count(inTime)).toEqual({ events: 38, base: 100, unread: 0 })
    expect(await count({ ...inTime, kind: 'suggestion' })).toMatchObject({ base: null })
  })
})

describe('Where to begin', () => {
  it('is the service that people complain of more often, later answered and less satisfied', async () => {
    const asked = { centreId, kind: 'complaint', ...MARCH, today: '2026-04-01' }
    const [first, second] = await readServices(test.system.db, book, asked)
    expect(first).toMatchObject({
      serviceId: taxes,
      received: 80,
      rate: 80,
      inTime: { value: 0.25, n: 80 },
      satisfied: { value: 0.2, n: 20 },
      severity: null,
      reasons: ['rate', 'late', 'unsatisfied'],
    })
    expect(second).toMatchObject({ serviceId: papers, rate: 20, reasons: [] })
  })
})
