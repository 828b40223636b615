import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import type { Visitor } from '../support/visitor.ts'

const DESK = '/personal/demo/casos'

let house: DeskHouse
let manager: Visitor

beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
}, 60_000)
afterAll(() => house.close())

const waste = (where: string) =>
  house.file({ description: `Se acumula la basura en ${where}.`, service: undefined })
const eventsOf = async (receipt: Receipt) =>
  (await house.status(receipt)).history.map(({ event }) => event)

/** Marks all of a page of the desk and chooses a step. */
async function choose(who: Visitor, list: string, step: string, more: object = {}) {
  await who.get(`${DESK}?${list}&marcar=todos`)
  return who.submit({ paso: step, ...more }, { form: 'marcados' })
}

describe('Cases marked in a list', () => {
  it('show what would happen to each, then go to the units that the rules suggest', async () => {
    const filed = [await waste('la esquina'), await waste('la esquina')]
    const page = await choose(manager, 'vista=unassigned&buscar=esquina', 'sugerido')
    expect(page.text).toContain('2 casos cambiarán')
    expect(page.text).toContain('Asignado')
    for (const receipt of filed) expect(await eventsOf(receipt)).not.toContain('assign')

    await manager.submit({}, { form: 'en-lote' })
    expect(manager.page.text).toContain('Se hizo en 2 casos.')
    for (const receipt of filed) expect(await eventsOf(receipt)).toContain('assign')
    await manager.get(caseOf(filed[0] as Receipt))
    expect(manager.page.text).toContain('en lote, 2 casos')
  })

  it('stay as they are when somebody moved them after the preview, and the others go on', async () => {
    const moved = await waste('el parque')
    const other = await waste('el parque')
    await choose(manager, 'vista=unassigned&buscar=parque', 'sugerido')
    const colleague = await house.signedIn('alterno')
    await colleague.get(`${caseOf(moved)}/nota`)
    await colleague.submit({ reason: 'La veo yo.' }, { form: 'paso' })
    await manager.submit({}, { form: 'en-lote' })
    expect(manager.page.text).toContain('Se hizo en 1 caso.')
    expect(manager.page.text).toContain('Alguien lo movió después de abrir la lista')
    expect((await house.status(moved)).state).toBe('registered')
    expect(await eventsOf(other)).toContain('assign')
  })

  it('are read first where there is danger, and said why', async () => {
    const danger = await house.file({ description: 'Un cable caído echa chispas en la glorieta.' })
    await choose(manager, 'vista=open&buscar=glorieta', 'archivar')
    expect(manager.page.text).toContain('Se avisa a la persona de cada caso')
    await manager.submit({ reason: 'Repetido.' }, { form: 'en-lote' })
    expect(manager.page.text).toContain('léalo antes en su página')
    expect(manager.page.forms.some(({ id }) => id === 'en-lote')).toBe(false)
    expect((await house.status(danger)).state).toBe('registered')
  })

  it('ask for what the step needs, and keep their words', async () => {
    await waste('el mercado')
    await choose(manager, 'vista=open&buscar=mercado', 'asignar')
    await manager.submit({ reason: 'Es de ustedes.' }, { form: 'en-lote' })
    expect(manager.page.text).toContain('Elija un área')
    expect(manager.page.html).toContain('Es de ustedes.')
    await manager.submit({ unit: 'agua' }, { form: 'en-lote' })
    expect(manager.page.text).toContain('1 caso cambiará')
  })

  it('may be a whole list, beyond the page', async () => {
    for (const door of ['uno', 'dos', 'tres']) await waste(`el kiosco, puerta ${door}`)
    await manager.get(`${DESK}?vista=open&buscar=kiosco`)
    await manager.submit({ paso: 'nota', todos: 'si' }, { form: 'marcados' })
    expect(manager.page.text).toContain('Se hará con 3 casos')
    await manager.submit({ reason: 'Se revisa el martes.' }, { form: 'en-lote' })
    await manager.submit({}, { form: 'en-lote' })
    expect(manager.page.text).toContain('Se hizo en 3 casos.')
  })

  it('are of nobody else: what one may not see or do stays, and nothing is told of it', async () => {
    const hidden = await house.file({ description: 'Algo que la unidad no ve.' })
    const unit = await house.signedIn('unidad')
    await unit.get(`${DESK}?vista=open`)
    const token = unit.page.forms[0]!.values.find(([name]) => name.startsWith('_'))!
    const body = { [token[0]]: token[1], caso: `${hidden.caseNumber}:1` }
    await unit.post('/personal/demo/en-lote', { ...body, paso: 'tomar' })
    expect(unit.page.text).toContain('1 caso se quedará como está')
    expect(unit.page.text).not.toContain('Algo que la unidad no ve')
    expect((await unit.post('/personal/demo/en-lote', { ...body, paso: 'archivar' })).status).toBe(
      403,
    )
  })

  it('that are none do no harm', async () => {
    await manager.get(`${DESK}?vista=open&marcar=todos`)
    await manager.submit({ paso: 'cerrar', caso: ['nonsense'] }, { form: 'marcados' })
    expect(manager.page.text).toContain('No marcó ningún caso')
    await manager.get(`${DESK}?vista=open&marcar=todos`)
    await manager.submit({ paso: 'cerrar', caso: ['DEMO-2026-999999:1'] }, { form: 'marcados' })
    expect(manager.page.text).toContain('No existe, o usted no lo puede ver')
  })
})
