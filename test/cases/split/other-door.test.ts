import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { foundDirectory, type FoundMember } from '../../corruption-reports/found-directory.ts'
import { addedRows, dumpEverything } from '../../corruption-reports/promises/whole-dump.ts'
import { readAs } from '../../corruption-reports/read-as.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { inflesz } from '../../support/readability.ts'
import type { Visitor } from '../../support/visitor.ts'
import { follow } from '../follow/followed-case.ts'
import { assignToUnit, asStaff } from '../staff-at-work.ts'
import { archiveCase } from '../../../src/cases/index.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../working/desk-house.ts'
import { BRIBE, NOTE, offer, restrict } from './split-case.ts'

let house: DeskHouse
let manager: Visitor
let administrationId: string
let members: readonly FoundMember[]

beforeAll(async () => {
  house = await openDeskHouse()
  const { system } = house.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  ;({ members } = await foundDirectory(system, administrationId))
  manager = await house.signedIn('responsable')
}, 60_000)
afterAll(() => house.close())

const OTHER_DOOR = 'Lo que contó tiene otra vía'

async function fileBribe(): Promise<Receipt> {
  return house.file({ description: BRIBE })
}

async function narrations(name: string): Promise<string[]> {
  const member = members.find((each) => each.name === name)!
  const read = await readAs(house.test.system, administrationId, member)
  return read.map(({ content }) => content.told.narration)
}

describe('The other door', () => {
  it('is offered by the responsible, for a restricted case in triage and nothing else', async () => {
    const plain = await house.file()
    expect((await manager.get(`${caseOf(plain)}/otra-via`)).status).toBe(403)
    await restrict(manager, plain)
    expect((await manager.get(`${caseOf(plain)}/otra-via`)).status).toBe(200)
    const assigned = await fileBribe()
    await assignToUnit(house.test.system, assigned.caseNumber)
    expect((await manager.get(`${caseOf(assigned)}/otra-via`)).status).toBe(403)
    const unit = await house.signedIn('unidad')
    expect((await unit.get(`${caseOf(await fileBribe())}/otra-via`)).status).toBe(404)
  })

  it('is offered once, whoever tries again', async () => {
    const receipt = await fileBribe()
    const deputy = await house.signedIn('alterno')
    await deputy.get(`${caseOf(receipt)}/otra-via`)
    await offer(manager, receipt)
    expect(manager.page.text).toContain('La persona verá la otra vía')
    await deputy.submit({ reason: 'También yo.' }, { form: 'paso' })
    expect(deputy.page.status).toBe(409)
    expect(deputy.page.forms.filter(({ id }) => id === 'paso')).toEqual([])
    expect((await manager.get(`${caseOf(receipt)}/otra-via`)).status).toBe(403)
  })

  it('asks for a note, which is all that the history has of it', async () => {
    const receipt = await fileBribe()
    await manager.get(`${caseOf(receipt)}/otra-via`)
    await manager.submit({ reason: '' }, { form: 'paso' })
    expect(manager.page.status).toBe(422)
    expect(await htmlProblems(manager.page.html)).toEqual([])
    await manager.submit({ reason: NOTE }, { form: 'paso' })
    expect(manager.page.text).toContain(NOTE)
    const { history } = await house.status(receipt)
    expect(history.map(({ event }) => event)).toEqual(['submit'])
  })

  it('tells the person in plain words what moves, what stays and that they decide', async () => {
    const receipt = await fileBribe()
    expect((await follow(house.app, receipt)).page.text).not.toContain(OTHER_DOOR)
    await offer(manager, receipt)
    const { page } = await follow(house.app, receipt)
    expect(page.text).toContain(OTHER_DOOR)
    expect(page.text).toContain('Solo lo que usted escribió')
    expect(page.text).toContain('El número, el tipo de caso, la oficina, las fechas y los pasos')
    expect(page.text).toContain('Si no quiere, no haga nada. Su caso sigue igual.')
    expect(await htmlProblems(page.html)).toEqual([])
    const { offer: texts } = JSON.parse(
      JSON.stringify(
        (await import('../../../src/locales/es/follow.json', { with: { type: 'json' } })).default,
      ),
    ) as { offer: Record<string, string> }
    expect(inflesz(Object.values(texts))).toBeGreaterThanOrEqual(65)
  })

  it('leaves nothing of what goes through it in the ordinary book', async () => {
    const receipt = await fileBribe()
    const person = await follow(house.app, receipt)
    await person.get(`/seguimiento/${receipt.caseNumber}/informacion`)
    await person.submit({ text: 'Fue el martes a las diez.' }, { button: 'Enviar' })
    await offer(manager, receipt)
    await person.get(`/seguimiento/${receipt.caseNumber}`)

    const before = await dumpEverything(house.test.system)
    await person.submit({}, { form: '/denuncia' })
    expect(person.page.path).toBe('/demo/denuncia?lang=es')
    await person.submit({}, { button: 'Empezar' })
    const narration = `${BRIBE}\n\nFue el martes a las diez.`
    expect(person.page.forms.flatMap(({ values }) => values)).toContainEqual([
      'narration',
      narration,
    ])
    expect(addedRows(before, await dumpEverything(house.test.system))).toEqual({})

    await person.submit({}, { form: '/denuncia', button: 'Enviar' })
    expect(person.page.heading).toBe('Su denuncia está guardada')
    expect(await narrations('Clara Montes')).toContain(narration)
    const added = addedRows(before, await dumpEverything(house.test.system))
    expect(Object.keys(added).filter((table) => !table.startsWith('sealed.'))).toEqual([])
    expect(Object.keys(added)).toContain('sealed.reports')
  })

  it('stays open to whoever does nothing, and the case goes on', async () => {
    const receipt = await fileBribe()
    await offer(manager, receipt)
    await assignToUnit(house.test.system, receipt.caseNumber)
    expect((await follow(house.app, receipt)).page.text).toContain(OTHER_DOOR)
    expect(await house.status(receipt)).toMatchObject({ state: 'assigned', dueOn: receipt.dueOn })
  })

  it('stays open after the office archived the case, which can still be erased', async () => {
    const receipt = await fileBribe()
    await offer(manager, receipt)
    const { system } = house.test
    const request = await asStaff(system, 'responsable', receipt.caseNumber)
    await archiveCase(system, request, 'No es de este libro.', system.clock())
    const person = await follow(house.app, receipt)
    expect(person.page.text).toContain(OTHER_DOOR)
    await person.click('Borrar lo que escribí aquí')
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({}, { form: 'borrado' })
    expect(person.page.text).toContain('Borramos lo que escribió')
    expect(person.page.text).not.toContain(OTHER_DOOR)
    expect(person.page.html).not.toContain('mordida')
    expect(person.page.links.filter(({ href }) => href.includes('/borrado'))).toEqual([])
  })
})
