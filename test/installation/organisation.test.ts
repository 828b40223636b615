import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

const ROOM = '/personal/demo/organizacion'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const book = () => getBookRules(demo.test.system, 'demo', demo.test.system.clock())

describe('The organisation on screen', () => {
  it('is seen by those who run the book and changed by those who set it up', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(ROOM)
    expect(head.page.text).toContain('Unidades')
    expect(head.page.text).not.toContain('Agregar una unidad')
    expect((await head.get(`${ROOM}/unidades/nueva`)).status).toBe(403)
    expect((await (await signIn(demo.app, 'unidad')).get(ROOM)).status).toBe(403)
  })

  it('takes a unit, its service and the centre where it is attended', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(`${ROOM}/unidades/nueva`)
    expect(await htmlProblems(chief.page.html)).toEqual([])
    await chief.submit({ name: 'Parques y Jardines' }, { form: 'unidades' })
    expect(chief.page.text).toContain('El cambio quedó guardado.')
    const unit = (await book()).units.find(({ slug }) => slug === 'parques-y-jardines')!

    await chief.get(`${ROOM}/servicios/nueva`)
    const service = { name: 'Poda de árboles', unitId: unit.unitId, cost: 'Gratis' }
    await chief.submit({ ...service, requirements: 'Croquis' }, { form: 'servicios' })
    const poda = (await book()).services.find(({ slug }) => slug === 'poda-de-arboles')!
    expect(poda).toMatchObject({ cost: 'Gratis', requirements: 'Croquis', term: null })

    await chief.get(`${ROOM}/centros/nueva`)
    expect(await htmlProblems(chief.page.html)).toEqual([])
    const hours = { 'hours-1-1-opens': '08:30', 'hours-1-1-closes': '13:00' }
    const centre = { name: 'Centro Sur', services: poda.serviceId, windows: 'Ventanilla 1\nCaja' }
    await chief.submit({ ...centre, ...hours }, { form: 'centros' })
    const sur = (await book()).centres.find(({ slug }) => slug === 'centro-sur')!
    expect(sur.hours).toEqual([{ weekday: 1, opens: '08:30', closes: '13:00' }])
    expect(sur.windows.map(({ name }) => name).toSorted()).toEqual(['Caja', 'Ventanilla 1'])
    expect(sur.serviceIds).toEqual([poda.serviceId])
    expect(sur.calendarCode).toBe(`centre-${sur.centreId}`)

    const front = await chief.get('/demo')
    expect(front.text).toContain('Centro Sur')
  })

  it('says at its field what is wrong, and keeps what was typed', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(`${ROOM}/centros/nueva`)
    const hours = { 'hours-2-1-opens': '15:00', 'hours-2-1-closes': '09:00' }
    await chief.submit({ name: 'Centro Norte', ...hours }, { form: 'centros' })
    expect(chief.page.status).toBe(422)
    expect(chief.page.text).toContain('Cierra antes de abrir.')
    expect(chief.page.html).toContain('value="15:00"')
    await chief.get(`${ROOM}/unidades/nueva`)
    await chief.submit({ name: ' ', validFrom: '2026-02-31' }, { form: 'unidades' })
    expect(chief.page.text).toContain('Falta este dato.')
    expect(chief.page.text).toContain('Esa fecha no existe.')
  })

  it('says how the administration is called and reached, in no colour that cannot be read', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(`${ROOM}/identidad`)
    await chief.submit({ accent: '#ffff00' }, { form: 'identidad' })
    expect(chief.page.status).toBe(422)
    expect(chief.page.text).toContain('Ese color es muy claro')
    await chief.submit({ accent: '#1a5a3c', phone: '55 5555 0199' }, { form: 'identidad' })
    expect(chief.page.status).toBe(200)
    const front = await chief.get('/demo')
    expect(front.html).toContain('/assets/theme-1a5a3c.css')
    expect(front.html).toContain('55\u00a05555\u00a00199')
  })

  it('lets no unit stand under itself', async () => {
    const chief = await signIn(demo.app, 'direccion')
    const { units } = await book()
    const child = units.find(({ parentUnitId }) => parentUnitId !== null)!
    const top = units.find(({ unitId }) => unitId === child.parentUnitId)!
    await chief.get(`${ROOM}/unidades/${top.unitId}`)
    await chief.submit({ parentUnitId: child.unitId }, { form: 'unidades' })
    expect(chief.page.status).toBe(422)
    expect(chief.page.text).toContain('Una unidad no puede depender de sí misma')
  })

  it('shows whoever is late how it stands, and takes nothing from the first', async () => {
    const first = await signIn(demo.app, 'direccion')
    const second = await signIn(demo.app, 'admin')
    const { services } = await book()
    const url = `${ROOM}/servicios/${services[0]!.serviceId}`
    await first.get(url)
    await second.get(url)
    await first.submit({ cost: '50 pesos' }, { form: 'servicios' })
    await second.submit({ cost: '70 pesos' }, { form: 'servicios' })
    expect(second.page.status).toBe(422)
    expect(second.page.text).toContain('Alguien cambió esto mientras usted escribía.')
    expect(second.page.text).toContain('50 pesos')
    expect(second.page.html).toContain('value="70 pesos"')
    await second.submit({}, { form: 'servicios' })
    expect(second.page.status).toBe(200)
    const after = (await book()).services.find((one) => one.serviceId === services[0]!.serviceId)
    expect(after?.cost).toBe('70 pesos')
  })
})

