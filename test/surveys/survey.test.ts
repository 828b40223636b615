import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Campaign } from '../../src/surveys/index.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { Visitor } from '../support/visitor.ts'
import { buildCampaign } from './campaigns.ts'

let demo: DemoApp
let campaign: Campaign
let address: string

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

beforeEach(async () => {
  campaign = await buildCampaign(demo.test.system)
  address = `/demo/encuesta/${campaign.code}`
})

async function responses() {
  return demo.test.system.db
    .selectFrom('survey_responses')
    .selectAll()
    .where('campaign_id', '=', campaign.campaignId)
    .execute()
}

async function scores(responseId: string) {
  const rows = await demo.test.system.db
    .selectFrom('survey_scores')
    .selectAll()
    .where('response_id', '=', responseId)
    .execute()
  return Object.fromEntries(rows.map(({ driver, score }) => [driver, score]))
}

describe('The two-minute survey', () => {
  it('takes two pages without a script and leaves an answer that names nobody', async () => {
    const person = new Visitor(demo.app)
    await person.get(`${address}?via=qr&oficina=norte&servicio=predial`)
    expect(person.page.heading).toBe('¿Cómo le atendieron?')
    expect(person.page.text).not.toContain('¿Dónde fue?')
    await person.submit({ overall: '4', resolved: 'partly' })
    expect(person.page.text).toContain('Ya tenemos su respuesta')
    await person.submit({
      trust: '5',
      provision_time: '1',
      segment_age: 'from_60',
      comment: 'Más sillas.',
    })
    expect(person.page.heading).toBe('Gracias por su respuesta')

    const [response, ...others] = await responses()
    expect(others).toEqual([])
    const { db } = demo.test.system
    const north = await db
      .selectFrom('centres')
      .select('centre_id')
      .where('slug', '=', 'norte')
      .executeTakeFirstOrThrow()
    expect(response).toMatchObject({
      responded_on: '2026-03-02',
      channel: 'qr',
      centre_id: north.centre_id,
      overall: 4,
      resolved: 'partly',
      completed: true,
    })
    // no instant, no address, no session: nothing but these
    expect(Object.keys(response!).sort()).toEqual(
      [
        'administration_id',
        'campaign_id',
        'case_kind',
        'centre_id',
        'channel',
        'completed',
        'overall',
        'resolved',
        'responded_on',
        'response_id',
        'service_id',
      ].sort(),
    )
    expect(await scores(response!.response_id)).toEqual({ trust: 5, provision_time: 1 })
  })

  it('sets no cookie, on no page of it', async () => {
    const person = new Visitor(demo.app)
    await person.get(address)
    await person.submit({ overall: '5' })
    await person.submit({ trust: '5' })
    expect(person.page.path).toBe(`${address}/gracias`)
    expect([...person.cookies]).toEqual([])
  })

  it('counts once, however often its pages are sent again', async () => {
    const person = new Visitor(demo.app)
    await person.get(address)
    const response = person.page.forms[0]!.values.find(([name]) => name === 'response')![1]
    const first = { response, page: '1', overall: '2' }
    await person.post(address, first)
    await person.post(address, first)
    await person.post(address, { response, page: '2', trust: '3' })
    await person.post(address, { response, page: '2', trust: '5', comment: 'Otra vez' })
    const kept = await responses()
    expect(kept).toHaveLength(1)
    expect(await scores(response)).toEqual({ trust: 3 })
  })

  it('asks for its first answer and keeps what was chosen', async () => {
    const person = new Visitor(demo.app)
    await person.get(address)
    await person.submit({ resolved: 'no', centre: 'mercado' })
    expect(person.page.status).toBe(422)
    expect(person.page.text).toContain('Elija cómo le fue, de muy mal a muy bien')
    expect(person.page.forms[0]!.values).toContainEqual(['resolved', 'no'])
    expect(person.page.forms[0]!.values).toContainEqual(['centre', 'mercado'])
    expect(await responses()).toEqual([])
  })

  it('changes its language in the middle and keeps the same answer', async () => {
    const person = new Visitor(demo.app)
    await person.get(address)
    await person.submit({ overall: '5' })
    await person.submit({}, { form: 'language' })
    expect(person.page.heading).toBe('Will you tell us a little more?')
    await person.submit({ trust: '4' })
    const kept = await responses()
    expect(kept).toHaveLength(1)
    expect(await scores(kept[0]!.response_id)).toEqual({ trust: 4 })
  })

  it('forgets answers that it did not ask for', async () => {
    const person = new Visitor(demo.app)
    await person.get(`${address}?via=carrier-pigeon&oficina=luna`)
    await person.submit({ overall: '5' })
    const { response_id: response } = (await responses())[0]!
    await person.post(address, {
      response,
      page: '2',
      trust: '9',
      segment_age: 'ageless',
      secret: 'x',
    })
    expect(await scores(response)).toEqual({})
    expect((await responses())[0]).toMatchObject({ channel: 'link', centre_id: null })
  })

  it('says so politely when it has not begun or is over', async () => {
    const planned = await buildCampaign(demo.test.system, { startsOn: '2026-03-10' })
    const over = await buildCampaign(demo.test.system, {
      startsOn: '2026-02-01',
      endsOn: '2026-02-20',
    })
    const person = new Visitor(demo.app)
    expect((await person.get(`/demo/encuesta/${planned.code}`)).text).toContain('Empieza el')
    const page = await person.get(`/demo/encuesta/${over.code}`)
    expect(page.heading).toBe('Esta encuesta ya terminó')
    expect((await person.post(`/demo/encuesta/${over.code}`, { overall: '5' })).heading).toBe(
      page.heading,
    )
    expect((await person.get('/demo/encuesta/nadie2')).status).toBe(404)
  })

  it.each(['es', 'en'])('is sound markup in %s', async (language) => {
    const person = new Visitor(demo.app)
    await person.get(`${address}?lang=${language}`)
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({})
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({ overall: '3' })
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({})
    expect(await htmlProblems(person.page.html)).toEqual([])
  })
})
