import { randomUUID } from 'node:crypto'
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

/** Presses the button of a language with what was chosen and not sent yet. */
async function speak(person: Visitor, language: string, chosen: Record<string, string>) {
  const button = new RegExp(`form="survey" formaction="([^"]+)" lang="${language}"`)
  const address = button.exec(person.page.html)?.[1]?.replaceAll('&amp;', '&')
  if (!address) throw new Error(`The page offers no ${language}`)
  const form = person.page.forms.find(({ id }) => id === 'survey')!
  await person.post(address, { ...Object.fromEntries(form.values), ...chosen })
}

function passOf(person: Visitor): string {
  return person.page.forms[0]!.values.find(([name]) => name === 'pass')![1]
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
    const pass = passOf(person)
    const first = { pass, page: '1', overall: '2' }
    await person.post(address, first)
    await person.post(address, first)
    await person.post(address, { pass, page: '2', trust: '3' })
    await person.post(address, { pass, page: '2', trust: '5', comment: 'Otra vez' })
    const kept = await responses()
    expect(kept).toHaveLength(1)
    expect(await scores(kept[0]!.response_id)).toEqual({ trust: 3 })
  })

  it('counts no form that it did not give out itself, and says what to do', async () => {
    const person = new Visitor(demo.app)
    const other = await buildCampaign(demo.test.system)
    await person.get(`/demo/encuesta/${other.code}`)
    for (const pass of ['', 'x', `${randomUUID()}.zzzzzzzz.x`, passOf(person)]) {
      await person.post(address, { pass, page: '1', overall: '1' })
      expect(person.page.status).toBe(422)
      expect(person.page.text).toContain('Revise lo que marcó y siga')
    }
    expect(await responses()).toEqual([])
    await person.submit({})
    expect(await responses()).toMatchObject([{ overall: 1 }])
  })

  it('keeps what was chosen when the page was open for too long', async () => {
    const { system } = demo.test
    const person = new Visitor(demo.app)
    await person.get(address)
    const before = system.clock()
    demo.test.clockAt(new Date(before.getTime() + 2 * 3_600_000))
    await person.submit({ overall: '4', resolved: 'yes' })
    expect(person.page.status).toBe(422)
    await person.submit({})
    demo.test.clockAt(before)
    expect(await responses()).toMatchObject([{ overall: 4, resolved: 'yes' }])
  })

  it('takes so many an hour and no more, whoever sends them, and then again', async () => {
    const { db, clock } = demo.test.system
    const now = clock()
    const hour = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000)
    const { administrationId, campaignId } = campaign
    await db
      .insertInto('survey_hours')
      .values({ administration_id: administrationId, campaign_id: campaignId, hour, taken: 499 })
      .execute()
    const person = new Visitor(demo.app)
    await person.get(address)
    await person.submit({ overall: '5' })
    expect(person.page.status).toBe(200)
    await person.get(address)
    await person.submit({ overall: '5' })
    expect(person.page.status).toBe(429)
    const wait = Number(person.page.headers.get('retry-after'))
    expect(wait).toBe((hour.getTime() + 3_600_000 - now.getTime()) / 1000)
    expect(await responses()).toHaveLength(1)
    await db
      .updateTable('survey_hours')
      .set({ hour: new Date(hour.getTime() - 3_600_000) })
      .where('campaign_id', '=', campaignId)
      .execute()
    await person.get(address)
    await person.submit({ overall: '5' })
    expect(await responses()).toHaveLength(2)
  })

  it('keeps of a form that was sent a hash, and only until it would have expired', async () => {
    const { db } = demo.test.system
    const person = new Visitor(demo.app)
    await person.get(address)
    await person.submit({ overall: '5' })
    const spent = await db.selectFrom('survey_spent_forms').selectAll().execute()
    expect(Object.keys(spent[0]!).sort()).toEqual(['expires_at', 'form_hash'])
    await db
      .updateTable('survey_spent_forms')
      .set({ expires_at: new Date(demo.test.system.clock().getTime() - 1) })
      .execute()
    await person.get(address)
    await person.submit({ overall: '5' })
    expect(await db.selectFrom('survey_spent_forms').selectAll().execute()).toHaveLength(1)
  })

  it('keeps the address of its poster when the language changes', async () => {
    const person = new Visitor(demo.app)
    await person.get(`${address}?via=qr&oficina=norte`)
    await speak(person, 'en', {})
    await person.submit({ overall: '5' })
    expect(person.page.path).toBe(`${address}?via=qr&oficina=norte`)
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
    await speak(person, 'en', { overall: '5' })
    expect(person.page.heading).toBe('How were you served?')
    expect(await responses()).toEqual([])
    await person.submit({})
    await speak(person, 'es', { trust: '4', comment: 'Más sillas.' })
    expect(person.page.heading).toBe('¿Nos dice un poco más?')
    expect(person.page.text).toContain('Más sillas.')
    await person.submit({})
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
      pass: passOf(person),
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
