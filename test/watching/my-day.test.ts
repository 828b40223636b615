import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addInformation } from '../../src/cases/actions/answer-back.ts'
import { returnDraft } from '../../src/cases/actions/decide-answer.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../cases/working/desk-house.ts'
import { assignToUnit, asStaff, draftAnswer } from '../cases/staff-at-work.ts'
import { countStatements } from '../support/count-statements.ts'
import { startApp } from '../support/running-app.ts'
import { Visitor } from '../support/visitor.ts'

const DAY = '/personal/demo/mi-dia'

let house: DeskHouse
let manager: Visitor
let unit: Visitor
let told: Receipt
let returned: Receipt
let begun: Receipt
beforeAll(async () => {
  house = await openDeskHouse()
  manager = await house.signedIn('responsable')
  unit = await house.signedIn('unidad2')
  ;[told, returned, begun] = [await inHand(), await inHand(), await inHand()]
  const { system } = house.test
  const now = system.clock()
  const { ref } = await asStaff(system, 'responsable', told.caseNumber)
  await addInformation(system, ref, { text: 'Encontré el recibo.', attachmentIds: [] }, now)
  await draftAnswer(system, returned.caseNumber)
  const responsible = await asStaff(system, 'responsable', returned.caseNumber)
  await returnDraft(system, responsible, 'Falta la fecha.', now)
  await unit.get(`${caseOf(begun)}/respuesta`)
  await unit.submit({ body: 'Le contesto que' }, { form: 'paso', button: 'save' })
}, 120_000)
afterAll(() => house.close())

async function inHand(): Promise<Receipt> {
  const receipt = await house.file()
  await assignToUnit(house.test.system, receipt.caseNumber)
  await unit.get(`${caseOf(receipt)}/aceptacion`)
  await unit.submit({}, { form: 'paso' })
  return receipt
}

/** The numbers under each heading of the day. */
function blocks({ html }: { html: string }): Record<string, string[]> {
  const sections = [...html.matchAll(/aria-labelledby="dia-([a-z_]+)">(.*?)<\/section>/gs)]
  return Object.fromEntries(
    sections.map(([, id, inside]) => [
      id,
      [...inside!.matchAll(/case-row__number">([^<]+)</g)].map(([, number]) => number),
    ]),
  ) as Record<string, string[]>
}

describe('The day of somebody who has cases in hand', () => {
  it('begins with what came back to them and what they began', async () => {
    expect(blocks(await unit.get(DAY))).toEqual({
      answered: [told.caseNumber],
      returned: [returned.caseNumber],
      begun: [begun.caseNumber],
    })
  })

  it('holds what is due, what is late and above all danger, and for who answers for others that of all', async () => {
    const { dueOn } = told
    house.test.clockAt(`${dueOn}T16:00:00Z`)
    const own = await house.signedIn('unidad2')
    expect(blocks(await own.get(DAY)).due).toHaveLength(3)
    const other = await house.signedIn('unidad')
    expect(blocks(await other.get(DAY)).due).toBeUndefined()
    const filed = []
    for (let count = 0; count < 9; count += 1) filed.push(await house.file())
    house.test.clockAt('2026-06-01T16:00:00Z')
    const danger = await house.file({ description: 'Hay un cable caído en la banqueta.' })
    manager = await house.signedIn('responsable')
    const page = await manager.get(DAY)
    expect(blocks(page).late).toHaveLength(10)
    expect(page.text).toMatch(/Ya venció\s+12/)
    expect(page.html).toContain('href="/personal/demo/casos?vista=overdue"')
    expect(blocks(page).arrived).toEqual(filed.map(({ caseNumber }) => caseNumber))
    expect(Object.entries(blocks(page))[0]).toEqual(['urgent', [danger.caseNumber]])
  })

  it('costs at most eight statements', async () => {
    const counted = countStatements(house.test.system)
    const app = await startApp(counted.system)
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
    await visitor.get(DAY)
    counted.taken()
    await visitor.get(DAY)
    expect(counted.taken()).toBeLessThanOrEqual(8)
    await app.close()
  })

  it('is where they begin, and nobody else’s', async () => {
    expect((await house.signedIn('unidad2')).page.path).toBe(DAY)
    expect((await house.signedIn('auditoria')).page.path).toBe('/personal/demo/casos')
    expect((await (await house.signedIn('auditoria')).get(DAY)).status).toBe(403)
  })
})
