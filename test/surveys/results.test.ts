import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules, type BookRules } from '../../src/administrations/index.ts'
import { countOne, importCounts } from '../../src/attentions/index.ts'
import { listReceived } from '../../src/cases/index.ts'
import {
  readResults,
  takeFurtherAnswers,
  takeResponse,
  type Campaign,
  type Driver,
} from '../../src/surveys/index.ts'
import { getInstrument } from '../../src/surveys/instrument-store.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { buildCampaign, signIn } from './campaigns.ts'

let demo: DemoApp
let book: BookRules
let campaign: Campaign

const centre = (slug: string) => book.centres.find((each) => each.slug === slug)!.centreId
const service = (slug: string) => book.services.find((each) => each.slug === slug)!.serviceId

async function answer(told: {
  overall: number
  resolved?: 'yes' | 'partly' | 'no'
  at: string
  trust?: number
}) {
  const { administrationId, campaignId } = campaign
  const whose = { administrationId, campaignId, responseId: randomUUID() }
  await takeResponse(demo.test.system, {
    ...whose,
    respondedOn: '2026-03-02',
    channel: 'qr',
    centreId: centre(told.at),
    serviceId: null,
    caseKind: null,
    overall: told.overall,
    resolved: told.resolved ?? null,
  })
  const scores = new Map<Driver, number>(told.trust ? [['trust', told.trust]] : [])
  await takeFurtherAnswers(demo.test.system, whose, { scores, segments: new Map(), comment: '' })
}

/**
 * Twenty answers: fifteen satisfied (ten fives, five fours) and five with a three; sixteen in the centre, four
 * in the north. Eight of them judged trust: 5 5 4 4 2 2 1 1. Ten said that it was resolved, six not.
 * 160 people were attended in both offices until today, and eight complained about the property tax.
 */
beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  book = await getBookRules(system, 'demo', system.clock())
  campaign = await buildCampaign(system, { goalKind: 'rate', goalValue: 10 })
  const trust = [5, 5, 4, 4, 2, 2, 1, 1]
  for (let index = 0; index < 20; index += 1) {
    await answer({
      overall: index < 10 ? 5 : index < 15 ? 4 : 3,
      at: index < 16 ? 'centro' : 'norte',
      ...(index < 10 ? { resolved: 'yes' } : index < 16 ? { resolved: 'no' } : {}),
      ...(trust[index] && { trust: trust[index] }),
    })
  }
  const { administrationId } = book.administration
  const accountId = campaign.ownerId
  const cell = { serviceId: service('predial'), channel: 'counter' as const }
  await importCounts(system, { administrationId, accountId, at: system.clock() }, [
    { ...cell, centreId: centre('centro'), day: '2026-03-01', attended: 99 },
    { ...cell, centreId: centre('norte'), day: '2026-03-02', attended: 60 },
    { ...cell, centreId: centre('norte'), day: '2026-02-28', attended: 1000 },
    { ...cell, centreId: centre('norte'), day: '2026-03-03', attended: 1000 },
  ])
  await countOne(system, administrationId, {
    ...cell,
    centreId: centre('centro'),
    day: '2026-03-02',
  })
  for (let index = 0; index < 8; index += 1) await fileComplaint(system)
})
afterAll(() => demo.close())

describe('What a campaign came to', () => {
  it('is what a calculation by hand gives', async () => {
    const { system } = demo.test
    const instrument = await getInstrument(system.db, 'neutral', 1)
    const results = await readResults(system.db, campaign, instrument, '2026-03-02')
    // 20 answers of 99 + 60 + 1 = 160 people attended from 1 to 2 March: 12.5 %; ten of each hundred are 16
    expect(results).toMatchObject({ responses: 20, base: 160, rate: 0.125, wanted: 16 })
    // (10·5 + 5·4 + 5·3) / 20 = 85 / 20 = 4.25; 15/20 satisfied, interval as in the rules' own test
    expect(results.overall?.mean).toBe(4.25)
    expect(results.overall?.satisfied?.share).toBe(0.75)
    expect(results.overall?.satisfied?.low).toBeCloseTo(0.5313, 4)
    expect(results.overall?.satisfied?.high).toBeCloseTo(0.8881, 4)
    // trust: 4 of 8, mean 24/8 = 3. p = 0.5: centre 0.5; half 1.96·√(0.25/8 + 3.8416/256)/(1 + 3.8416/8)
    // = 1.96 · √0.0462563 / 1.4802 = 0.284786
    const trust = results.drivers.find(({ key }) => key === 'trust')
    expect(trust?.mean).toBe(3)
    expect(trust?.satisfied).toMatchObject({ n: 8, share: 0.5 })
    expect(trust?.satisfied?.low).toBeCloseTo(0.5 - 0.2848, 4)
    expect(trust?.satisfied?.high).toBeCloseTo(0.5 + 0.2848, 4)
    expect(results.drivers.filter(({ satisfied }) => satisfied !== null)).toHaveLength(1)
    // ten of the sixteen who said it
    expect(results.resolved?.map(({ resolved, share }) => [resolved, share?.share])).toEqual([
      ['yes', 0.625],
      ['partly', 0],
      ['no', 0.375],
    ])
    // four in the north are too few, and the centre would give them away
    expect(results.byCentre.map(({ hidden }) => hidden)).toEqual([true, true])
    expect(results.byChannel.map(({ key, hidden }) => [key, hidden])).toEqual([['qr', false]])
  })

  it('is shown on its page, and so are the complaints for each thousand people', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`/personal/demo/encuestas/${campaign.campaignId}`)
    expect(analyst.page.text).toContain('12.5 % de 160 personas')
    expect(analyst.page.text).toContain('20 · meta cumplida (16)')
    expect(analyst.page.text).toContain('En general, ¿cómo le fue? 20 75.0 % 53.1 % a 88.8 % 4.3')
    expect(analyst.page.text).toContain('La confianza 8 50.0 % 21.5 % a 78.5 % 3.0')
    expect(analyst.page.text).toContain('Oficina Norte no se muestra')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    // 8 complaints on 160 people
    await analyst.get(
      '/personal/demo/encuestas/tasas?tipo=complaint&desde=2026-03-01&hasta=2026-03-02',
    )
    expect(analyst.page.text).toContain('Pago del predial 160 8 50.0')
    expect(analyst.page.text).toContain('Oficina Centro 100 8 80.0')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.get('/personal/demo/encuestas/tasas?tipo=need&desde=2020-01-01&hasta=2020-03-01')
    expect(analyst.page.text).toContain('no se puede calcular')
  })

  it('counts cases by the day that it is there', async () => {
    const { db } = demo.test.system
    const { administrationId } = book.administration
    const timeZone = 'America/Mexico_City'
    const on = async (day: string) =>
      (await listReceived(db, administrationId, { from: day, until: day, timeZone })).reduce(
        (sum, { received }) => sum + received,
        0,
      )
    expect([await on('2026-03-01'), await on('2026-03-02'), await on('2026-03-03')]).toEqual([
      0, 8, 0,
    ])
  })
})
