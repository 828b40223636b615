import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { loadPacks } from '../../src/installation/index.ts'
import { findInstallationCode } from '../../src/people/actions/install-first-admin.ts'
import { codesOn } from '../cases/filing/way.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

const PASSWORD = 'tres gatos miran la lluvia'
const HOME = '/personal/municipio-de-las-lomas'
const SERVICES = ['Predial', 'Agua', 'Actas', 'Licencias', 'Multas', 'Baches', 'Alumbrado']
const MORE_SERVICES = ['Limpia', 'Parques', 'Mercados']
const CENTRES = ['Palacio', 'Módulo Norte', 'Módulo Sur']

let test: TestSystem
let app: RunningApp
let admin: Visitor

beforeAll(async () => {
  test = await openTestSystem()
  await loadPacks(test.system, test.system.clock())
  app = await startApp(test.system)
  admin = new Visitor(app)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

const book = () => getBookRules(test.system, 'municipio-de-las-lomas', test.system.clock())

async function send(path: string, form: string, fields: Record<string, string>): Promise<void> {
  await admin.get(`${HOME}/${path}`)
  await admin.submit(fields, { form })
  expect(admin.page.status).toBe(200)
}

describe('From an empty installation to the first filing, by screen alone', () => {
  it('makes its first administrator with the code that the console prints', async () => {
    await admin.get('/personal/instalar')
    const code = (await findInstallationCode(test.system)) ?? ''
    const account = { name: 'Ada Ruiz', email: 'ada@lomas.example', password: PASSWORD }
    await admin.submit({ code, ...account })
    await admin.submit({ email: account.email, password: PASSWORD })
    expect(admin.page.text).toContain('Crear una administración')
  })

  it('founds the administration from its name and its rules', async () => {
    await admin.get('/personal/administraciones/nueva')
    expect(await htmlProblems(admin.page.html)).toEqual([])
    await admin.submit({ timeZone: 'America/Mexico_City' }, { form: 'administraciones' })
    expect(admin.page.text).toContain('Ponga el nombre.')
    const rules = { regime: 'mx-guanajuato-mas', timeZone: 'America/Mexico_City' }
    const name = 'Municipio de las Lomas'
    await admin.submit({ name, ...rules }, { form: 'administraciones' })
    expect(admin.page.path).toBe(`${HOME}/puesta-en-marcha`)
    expect(await htmlProblems(admin.page.html)).toEqual([])
    expect(admin.page.text).toContain('Listo: 1 de 9')
    expect((await book()).administration).toMatchObject({ bookCode: 'MLL', openedAt: null })
  })

  it('lets nobody take the address or the letters of another', async () => {
    await admin.get('/personal/administraciones/nueva')
    const again = { name: 'Municipio de las Lomas', regime: 'neutral' }
    const fields = { ...again, calendar: 'mx-administrative', timeZone: 'America/Mexico_City' }
    await admin.submit(fields, { form: 'administraciones' })
    expect(admin.page.status).toBe(422)
    expect(admin.page.text).toContain('Otra administración ya tiene esa dirección.')
    expect(admin.page.text).toContain('Otro libro ya usa esas letras.')
  })

  it('takes its units, services and centres', async () => {
    await send('organizacion/unidades/nueva', 'unidades', { name: 'Atención Ciudadana' })
    const [unit] = (await book()).units
    for (const name of [...SERVICES, ...MORE_SERVICES]) {
      const { unitId } = unit!
      await send('organizacion/servicios/nueva', 'servicios', { name, unitId })
    }
    for (const name of CENTRES) {
      await admin.get(`${HOME}/organizacion/centros/nueva`)
      const hours = { 'hours-1-1-opens': '09:00', 'hours-1-1-closes': '15:00' }
      const services = (await book()).services.map(({ serviceId }) => serviceId)
      await admin.submit({ name, services, ...hours }, { form: 'centros' })
    }
    const { centres, services } = await book()
    expect(centres).toHaveLength(3)
    expect(services).toHaveLength(10)
    expect(centres.every(({ serviceIds }) => serviceIds.length === 10)).toBe(true)
  })

  it('does not open before its terms are entered', async () => {
    await admin.get(`/municipio-de-las-lomas`)
    expect(admin.page.text).not.toContain('Empezar')
    await admin.get(`${HOME}/reglas`)
    expect(admin.page.html).not.toContain('apertura')
  })

  it('gives fifteen people their accounts from one list', async () => {
    const team = [
      'Nombre;Correo;Papel;Lugar',
      'Rita Sosa;rita@lomas.example;Responsable del libro;',
      ...CENTRES.map(
        (name, index) => `Jefa ${index};jefa${index}@lomas.example;Jefatura de oficina;${name}`,
      ),
      ...Array.from({ length: 11 }, (_, index) => {
        const centre = CENTRES[index % CENTRES.length]!
        return `Persona ${index};persona${index}@lomas.example;Ventanilla;${centre}`
      }),
    ]
    await send('cuentas/lista', 'lista', { text: team.join('\n') })
    expect(admin.page.text).toContain('Se darán 15 papeles')
    expect(await htmlProblems(admin.page.html)).toEqual([])
    await admin.submit({}, { form: 'confirm' })
    expect(admin.page.html.match(/class="one-time"/g)).toHaveLength(15)
    await send('cuentas/lista', 'lista', { text: team.slice(0, 2).join('\n') })
    await admin.submit({}, { form: 'confirm' })
    expect(admin.page.text).toContain('Ya tenía este papel')
  })

  it('opens once its own terms are entered, and takes the first filing', async () => {
    const today = '2026-03-02'
    for (const step of ['answer', 'triage']) {
      const term = { step, kind: '*', days: '10', unit: 'business', validFrom: today }
      await send('reglas', 'plazos', { ...term, source: 'Acuerdo 1' })
    }
    await admin.get(`${HOME}/puesta-en-marcha`)
    await admin.submit({}, { form: 'apertura' })
    expect((await book()).administration.openedAt).not.toBeNull()
    const person = new Visitor(app)
    await person.get('/municipio-de-las-lomas/nuevo')
    await person.submit({ kind: 'complaint' })
    await person.submit({ description: 'Esperé tres horas y nadie me atendió.' })
    await person.submit({ centre: 'palacio', 'service-palacio': 'predial' })
    await person.submit({ day: 'yesterday' })
    await person.submit({}, { button: 'next' })
    await person.submit({ answerBy: 'pickup' })
    await person.submit({ names: 'Ana', firstSurname: 'Ñúñez' })
    await person.submit({})
    expect(codesOn(person.page).number).toBe('MLL-2026-000001')
    await admin.get(`${HOME}/puesta-en-marcha`)
    expect(admin.page.text).toContain('Listo: 8 de 9')
  })
})
