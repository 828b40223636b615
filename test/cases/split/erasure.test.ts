import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { verifyBook } from '../../../src/cases/index.ts'
import { listClocks } from '../../../src/deadlines/index.ts'
import { findCase } from '../../../src/cases/case-store.ts'
import { dumpEverything } from '../../corruption-reports/promises/whole-dump.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import type { Visitor } from '../../support/visitor.ts'
import { follow } from '../follow/followed-case.ts'
import { assignToUnit } from '../staff-at-work.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from '../working/desk-house.ts'
import { BRIBE, erase, note, NOTE, offer, restrict } from './split-case.ts'

let house: DeskHouse
let manager: Visitor
let administrationId: string
beforeAll(async () => {
  house = await openDeskHouse()
  ;({ administrationId } = await getAdministrationBySlug(house.test.system.db, 'demo'))
  manager = await house.signedIn('responsable')
}, 60_000)
afterAll(() => house.close())

const FILE = 'recibo-de-la-mordida.txt'
const WORDS = [
  BRIBE,
  'La mordida fue',
  NOTE,
  'Robles',
  'ana@correo.example',
  FILE,
  'Turno 12',
  'puente',
]

/** With a place, a person, a file, more information and a note of the staff. */
async function fileAll(): Promise<Receipt> {
  const receipt = await house.file({ description: BRIBE, place: 'Junto al puente' })
  const person = await follow(house.app, receipt)
  await person.get(`/seguimiento/${receipt.caseNumber}/informacion`)
  const files = new File(['Turno 12 de la mordida'], FILE, { type: 'text/plain' })
  await person.submit({ text: 'La mordida fue el martes.', files }, { button: 'Enviar' })
  return receipt
}

async function everything(): Promise<string> {
  const { system } = house.test
  const folder = join(system.config.dataDir, 'attachments')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  return [JSON.stringify(await dumpEverything(system)), ...files].join('\n')
}

async function itemOf({ caseNumber }: Receipt) {
  const item = await findCase(house.test.system.db, { administrationId, caseNumber })
  if (!item) throw new Error('no case')
  return item
}

