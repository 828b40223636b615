import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

const ROOM = '/personal/demo/compromisos'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const promise = {
  measure: 'waiting_minutes',
  service: 'multas',
  channel: 'counter',
  most: '25',
  ofHundred: '80',
  validFrom: '2026-01-05',
  source: 'Carta de servicios 2026',
}

describe('The promises about services', () => {
  it('come with the file of an administration', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(ROOM)
    expect(head.page.text).toContain('Pago del predial, en ventanilla: esperar 20 minutos a lo más')
    expect(head.page.text).toContain('Todos los servicios: responder en 12 días hábiles')
    expect(head.page.text).not.toContain('Anotar un compromiso')
  })

  it('are written down by the responsible, and ended on a day', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(ROOM)
    await manager.submit(promise, { form: 'promise' })
    expect(manager.page.text).toContain('El compromiso quedó anotado.')
    expect(manager.page.text).toContain(
      'Pago de multas, en ventanilla: esperar 25 minutos a lo más',
    )
    expect(await htmlProblems(manager.page.html)).toEqual([])
    await manager.get('/personal/demo/cambios?de=service_standard')
    await manager.submit({}, { form: 'deshacer' })
    expect((await manager.get(ROOM)).text).not.toContain('Pago de multas, en ventanilla')
    await manager.submit(promise, { form: 'promise' })
    await manager.submit({}, { form: '/retiro' })
    expect(manager.page.text).toContain('El compromiso rige solo hasta hoy.')
    await manager.submit(promise, { form: 'promise' })
    expect(manager.page.text).toContain('Ya hay un compromiso sobre lo mismo desde ese día.')
  })

  it('are of an answer only without a way of attending, and never without a document', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(ROOM)
    await manager.submit({ ...promise, measure: 'answer_days' }, { form: 'promise' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Para un caso no se elige por dónde se atiende.')
    await manager.submit({ ...promise, source: ' ' }, { form: 'promise' })
    expect(manager.page.status).toBe(422)
  })

  it('are written down by nobody else', async () => {
    expect((await (await signIn(demo.app, 'unidad')).get(ROOM)).status).toBe(403)
    const deputy = await signIn(demo.app, 'alterno')
    expect((await deputy.get(ROOM)).status).toBe(200)
    expect(deputy.page.text).not.toContain('Anotar un compromiso')
  })
})
