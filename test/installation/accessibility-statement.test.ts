import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../support/demo-book.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

const ROOM = '/personal/demo/accesibilidad'

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

async function signIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

const statement = {
  contact: 'Ana Robles, 55 5555 0000',
  failures: 'Los mapas no se leen en voz alta.\nEl PDF viejo no tiene títulos.',
  reviewedOn: '2026-02-20',
}

describe('The accessibility statement', () => {
  it('says before anybody completed it what is aimed at and whom to tell', async () => {
    const person = new Visitor(app)
    await person.get('/demo')
    const page = await person.click('Accesibilidad')
    expect(page.path).toBe('/demo/accesibilidad')
    expect(page.text).toContain('Aún no hay una lista de fallas')
    expect(await htmlProblems(page.html)).toEqual([])
  })

  it('is completed by those who run the administration, and read by anybody', async () => {
    const head = await signIn('direccion')
    await head.get(ROOM)
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.submit(statement, { form: 'accesibilidad' })
    expect(head.page.text).toContain('La declaración está publicada')
    const { text } = await new Visitor(app).get('/demo/accesibilidad')
    expect(text).toContain('Ana Robles, 55 5555 0000')
    expect(text).toContain('El PDF viejo no tiene títulos.')
    expect(text).toContain('Lo revisamos el 20 de febrero de 2026')
  })

  it('is not dated ahead, and names somebody', async () => {
    const head = await signIn('direccion')
    await head.get(ROOM)
    await head.submit(
      { ...statement, contact: ' ', reviewedOn: '2026-02-20' },
      { form: 'accesibilidad' },
    )
    expect(head.page.status).toBe(422)
    await head.submit({ ...statement, reviewedOn: '2026-03-09' }, { form: 'accesibilidad' })
    expect(head.page.status).toBe(422)
    expect(head.page.text).toContain('Ponga hoy o un día anterior')
  })

  it('is completed by nobody else', async () => {
    const unit = await signIn('unidad')
    expect((await unit.get(ROOM)).status).toBe(403)
  })
})
