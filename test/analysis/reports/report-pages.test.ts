import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { draftDueReports } from '../../../src/analysis/reports/actions/draft-due-reports.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { Visitor } from '../../support/visitor.ts'
import { signIn } from '../../surveys/campaigns.ts'

const LIST = '/personal/demo/informes'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

describe('The reports of an administration', () => {
  it('NC-06: are drafted by the calendar on the day after the period, once', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(LIST)
    expect(manager.page.text).toContain('Todavía no hay informes')
    await manager.submit({ rhythm: 'quarter' }, { form: '/ritmo' })
    expect(manager.page.text).toContain('El día después de cada trimestre espera un borrador.')
    const dayAfter = new Date('2026-04-01T08:00:00Z')
    expect(await draftDueReports(demo.test.system, new Date('2026-04-01T04:00:00Z'))).toBe(1)
    expect(await draftDueReports(demo.test.system, dayAfter)).toBe(1)
    expect(await draftDueReports(demo.test.system, dayAfter)).toBe(0)
    await manager.get(LIST)
    expect(manager.page.text).toContain('primer trimestre de 2026')
    expect(manager.page.text).toContain('cuarto trimestre de 2025')
  })

  it('go from draft to signature to the public, in the words that somebody wrote', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(LIST)
    await analyst.submit({ period: '2026-02' }, { form: LIST })
    expect(analyst.page.heading).toContain('Informe: febrero de 2026')
    const draft = analyst.page.path
    await analyst.submit(
      { summary: 'La espera bajó.', citizens: 'Pusimos sillas.' },
      { form: draft },
    )
    expect(analyst.page.text).toContain('Los textos quedaron guardados.')
    expect(analyst.page.forms.some(({ action }) => action.endsWith('/firma'))).toBe(false)

    const manager = await signIn(demo.app, 'responsable')
    await manager.get(draft)
    await manager.submit({}, { form: '/firma' })
    expect(manager.page.text).toContain('El informe quedó firmado.')
    expect(manager.page.text).toContain('Informe 1 de 2026, versión 1')
    const person = new Visitor(demo.app)
    await person.get('/demo/informes')
    expect(person.page.text).toContain('Todavía no hay informes publicados.')
    await person.get('/demo/informes/2026-02/1')
    expect(person.page.status).toBe(404)

    await manager.submit({}, { form: '/publicacion' })
    await person.get('/demo/informes/2026-02')
    expect(person.page.text).toContain('La espera bajó.')
    expect(await htmlProblems(person.page.html)).toEqual([])
    const file = await person.get('/demo/informes/2026-02/1/informe.pdf')
    expect(file.status).toBe(200)
    await person.get('/demo/informes/2026-02/1/informe-interno.pdf')
    expect(person.page.status).toBe(404)
  })

  it('lose nothing that was typed when somebody else saved first', async () => {
    const [one, other] = [await signIn(demo.app, 'analisis'), await signIn(demo.app, 'responsable')]
    await one.get(LIST)
    await one.submit({ period: '2026-01' }, { form: LIST })
    const draft = one.page.path
    await other.get(draft)
    await one.submit({ summary: 'Primero' }, { form: draft })
    await other.submit({ summary: 'Después' }, { form: draft })
    expect(other.page.status).toBe(422)
    expect(other.page.text).toContain('Alguien guardó este borrador')
    expect(other.page.html).toContain('Después')
  })

  it('refuse a period that has not begun or is none', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    for (const [period, said] of [
      ['2026-12', 'Ese periodo no ha empezado.'],
      ['2026-13', 'Elija un periodo de la lista.'],
    ] as const) {
      await analyst.get(LIST)
      await analyst.submit({ period }, { form: LIST })
      expect(analyst.page.status).toBe(422)
      expect(analyst.page.text).toContain(said)
    }
  })
})
