import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { Visitor } from '../support/visitor.ts'

const PAGE = '/personal/demo/incidentes'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

async function atWork(name = 'ventanilla'): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  await visitor.get(PAGE)
  return visitor
}

describe('What was solved on the spot', () => {
  it('is noted without anybody’s name, counted, and can still be filed, once', async () => {
    const visitor = await atWork()
    await visitor.submit({
      service: 'predial',
      what: 'No salía el recibo.',
      solution: 'Se imprimió otra vez.',
    })
    expect(visitor.page.text).toContain('Quedó anotado')
    expect(visitor.page.text).toContain('Oficina Centro: 1')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    await visitor.click('Registrar como caso')
    const form = visitor.page.forms.find(({ id }) => id === 'registro')
    expect(Object.fromEntries(form?.values ?? [])).toMatchObject({
      centre: 'centro',
      service: 'predial',
      description: 'No salía el recibo.\n\nSe imprimió otra vez.',
    })
    await visitor.submit({ kind: 'suggestion' }, { form: 'registro' })
    const number = /DEMO-2026-\d{6}/.exec(visitor.page.text)?.[0]
    await visitor.get(PAGE)
    expect(visitor.page.text).toContain(`Registrado como ${number}`)
    expect(visitor.page.text).not.toContain('Registrar como caso')
  })

  it('is refused with what is missing, and keeps what was typed', async () => {
    const visitor = await atWork()
    await visitor.submit({ what: 'Se cayó el sistema.', handedDate: '2027-01-01' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba cómo se resolvió')
    expect(visitor.page.text).toContain('Escriba un día que ya pasó')
    expect(visitor.page.html).toContain('Se cayó el sistema.')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })

  it('is nobody else’s business', async () => {
    expect((await atWork('unidad')).page.status).toBe(403)
  })
})
