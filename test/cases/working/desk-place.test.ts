import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { countStatements } from '../../support/count-statements.ts'
import { startApp } from '../../support/running-app.ts'
import { Visitor } from '../../support/visitor.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'

const DESK = '/personal/demo/casos'

let house: DeskHouse
let manager: Visitor
let lamps: Receipt[]

beforeAll(async () => {
  house = await openDeskHouse()
  lamps = []
  for (const street of ['Bugambilia', 'Girasol', 'Molino']) {
    lamps.push(await house.file({ description: `Camión de basura en la calle ${street}.` }))
    await house.file()
  }
  manager = await house.signedIn('responsable')
}, 60_000)
afterAll(() => house.close())

const text = () => manager.page.text
const at = (place: string) => `lista=${encodeURIComponent(place)}`

describe('A place on the desk', () => {
  const place = 'vista=unassigned&buscar=camion+basura'

  it('is kept from a list to its case and back, search and filters included', async () => {
    await manager.get(`${DESK}?${place}`)
    expect(text()).toContain('3 casos')
    const page = await manager.get(`${caseOf(lamps[2] as Receipt)}?${at(place)}`)
    expect(page.html).toContain(`href="${DESK}?vista=unassigned&amp;buscar=camion+basura"`)
  })

  it('leads on to the next case of the same list', async () => {
    const page = await manager.get(`${caseOf(lamps[2] as Receipt)}?${at(place)}`)
    const next = `${caseOf(lamps[1] as Receipt)}?${at(place)}`.replaceAll('%20', '+')
    expect(page.html.replaceAll('&amp;', '&')).toContain(next)
  })

  it('is kept through a step', async () => {
    await manager.get(`${caseOf(lamps[1] as Receipt)}/asignacion?${at(place)}`)
    await manager.submit({}, { form: 'paso' })
    expect(manager.page.path).toContain(at(place).replaceAll('%20', '+'))
    expect(manager.page.path).toContain('hecho=asignado')
  })

  it('takes nothing for a place that is none', async () => {
    const page = await manager.get(`${caseOf(lamps[0] as Receipt)}?lista=javascript:alert(1)`)
    expect(page.html).toContain(`href="${DESK}"`)
  })
})

describe('A search', () => {
  it('finds a case by its number or the end of it, whatever list is open', async () => {
    const { caseNumber } = lamps[0] as Receipt
    for (const typed of [caseNumber, caseNumber.toLowerCase(), '1', '000001']) {
      await manager.get(`${DESK}?vista=to_approve&buscar=${typed}`)
      expect(text()).toContain(caseNumber)
    }
  })

  it('that finds nothing in a list offers all of them', async () => {
    const page = await manager.get(`${DESK}?vista=to_approve&buscar=basura`)
    expect(page.html).toContain(`href="${DESK}?vista=all&amp;buscar=basura"`)
    await manager.get(`${DESK}?vista=all&buscar=basura`)
    expect(text()).toContain('3 casos')
    await manager.get(`${DESK}?vista=all&buscar=dinosaurio`)
    expect(text()).not.toContain('Buscar en todos los casos')
  })

  it('costs at most eight statements, like the desk itself', async () => {
    const counted = countStatements(house.test.system)
    const app = await startApp(counted.system)
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
    await visitor.get(DESK)
    counted.taken()
    await visitor.get(DESK)
    expect(counted.taken()).toBeLessThanOrEqual(8)
    await visitor.get(`${DESK}?vista=open&buscar=basura&tipo=complaint`)
    expect(counted.taken()).toBeLessThanOrEqual(8)
    await app.close()
  })
})

describe('The list of urgent cases', () => {
  it('holds what is dangerous or was given priority, and nothing else', async () => {
    const danger = await house.file({ description: 'Hay un cable caído en la banqueta.' })
    const calm = await house.file({ description: 'Hay un cable de más en la ventanilla.' })
    await manager.get(`${DESK}?vista=urgent`)
    expect(text()).toContain(danger.caseNumber)
    expect(text()).not.toContain(calm.caseNumber)
  })
})
