import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listTexts } from '../../src/analysis/index.ts'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { findCase, findPerson, listChosenTexts, verifyBook } from '../../src/cases/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { remindOfRequests } from '../../src/data-requests/actions/remind-of-requests.ts'
import { findRequest } from '../../src/data-requests/request-store.ts'
import { eraseByRule, forgetDerived } from '../../src/retention/index.ts'
import { signInDemo } from '../accessibility/visitors.ts'
import { buildCorpus } from '../analysis/words/coded-corpus.ts'
import { buildPdf } from '../attachments/sample-files.ts'
import { fileComplaint, follow, type Filed } from '../cases/follow/followed-case.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { listNotices } from '../support/list-notices.ts'
import { readZip } from '../support/read-zip.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

const NOW = '2026-03-02T16:00:00Z'
const SECRET_WORDS = 'Esperé tres horas en la fila'

let test: TestSystem
let app: RunningApp
let manager: Visitor
let counter: Visitor
let administrationId: string
beforeAll(async () => {
  test = await openDemoBook({ now: NOW })
  app = await startApp(test.system)
  administrationId = (await getAdministrationBySlug(test.system.db, 'demo')).administrationId
  manager = await signInDemo(app, 'responsable')
  counter = await signInDemo(app, 'ventanilla')
}, 60_000)
afterAll(async () => {
  const { faults } = await verifyBook(test.system.db, administrationId)
  expect(faults).toEqual([])
  await app.close()
  await test.close()
})

const caseOf = async ({ caseNumber }: Filed) => {
  const item = await findCase(test.system.db, { administrationId, caseNumber })
  if (!item) throw new Error('The case is gone')
  return item
}

/** The person asks from the page of their case, and gets a number. */
async function ask(filed: Filed, right: string, details = '') {
  const person = await follow(app, filed)
  await person.get(`/seguimiento/${filed.caseNumber}/mis-datos`)
  await person.submit({ right, details, email: 'ana@correo.example' })
  return { person, number: person.page.path.split('/').at(-1)! }
}

const open = (visitor: Visitor, number: string) =>
  visitor.get(`/personal/demo/solicitudes/${number}`)

async function step(visitor: Visitor, number: string, name: string, words?: string) {
  await open(visitor, number)
  return visitor.submit(words === undefined ? {} : { words }, { form: `paso-${name}` })
}

async function grant(number: string) {
  await step(manager, number, 'begin')
  await step(manager, number, 'grant', 'Sí, así lo haremos.')
}

async function zipOf(visitor: Visitor, path: string) {
  const response = await visitor.request(path)
  expect(response.headers.get('content-type')).toContain('zip')
  return readZip(Buffer.from(await response.arrayBuffer()))
}

