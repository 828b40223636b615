import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { fillProgramme } from '../../src/seeding/actions/fill-programme.ts'
import { signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
  await fillProgramme(demo.test.system, 'demo', demo.test.system.clock())
})
afterAll(() => demo.close())

describe('The demonstration', () => {
  it('has a survey that is running, with its rate and its drivers', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get('/personal/demo/encuestas')
    await analyst.click('Ventanillas de este trimestre')
    expect(analyst.page.text).toContain('En curso')
    expect(analyst.page.text).toMatch(/Tasa de respuesta \d\.\d % de [\d,]+ personas/)
    expect(analyst.page.text).toMatch(/La confianza \d+ \d+\.\d %/)
    await analyst.click('Lo que escribieron')
    expect(analyst.page.status).toBe(200)
    await analyst.get('/personal/demo/encuestas/tasas')
    expect(analyst.page.text).not.toContain('sin contar')
  })

  it('has begun its programme of collection', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    const { text } = await evaluator.get('/personal/demo/recojo')
    for (const id of ['NC-01', 'NC-02', 'NC-04', 'NC-05']) {
      expect(text).toMatch(new RegExp(`${id} \\S+ Probado`))
    }
    expect(text).toMatch(/NC-03 Procedimiento Empezado/)
    const calendar = await evaluator.get('/personal/demo/recojo/calendario')
    for (const state of ['Hecho', 'Atrasado', 'En curso', 'Por hacer'])
      expect(calendar.text).toContain(state)
  })
})
