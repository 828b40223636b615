import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { tellInstallationCode } from '../../src/people/index.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import { buildPerson, buildTown, password, type Town } from './fixtures.ts'

let house: TestSystem
let app: RunningApp
let town: Town

beforeAll(async () => {
  house = await openTestSystem()
  app = await startApp(house.system)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

async function expectSound(visitor: Visitor, status = 200) {
  expect(visitor.page.status).toBe(status)
  expect(await htmlProblems(visitor.page.html)).toEqual([])
  expect(visitor.page.html.match(/<h1/g)).toHaveLength(1)
}

describe('An empty installation', () => {
  it('is set up on screen with the code that its console shows', async () => {
    const [, address, code] = await tellInstallationCode(house.system)
    expect(address).toContain('http://libro.test/personal/instalar')
    const visitor = new Visitor(app)
    await visitor.get('/personal/instalar')
    await expectSound(visitor)
    await visitor.submit({
      code: 'AAAAA',
      name: 'Primera',
      email: 'primera@muni.example',
      password,
    })
    expect(visitor.page.text).toContain('Este código no es el de la consola')
    await expectSound(visitor, 422)
    await visitor.submit({ code: code!.split(': ')[1]!, password })
    expect(visitor.page.text).toContain('La cuenta está lista')
    await visitor.submit({ email: 'primera@muni.example', password })
    expect(visitor.page.text).toContain('Aún no hay ninguna administración')
    await expectSound(visitor)
    town = await buildTown(house.system, 'villa')
    expect((await visitor.get('/personal')).path).toBe('/personal/villa/cuentas')
    expect((await visitor.get('/personal/instalar')).status).toBe(404)
    expect(await tellInstallationCode(house.system)).toEqual([])
  })
})

describe.each(['es', 'en'])('Every page, in %s,', (language) => {
  it('is sound HTML, also with its errors', async () => {
    const { administrationId, centreId } = town
    const name = `admin-${language}`
    await buildPerson(house.system, name, [{ role: 'system_admin' }], { language })
    const other = await buildPerson(house.system, `otra-${language}`, [
      { role: 'office_head', administrationId, centreId },
    ])
    const visitor = new Visitor(app)
    await visitor.get(`/personal/entrar?volver=/personal/villa/cuentas&lang=${language}`)
    await expectSound(visitor)
    await visitor.submit({ email: `${name}@muni.example`, password: 'otra' })
    await expectSound(visitor, 422)
    await visitor.submit({ password })
    expect(visitor.page.html).toContain(`<html lang="${language}"`)
    await expectSound(visitor)
    for (const path of [
      'villa/cuentas/nueva',
      `villa/cuentas/${other}`,
      'villa/ausencias',
      'mi-cuenta',
    ]) {
      await visitor.get(`/personal/${path}`)
      await expectSound(visitor)
    }
    await visitor.get('/personal/villa/cuentas/nueva')
    await visitor.submit({ name: '' })
    await expectSound(visitor, 422)
    await visitor.submit({
      name: 'N',
      email: `n-${language}@muni.example`,
      role: 'analyst',
      place: 'all',
    })
    await expectSound(visitor)
    await visitor.get('/personal/mi-cuenta')
    await visitor.submit({ current_password: 'x', new_password: 'y' })
    await expectSound(visitor, 422)
    await visitor.get('/personal/villa/ausencias')
    await visitor.submit({ person: other, from: '2026-03-02', until: '2026-03-09' })
    await expectSound(visitor)
    await visitor.get('/personal/villa/cuentas')
    await visitor.submit({ words: 'nobody at all' })
    await expectSound(visitor)
    house.clockAt('2026-03-02T20:00:00Z')
    await visitor.submit({ words: 'a long text typed before the session ended, with <markup>' })
    await expectSound(visitor, 401)
    await visitor.submit({ email: `${name}@muni.example`, password })
    await expectSound(visitor)
    house.clockAt('2026-03-02T16:00:00Z')
  })
})