/** All rows about a case, without what is random, and without its number and times. */
async function traceOf(receipt: Receipt): Promise<Record<string, unknown[]>> {
  const { caseId } = await itemOf(receipt)
  const trace: Record<string, unknown[]> = {}
  const tables = ['cases', 'case_people', 'case_contents', 'case_events', 'clocks', 'notices']
  for (const table of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where case_id = ${caseId}
    `.execute(house.test.system.db)
    trace[table] = rows.map(({ row }) => masked(row)).sort()
  }
  return trace
}

function masked(row: Record<string, unknown>): string {
  const text = JSON.stringify(row)
  return text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'an id')
    .replaceAll(/\\\\x[0-9a-f]+|"commitment":\s?"[0-9a-f]{64}"/g, 'bytes')
    .replaceAll(/DEMO-\d{4}-\d{6}/g, 'a number')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.+]+/g, 'a time')
}

describe('Who erases what they wrote', () => {
  it('leaves no word, name or file of it in the book', async () => {
    const receipt = await fileAll()
    await offer(manager, receipt)
    const before = await everything()
    for (const word of WORDS) expect([word, before.includes(word)]).toEqual([word, true])

    const person = await erase(house, receipt)
    expect(person.page.heading).toBe('Usted retiró su caso')
    expect(person.page.text).toContain('Borramos lo que escribió')
    expect(await htmlProblems(person.page.html)).toEqual([])
    const after = await everything()
    for (const word of WORDS) expect([word, after.includes(word)]).toEqual([word, false])
  })

  it('leaves a book that still verifies', async () => {
    await erase(house, await fileAll())
    const report = await verifyBook(house.test.system.db, administrationId)
    expect(report.faults).toEqual([])
    expect(report.erased).toBeGreaterThan(0)
  })

  it('ends the case like any withdrawal: clocks met, whoever has it told, nothing said of why', async () => {
    const receipt = await fileAll()
    await offer(manager, receipt)
    await house.letters()
    await erase(house, receipt)
    expect(await house.status(receipt)).toMatchObject({ state: 'archived' })
    const item = await itemOf(receipt)
    expect(item).toMatchObject({ closeReason: 'withdrawn', isOpen: false, overdue: false })
    const clocks = await listClocks(house.test.system.db, item)
    expect(clocks.filter(({ stoppedAt }) => stoppedAt === null)).toEqual([])
    const letters = await house.letters()
    expect(letters.map(({ to }) => to?.[0]?.address)).toEqual(['responsable@demo.example'])
    expect(letters[0]?.text).not.toMatch(/denuncia|corrup/i)
  })

  it('is nowhere marked: desk, case and interface never speak of corruption or of a report', async () => {
    const receipt = await fileAll()
    await offer(manager, receipt)
    await erase(house, receipt)
    const said = [
      (await manager.get(`/personal/demo/casos?vista=ended&buscar=${receipt.caseNumber}`)).text,
      (await manager.get(caseOf(receipt))).text,
      (await follow(house.app, receipt)).page.text,
      JSON.stringify(await house.status(receipt)),
    ]
    for (const text of said) {
      expect(text).toContain(receipt.caseNumber)
      expect(text).not.toMatch(/denuncia|corrup/i)
    }
    expect(said[1]).toContain('La persona retiró el caso')
    expect(said[1]).toContain('Este texto se borró')
    expect(await htmlProblems(manager.page.html)).toEqual([])
  })

  it('leaves the same whether the other door was offered or not', async () => {
    const offered = await fileAll()
    await offer(manager, offered)
    await erase(house, offered)
    const plain = await house.file({
      description: 'El cajero me golpeó en la fila.',
      place: 'Junto al puente',
    })
    const person = await follow(house.app, plain)
    await person.get(`/seguimiento/${plain.caseNumber}/informacion`)
    const files = new File(['Turno 7'], 'turno.txt', { type: 'text/plain' })
    await person.submit({ text: 'Fue el martes.', files }, { button: 'Enviar' })
    await note(manager, plain)
    await erase(house, plain)
    const [one, other] = [await traceOf(offered), await traceOf(plain)]
    expect(one['cases']).toHaveLength(1)
    for (const table of Object.keys(one)) {
      expect([table, one[table]]).toEqual([table, other[table]])
    }
  })

  it('may do so in any state before the answer, restricted or not', async () => {
    const assigned = await house.file()
    await assignToUnit(house.test.system, assigned.caseNumber)
    await erase(house, assigned)
    expect((await house.status(assigned)).state).toBe('archived')
    const restricted = await house.file()
    await restrict(manager, restricted)
    await erase(house, restricted)
    expect(await itemOf(restricted)).toMatchObject({ restricted: 'by_hand', summary: '' })
  })

  it('sends the same form twice and it counts once', async () => {
    const receipt = await house.file()
    const person = await follow(house.app, receipt)
    const page = await person.get(`/seguimiento/${receipt.caseNumber}/retiro`)
    const form = page.forms.find(({ action }) => action.endsWith('/retiro'))!
    const fields = { ...Object.fromEntries(form.values), erase: 'yes' }
    await person.post(form.action, fields)
    await person.post(form.action, fields)
    expect(person.page.status).toBe(200)
    const { history } = await house.status(receipt)
    expect(history.map(({ event }) => event)).toEqual(['submit', 'withdraw'])
  })

  it('who only withdraws keeps the words in the book, and can erase them later', async () => {
    const receipt = await house.file()
    const person = await follow(house.app, receipt)
    await person.get(`/seguimiento/${receipt.caseNumber}/retiro`)
    expect(await htmlProblems(person.page.html)).toEqual([])
    await person.submit({ reason: 'Ya no.' })
    expect(person.page.text).toContain('Nadie me atendió')
    await person.click('Borrar lo que escribió')
    await person.submit({}, { form: 'borrado' })
    expect(person.page.text).not.toContain('Nadie me atendió')
    const { faults } = await verifyBook(house.test.system.db, administrationId)
    expect(faults).toEqual([])
  })
})

describe('Where nobody has keys yet', () => {
  it('the offer promises no seal and says where else to report', async () => {
    const receipt = await house.file({ description: BRIBE })
    await offer(manager, receipt)
    const { page } = await follow(house.app, receipt)
    expect(page.text).toContain('esa puerta no recibe denuncias en esta página')
    expect(page.text).not.toContain('sellado')
    expect(page.forms.filter(({ action }) => action.includes('/denuncia'))).toEqual([])
    expect(page.links.map(({ href }) => href)).toContain('/demo/denuncia?lang=es')
    expect(await htmlProblems(page.html)).toEqual([])
  })
})
