import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

describe('A complaint on the web', () => {
  it('goes question by question to a receipt with number, secret and date', async () => {
    const visitor = new Visitor(app)
    const seen = [(await visitor.get('/demo/nuevo')).heading]
    const go = async (...sent: Parameters<Visitor['submit']>) => {
      const page = await visitor.submit(...sent)
      seen.push(page.heading)
      return page
    }
    await go({ kind: 'complaint' })
    await go({ description: 'Esperé tres horas y nadie me atendió.' })
    await go({ centre: 'centro', 'service-centro': 'predial' })
    await go({ day: 'other', 'date-day': '27', 'date-month': '2', 'date-year': '2026' })
    await go({}, { button: 'next' })
    await go({ answerBy: 'email', email: 'ana@example.org', electronicNotice: 'yes' })
    const check = await go({ names: 'Ana', firstSurname: 'Núñez' })
    expect(check.text).toContain('27 de febrero de 2026')
    const receipt = await go({})
    expect(seen).toEqual([
      '¿Qué nos quiere decir?',
      '¿Qué pasó?',
      '¿Dónde fue?',
      '¿Cuándo fue?',
      '¿Tiene fotos o papeles que ayuden?',
      '¿Cómo quiere la respuesta?',
      '¿Quién escribe?',
      'Revise antes de enviar',
      'Recibimos lo que nos dijo',
    ])
    expect(receipt.path).toBe('/seguimiento/DEMO-2026-000001/constancia')
    expect(receipt.text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(receipt.text).toContain('23 de marzo de 2026')
    expect((await visitor.get(receipt.path)).status).toBe(200)
  })
})
