import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import { countStatements } from '../support/count-statements.ts'
import { startApp } from '../support/running-app.ts'
import { Visitor } from '../support/visitor.ts'

const DESK = '/personal/demo/casos'
const VIEWS = '/personal/demo/vistas'

let house: DeskHouse
let manager: Visitor
let unit: Visitor
let complaint: Receipt
let danger: Receipt

beforeAll(async () => {
  house = await openDeskHouse()
  complaint = await house.file()
  danger = await house.file({
    service: 'alumbrado',
    description: 'Hay un cable caído en la banqueta.',
  })
  manager = await house.signedIn('responsable')
  unit = await house.signedIn('unidad')
}, 60_000)
afterAll(() => house.close())

/** Narrows the desk, follows the way to keep it and gives it a name. */
async function keep(who: Visitor, list: string, name: string, readers = 'own') {
  await who.get(`${DESK}?${list}`)
  const href = /href="([^"]*vistas\/nueva[^"]*)"/.exec(who.page.html)?.[1] ?? ''
  await who.get(href.replaceAll('&amp;', '&'))
  await who.submit({ name, readers }, { form: 'vistas/' })
}

const kept = (page: { html: string }, name: string) =>
  page.html.match(new RegExp(`<li><a class="desk__view[^]*?</li>`, 'g'))?.find((each) =>
    each.includes(`>${name}`),
  ) ?? ''
const idOf = (name: string) =>
  manager.page.html
    .split('id="vista-')
    .find((each) => each.includes(`>${name}<`))
    ?.slice(0, 36) ?? ''

describe('A list of the desk under a name', () => {
  it('stands above the views with its count and shows what it was kept for', async () => {
    await keep(manager, 'vista=open&prioridad=urgent', 'Lo urgente')
    expect(manager.page.heading).toBe('Lo urgente')
    expect(manager.page.text).toContain(danger.caseNumber)
    expect(manager.page.text).not.toContain(complaint.caseNumber)
    expect(kept(manager.page, 'Lo urgente')).toContain('<span class="desk__count">1</span>')
    await manager.get(`${DESK}?vista=open`)
    expect(kept(manager.page, 'Lo urgente')).not.toContain('aria-current')
  })

  it('never holds what was searched', async () => {
    await keep(manager, 'vista=open&buscar=Robles&servicio=predial', 'De predial')
    expect(manager.page.path).not.toContain('Robles')
    expect(manager.page.path).toContain('servicio=predial')
  })

  it('asks for a name of its own', async () => {
    await keep(manager, 'vista=overdue', 'Lo urgente')
    expect(manager.page.text).toContain('Ya tiene una vista con ese nombre')
    await keep(manager, 'vista=overdue', ' ')
    expect(manager.page.text).toContain('Escriba un nombre')
  })

  it('is for its owner alone unless shared', async () => {
    await unit.get(`${DESK}?vista=open`)
    expect(kept(unit.page, 'Lo urgente')).toBe('')
  })

  it('is put in order, begun with and deleted', async () => {
    await manager.get(VIEWS)
    const id = idOf('De predial')
    await manager.submit({}, { form: `${id}/lugar`, button: 'up' })
    expect(manager.page.text).toMatch(/De predial[^]*Lo urgente/)
    await manager.submit({}, { form: `${id}/inicio`, button: 'on' })
    await manager.get(DESK)
    expect(manager.page.heading).toBe('De predial')
    await manager.get(VIEWS)
    await manager.submit({}, { form: `${id}/inicio`, button: 'off' })
    await manager.get(DESK)
    expect(manager.page.heading).toBe('Por revisar')
    await manager.get(`${VIEWS}/${id}`)
    await manager.submit({}, { form: `${id}/borrar` })
    expect(manager.page.text).toContain('La vista se borró')
    expect(manager.page.text).not.toContain('De predial')
  })
})

describe('A shared view', () => {
  it('shows to each reader only what they may see', async () => {
    await keep(manager, 'vista=open', 'Abiertos de todos', 'administration')
    await unit.get(DESK)
    const theirs = kept(unit.page, 'Abiertos de todos')
    expect(theirs).toContain('compartida')
    await manager.get(DESK)
    expect(kept(manager.page, 'Abiertos de todos')).toContain('>2</span>')
    const link = /href="([^"]+)"/.exec(theirs)?.[1] ?? ''
    await unit.get(link.replaceAll('&amp;', '&'))
    expect(unit.page.text).not.toContain(complaint.caseNumber)
  })

  it('is changed by its owner or the responsible and by nobody else, each as they last saw it', async () => {
    await manager.get(VIEWS)
    const id = idOf('Abiertos de todos')
    expect((await unit.get(`${VIEWS}/${id}`)).status).toBe(404)
    const other = await house.signedIn('alterno')
    await other.get(`${VIEWS}/${id}`)
    await manager.get(`${VIEWS}/${id}`)
    await manager.submit({ name: 'Todo lo abierto' }, { form: 'vistas/' })
    expect(manager.page.text).toContain('Todo lo abierto')
    await other.submit({ name: 'Otro nombre' }, { form: 'vistas/' })
    expect(other.page.text).toContain('Alguien cambió esta vista mientras tanto')
  })

  it('is not for people beside whom nobody works', async () => {
    await unit.get(`${VIEWS}/nueva?lista=vista%3Dmine`)
    expect(unit.page.text).not.toContain('Para todos los que atienden casos')
    await unit.submit({ name: 'Para todos', readers: 'administration' }, { form: 'vistas/' })
    expect(unit.page.text).toContain('Elija quién la encuentra')
  })
})

describe('A view that names something of the past', () => {
  it('says that the office was closed and is not silently another list', async () => {
    await keep(manager, 'vista=open&centro=cerrada&tipo=complaint', 'De la cerrada')
    expect(manager.page.text).toContain('«cerrada» se cerró o ya no existe')
    expect(kept(manager.page, 'De la cerrada')).toContain('revise sus filtros')
    await manager.get(VIEWS)
    expect(manager.page.text).toContain('nombra algo que ya no existe')
  })

  it('says that somebody left', async () => {
    const nobody = '7b0f51a4-0000-4000-8000-000000000000'
    await manager.get(`${DESK}?vista=open&encargado=${nobody}`)
    expect(manager.page.text).toContain('una persona que no trabaja aquí')
  })
})

describe('The desk with views', () => {
  it('costs at most eight statements', async () => {
    const counted = countStatements(house.test.system)
    const app = await startApp(counted.system)
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
    await visitor.get(DESK)
    counted.taken()
    for (const list of ['', '?vista=open', '?vista=open&prioridad=urgent']) {
      await visitor.get(DESK + list)
      expect([list, counted.taken()]).toEqual([list, 8])
    }
    await app.close()
  })
})