describe('The changes of an organisation', () => {
  it('say who changed what, and put back what was before', async () => {
    const chief = await signIn(demo.app, 'direccion')
    const { officials } = await book()
    const { officialId, post } = officials[0]!
    await chief.get(`${ROOM}/personas/${officialId}`)
    await chief.submit({ post: 'Dirección de Obras' }, { form: 'personas' })
    await chief.get('/personal/demo/cambios?de=official')
    expect(await htmlProblems(chief.page.html)).toEqual([])
    expect(chief.page.text).toContain('Dirección de Obras')
    expect(chief.page.text).toContain(post)
    await chief.submit({}, { form: 'deshacer' })
    expect(chief.page.text).toContain('Quedó como estaba antes.')
    expect((await book()).officials.find((one) => one.officialId === officialId)?.post).toBe(post)
  })

  it('take away again what was added, unless something stands on it', async () => {
    const chief = await signIn(demo.app, 'direccion')
    await chief.get(`${ROOM}/unidades/nueva`)
    await chief.submit({ name: 'Archivo' }, { form: 'unidades' })
    const archive = (await book()).units.find(({ slug }) => slug === 'archivo')!
    await chief.get(`${ROOM}/servicios/nueva`)
    await chief.submit({ name: 'Copias', unitId: archive.unitId }, { form: 'servicios' })
    await chief.get('/personal/demo/cambios?de=unit')
    await chief.submit({}, { form: 'deshacer' })
    expect(chief.page.status).toBe(422)
    expect(chief.page.text).toContain('No se puede quitar')
    await chief.get('/personal/demo/cambios?de=service')
    await chief.submit({}, { form: 'deshacer' })
    await chief.get('/personal/demo/cambios?de=unit')
    await chief.submit({}, { form: 'deshacer' })
    expect((await book()).units.some(({ slug }) => slug === 'archivo')).toBe(false)
  })

  it('are undone only by those who may settle them', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get('/personal/demo/cambios')
    expect(manager.page.status).toBe(200)
    expect(manager.page.html).not.toContain('deshacer"')
    expect((await (await signIn(demo.app, 'jefatura')).get('/personal/demo/cambios')).status).toBe(
      403,
    )
  })
})

describe('The mark of an administration', () => {
  const drawing = (colour: string) =>
    new File(
      [`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" fill="${colour}"/>`],
      'mark.svg',
    )
  const worn = async () => (await book()).administration.theme['markUrl']

  it('is worn by pages, put back, and gone once no change can bring it back', async () => {
    const chief = await signIn(demo.app, 'direccion')
    const put = async (colour: string) => {
      await chief.get(`${ROOM}/insignia`)
      expect(await htmlProblems(chief.page.html)).toEqual([])
      await chief.submit({ mark: drawing(colour) })
      expect(chief.page.text).toContain('El cambio quedó guardado.')
      return worn()
    }
    const [first, second] = [await put('red'), await put('blue')]
    expect((await chief.get('/demo')).html).toContain(`src="${second}"`)
    const picture = await fetch(`${demo.app.url}${second}`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    await chief.get('/personal/demo/cambios')
    await chief.submit({}, { form: 'deshacer' })
    expect(await worn()).toBe(first)
    const third = await put('green')
    expect(third).not.toBe(first)
    const statusOf = async (url = '') => (await fetch(`${demo.app.url}${url}`)).status
    expect([await statusOf(second), await statusOf(first)]).toEqual([404, 200])
  })

  it('is refused where it is none, and set up by nobody else', async () => {
    const chief = await signIn(demo.app, 'direccion')
    const before = await worn()
    await chief.get(`${ROOM}/insignia`)
    const text = new File(['%PDF-1.4'], 'mark.png')
    await chief.submit({ mark: text })
    expect(chief.page.status).toBe(422)
    expect(chief.page.text).toContain('Ese archivo no es una figura que podamos usar.')
    expect(await worn()).toBe(before)
    const head = await signIn(demo.app, 'jefatura')
    expect((await head.get(`${ROOM}/insignia`)).status).toBe(403)
  })
})
