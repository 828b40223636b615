import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { listAdministrations, wearTheme } from '../../src/administrations/index.ts'
import { addAdministration, loadPacks } from '../../src/installation/index.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem
let app: RunningApp

beforeEach(async () => {
  test = await openTestSystem()
  app = await startApp(test.system)
})
afterEach(async () => {
  await app.close()
  await test.close()
})

async function openBook() {
  await loadPacks(test.system, NOW)
  await addAdministration(test.system, 'packs/demo/administration.yaml', NOW, { demo: true })
}

describe('The first page', () => {
  it('says so while no office takes cases', async () => {
    const page = await new Visitor(app).get('/')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Todavía no hay ninguna oficina')
  })

  it('leads straight to the one book that is open', async () => {
    await openBook()
    const [only] = await listAdministrations(test.system.db)
    const page = await new Visitor(app).get('/')
    expect(page.links).toContainEqual({ text: 'Escribir ahora', href: `/${only?.slug}/nuevo` })
  })

  it('says when its data are made up', async () => {
    await openBook()
    const page = await new Visitor(app).get('/')
    expect(page.text).toContain('Esto es una prueba.')
  })
})

describe('A page of an administration', () => {
  it('wears its name and shows its help where it always stands', async () => {
    await openBook()
    const [only] = await listAdministrations(test.system.db)
    const locals = {} as Express.Locals
    wearTheme({ locals }, only!)
    expect(locals.demo).toBe(true)
    expect(locals.administration).toMatchObject({
      name: only?.name,
      help: { phone: only?.contact.phone },
    })
  })
})
