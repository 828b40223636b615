import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { Visitor } from '../support/visitor.ts'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

async function atWork(): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
  return visitor
}

const cursor = (key: string) =>
  Buffer.from(JSON.stringify([key, 'DEMO-2026-000001'])).toString('base64url')

describe('The list of cases', () => {
  it.each([
    'desde=2026-02-31',
    'hasta=2026-02-31',
    'desde=0000-01-01',
    `despues=${cursor('2026-02-31')}`,
    `despues=${cursor('1-1-1-1-1-1')}`,
    `vista=answered&despues=${cursor('2026-02-31T00:00:00.000Z')}`,
  ])('leaves out a day that no calendar has: %s', async (query) => {
    const visitor = await atWork()
    expect((await visitor.get(`/personal/demo/casos?${query}`)).status).toBe(200)
  })
})

describe('A routing rule', () => {
  it('is shown again when its day does not exist', async () => {
    const visitor = await atWork()
    await visitor.get('/personal/demo/reglas-de-turno/nueva')
    const page = await visitor.submit({ name: 'Regla', validFrom: '0000-01-01' })
    expect(page.status).toBe(422)
  })
})

describe('A cookie that says it is JSON', () => {
  it('is as good as none', async () => {
    const cookie = 'sid=j:[1]; form=j:{}; lang=j:["es"]; seguimiento=j:{}; hecho=j:{}'
    const response = await fetch(`${demo.app.url}/seguimiento`, { headers: { cookie } })
    expect(response.status).toBe(200)
  })
})
