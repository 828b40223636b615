import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { changeCampaign } from '../../src/surveys/index.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { Visitor } from '../support/visitor.ts'
import { buildCampaign, signIn } from './campaigns.ts'

const LIST = '/personal/demo/encuestas'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const filled = {
  name: 'Ventanillas, segundo trimestre',
  population: 'Personas atendidas en ventanilla',
  startsOn: '2026-03-02',
  endsOn: '2026-06-30',
  goalValue: '400',
  channels: ['qr', 'tablet'],
}

describe('A campaign', () => {
  it('is planned on one page, and its addresses lead to the survey', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${LIST}/nueva`)
    await analyst.submit(filled)
    expect(analyst.page.text).toContain('La encuesta quedó lista.')
    expect(analyst.page.text).toContain('En curso')
    expect(analyst.page.text).toContain('400 respuestas')
    const link = analyst.page.links.find(({ href }) => href.includes('via=qr&oficina=norte'))
    const person = new Visitor(demo.app)
    await person.get(link!.href.replace('http://libro.test', ''))
    expect(person.page.heading).toBe('¿Cómo le atendieron?')
    await analyst.get(LIST)
    expect(analyst.page.text).toContain('Ventanillas, segundo trimestre')
  })

  it('comes back with what is wrong and with what was typed', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${LIST}/nueva`)
    await analyst.submit({ ...filled, name: '', channels: [], goalKind: 'rate' })
    expect(analyst.page.status).toBe(422)
    expect(analyst.page.text).toContain('Escriba un nombre')
    expect(analyst.page.text).toContain('Marque al menos una forma de contestar')
    await analyst.submit({
      name: 'x',
      channels: 'qr',
      endsOn: '2026-03-01',
      rateBase: 'population',
    })
    expect(analyst.page.text).toContain('El último día no puede ser antes del primero')
    expect(analyst.page.text).toContain('De cada cien, lo más es 100')
    expect(analyst.page.text).toContain('hace falta el tamaño de la población')
    await analyst.submit({ startsOn: '31 de marzo', instrument: 'neutral/99' })
    expect(analyst.page.text).toContain('Debe ser una fecha')
  })

  it('is changed as long as it has not begun, and the log says in what', async () => {
    const { campaignId } = await buildCampaign(demo.test.system, { startsOn: '2026-03-10' })
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${LIST}/${campaignId}/cambio`)
    await manager.submit({ name: '', goalValue: '250' })
    expect(manager.page.status).toBe(422)
    await manager.submit({ name: 'Ventanillas en abril', startsOn: '2026-03-12' })
    expect(manager.page.text).toContain('Los cambios quedaron guardados.')
    expect(manager.page.text).toContain('Ventanillas en abril')
    expect(manager.page.text).toContain('250 respuestas')
    const [line] = await demo.test.system.db
      .selectFrom('audit_log')
      .select('details')
      .where('action', '=', 'survey_campaign_changed')
      .execute()
    expect(line?.details).toEqual({ campaignId, fields: ['name', 'startsOn', 'goalValue'] })
  })

  it('stays as it was planned once somebody may have answered it', async () => {
    const { campaignId } = await buildCampaign(demo.test.system)
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${LIST}/${campaignId}`)
    expect(manager.page.links.some(({ href }) => href.endsWith('/cambio'))).toBe(false)
    expect((await manager.get(`${LIST}/${campaignId}/cambio`)).status).toBe(409)
    const { system } = demo.test
    const { administrationId, ...campaign } = await buildCampaign(system)
    const deed = { administrationId, accountId: campaign.ownerId, at: system.clock() }
    const changed = { ...campaign, instrument: 'neutral/1', channels: [], centreIds: [] }
    await expect(changeCampaign(system, deed, campaign.campaignId, changed)).rejects.toMatchObject({
      status: 409,
    })
  })

  it('ends before its time by one button, once and with a reason that stays', async () => {
    const { campaignId, code } = await buildCampaign(demo.test.system)
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${LIST}/${campaignId}`)
    await manager.submit({ reason: '  ' }, { form: '/fin' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Diga por qué termina antes')
    await manager.submit({ reason: 'Cerró la oficina por obras' }, { form: '/fin' })
    expect(manager.page.text).toContain('La encuesta terminó.')
    expect(manager.page.text).toContain('Terminada')
    expect(manager.page.text).toContain('Cerró la oficina por obras')
    expect(manager.page.forms.some(({ action }) => action.endsWith('/fin'))).toBe(false)
    const person = await new Visitor(demo.app).get(`/demo/encuesta/${code}`)
    expect(person.heading).toBe('Esta encuesta ya terminó')
  })

  it('is for its readers; what people wrote is for analysts alone, and the look is recorded', async () => {
    const { campaignId, code } = await buildCampaign(demo.test.system)
    const person = new Visitor(demo.app)
    await person.get(`/demo/encuesta/${code}`)
    await person.submit({ overall: '1' })
    await person.submit({ comment: 'La espera <b>cansa</b>.' })
    const words = `${LIST}/${campaignId}/comentarios`
    const analyst = await signIn(demo.app, 'analisis')
    expect((await analyst.get(words)).text).toContain('La espera <b>cansa</b>.')
    const looks = await demo.test.system.db
      .selectFrom('audit_log')
      .select('action')
      .where('action', '=', 'looked_at_survey_comments')
      .execute()
    expect(looks).toHaveLength(1)
    for (const name of ['responsable', 'auditoria', 'evaluacion', 'jefatura']) {
      const other = await signIn(demo.app, name)
      expect([name, (await other.get(`${LIST}/${campaignId}`)).status]).toEqual([name, 200])
      expect(other.page.text).not.toContain('cansa')
      expect([name, (await other.get(words)).status]).toEqual([name, 403])
    }
    const evaluator = await signIn(demo.app, 'evaluacion')
    expect((await evaluator.get(`${LIST}/nueva`)).status).toBe(403)
    expect((await (await signIn(demo.app, 'unidad')).get(LIST)).status).toBe(403)
  })

  it.each(['es', 'en'])('has sound pages in %s', async (language) => {
    const { campaignId } = await buildCampaign(demo.test.system)
    const analyst = await signIn(demo.app, 'analisis', language)
    for (const path of ['', '/nueva', `/${campaignId}`, `/${campaignId}/comentarios`]) {
      await analyst.get(LIST + path)
      expect(await htmlProblems(analyst.page.html)).toEqual([])
    }
    const later = await buildCampaign(demo.test.system, { startsOn: '2026-03-10' })
    await analyst.get(`${LIST}/${later.campaignId}/cambio`)
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.get(`${LIST}/nueva`)
    await analyst.submit({})
    expect(await htmlProblems(analyst.page.html)).toEqual([])
  })
})