describe('A person who follows their case', () => {
  it('takes all of it away at once, and nothing of anybody else', async () => {
    const other = await fileComplaint(test.system, {
      person: { names: 'Berta', phone: '55 1111 2222' },
    })
    const filed = await fileComplaint(test.system)
    await manager.get(`/personal/demo/casos/${filed.caseNumber}`)
    const person = await follow(app, filed)
    const files = await zipOf(person, `/seguimiento/${filed.caseNumber}/llevarse`)
    const page = files.get('leame.html')!.toString()
    const data = files.get('datos.json')!.toString()
    for (const text of [page, data]) {
      expect(text).toContain('Robles')
      expect(text).toContain(SECRET_WORDS)
      expect(text).not.toContain('Berta')
      expect(text).not.toContain(other.caseNumber)
    }
    expect(page).toMatch(/2 de marzo de 2026: .+, 1 vez/)
    const account = await findAccountByEmail(test.system.db, 'responsable@demo.example')
    expect(page).not.toContain(account!.name)
  })

  it('takes what they sent with it, whole', async () => {
    const pdf = buildPdf()
    const body = new FormData()
    body.append('file', new File([pdf], 'recibo.pdf'))
    const address = `${app.url}/api/v1/administrations/demo/attachments`
    const sent = (await (await fetch(address, { method: 'POST', body })).json()) as { id: string }
    const filed = await fileComplaint(test.system, { attachments: [sent.id] })
    const person = await follow(app, filed)
    const files = await zipOf(person, `/seguimiento/${filed.caseNumber}/llevarse`)
    const path = `${filed.caseNumber}/01-recibo.pdf`
    expect(files.get(path)?.equals(pdf)).toBe(true)
    expect(files.get('leame.html')!.toString()).toContain(path)
  })

  it('asks to see their data, is told when it is answered, and downloads them once granted', async () => {
    const filed = await fileComplaint(test.system)
    const { person, number } = await ask(filed, 'access')
    expect(number).toMatch(/^DEMO-DP-2026-\d{4}$/)
    expect(person.page.text).toContain('Le respondemos a más tardar el 30 de marzo de 2026')
    await person.get(`/seguimiento/${filed.caseNumber}`)
    expect(person.page.text).toContain('Ver mis datos: Recibida')
    await grant(number)
    await person.get(`/seguimiento/datos/${number}`)
    expect(person.page.text).toContain('Sí, así lo haremos.')
    const files = await zipOf(person, `/seguimiento/datos/${number}/archivo`)
    expect(files.get('datos.json')!.toString()).toContain(SECRET_WORDS)
    const letters = await listNotices(test.system.db)
    const told = letters.filter(({ template }) => template === 'data_request_moved')
    expect(told.map(({ details }) => details['state'])).toEqual([
      'received',
      'in_review',
      'effective',
    ])
    expect(JSON.stringify(letters)).not.toContain('ana@correo')
  })

  it('is not shown to a stranger, nor without the secret', async () => {
    const { number } = await ask(await fileComplaint(test.system), 'access')
    const stranger = new Visitor(app)
    await stranger.get(`/seguimiento/datos/${number}`)
    expect(stranger.page.text).not.toContain('Recibida')
    await stranger.submit({ number, secret: 'AAAA-BBBB-CCCC-DDDD' })
    expect(stranger.page.status).toBe(422)
    expect(stranger.page.text).toContain('no coinciden')
  })

  it('has their name corrected, with a step in the history that says so', async () => {
    const filed = await fileComplaint(test.system)
    const { person, number } = await ask(filed, 'correction', 'Mi apellido es Robledo.')
    await grant(number)
    await open(manager, number)
    await manager.submit({ firstSurname: 'Robledo', sure: 'yes' }, { form: 'efecto' })
    expect(manager.page.text).toContain('Quedó cumplido')
    const { caseId } = await caseOf(filed)
    const now = await findPerson(test.system.db, administrationId, caseId)
    expect(now).toMatchObject({ names: 'Ana', firstSurname: 'Robledo', phone: '55 5555 1234' })
    await person.get(`/seguimiento/${filed.caseNumber}`)
    expect(person.page.text).toContain('Corregimos sus datos')
  })

  it('has everything erased, but not what is held as proof', async () => {
    const filed = await fileComplaint(test.system)
    const { number } = await ask(filed, 'erasure')
    await grant(number)
    await manager.get(`/personal/demo/casos/${filed.caseNumber}/conservacion`)
    await manager.submit({ reason: 'Hay un juicio.' })
    await open(manager, number)
    await manager.submit({ sure: 'yes' }, { form: 'efecto' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('conservados como prueba')
    expect((await caseOf(filed)).summary).not.toBe('')

    const free = await fileComplaint(test.system)
    const second = await ask(free, 'erasure')
    await grant(second.number)
    await open(manager, second.number)
    await manager.submit({ sure: 'yes' }, { form: 'efecto' })
    expect((await caseOf(free)).summary).toBe('')

    const rowOf = (asked: string) =>
      findRequest(test.system.db, { administrationId, requestNumber: asked })
    await eraseByRule(test.system, new Date('2026-03-15T16:00:00Z'))
    expect((await rowOf(second.number))?.answer).toBe('Sí, así lo haremos.')
    await eraseByRule(test.system, new Date('2026-03-17T16:00:00Z'))
    expect(await rowOf(second.number)).toMatchObject({
      ...{ state: 'effective', personName: '', email: null, answer: '', erasedOn: '2026-03-17' },
    })
    expect((await rowOf(number))?.email).toBe('ana@correo.example')
    await open(manager, second.number)
    expect(manager.page.text).toContain('Se borró quién pidió')
    expect(manager.page.text).not.toContain('ana@correo')
  })

  it('keeps their words out of every analysis, also out of those that read them before', async () => {
    const filed = await fileComplaint(test.system, { consents: { quotation: true } })
    const { caseId } = await caseOf(filed)
    expect(await listChosenTexts(test.system.db, administrationId, [caseId])).toHaveLength(1)
    const { corpus } = await buildCorpus(test.system)
    const gathered = async () => {
      const texts = await listTexts(test.system.db, corpus, { after: 0, limit: 100 })
      return texts.filter((text) => text.caseId === caseId).map(({ masked }) => masked)
    }
    expect(await gathered()).toEqual([expect.stringContaining(SECRET_WORDS)])
    const { number } = await ask(filed, 'opposition')
    await grant(number)
    await open(manager, number)
    await manager.submit({ sure: 'yes' }, { form: 'efecto' })
    expect(await listChosenTexts(test.system.db, administrationId, [caseId])).toEqual([])
    expect((await caseOf(filed)).quotation).toBe(false)
    await forgetDerived(test.system)
    expect(await gathered()).toEqual([''])
  })
})

describe('A request at the counter', () => {
  it('is followed with a number and a secret of its own, and waits for proof with its clock still', async () => {
    await counter.get('/personal/demo/solicitudes/nueva')
    await counter.submit({ right: 'erasure', personName: 'Julia Paz' })
    const [, number] = /(DEMO-DP-2026-\d{4})/.exec(counter.page.text)!
    const [, secret] = /([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})/.exec(counter.page.text)!
    await step(manager, number!, 'ask_proof', 'Traiga su credencial.')
    const person = new Visitor(app)
    await person.get('/seguimiento/datos')
    await person.submit({ number: number!, secret: secret! })
    expect(person.page.text).toContain('Traiga su credencial.')
    expect(person.page.text).toContain('Puede comprobarlo hasta el 16 de marzo de 2026')
    await step(counter, number!, 'prove')
    expect(counter.page.text).toContain('Se comprobó quién es')
    expect(counter.page.text).toContain('30 de marzo de 2026')
  })

  it('refuses a step on what somebody else moved meanwhile, and steps of those who may not', async () => {
    const { number } = await ask(await fileComplaint(test.system), 'access')
    await open(manager, number)
    const old = manager.page.forms.find(({ id }) => id === 'paso-deny')!
    await step(manager, number, 'begin')
    await manager.post(old.action, { ...Object.fromEntries(old.values), words: 'No.' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Alguien cambió la solicitud')
    await open(counter, number)
    const [name, token] = counter.page.forms[0]!.values.find(([field]) => field.startsWith('_'))!
    const fields = { [name]: token, step: 'deny', words: 'No.', seen: '2' }
    await counter.post(`/personal/demo/solicitudes/${number}/paso`, fields)
    expect(counter.page.status).toBe(403)
  })

  it('shows the control body its days, and not who asks', async () => {
    const { number } = await ask(await fileComplaint(test.system), 'correction', 'Soy Robledo.')
    const auditor = await signInDemo(app, 'auditoria')
    await open(auditor, number)
    expect(auditor.page.text).toContain('Responder hasta')
    expect(auditor.page.text).not.toContain('Robledo')
    expect(auditor.page.text).not.toContain('ana@correo')
  })

  it('is brought to mind when its day is near', async () => {
    const before = await listNotices(test.system.db)
    await remindOfRequests(test.system, new Date('2026-03-31T16:00:00Z'))
    const after = await listNotices(test.system.db)
    expect(after.length).toBeGreaterThan(before.length)
  })
})
