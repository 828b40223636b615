import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules, insertMark, wearMark } from '../../src/administrations/index.ts'
import { deliverNotices } from '../../src/notices/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import { queueLetter, registerTestLetters } from './test-letters.ts'

const LETTER = '/personal/demo/avisos/textos/case_received/es'
const FORM = { form: '/es' }

let house: TestSystem
let app: RunningApp
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await startMailbox()
  house = await openDemoBook({ env: { SMTP_URL: mailbox.url } })
  app = await startApp(house.system)
  registerTestLetters()
})
afterAll(async () => {
  await app.close()
  await house.close()
  await mailbox.close()
})

async function signIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

describe('A letter', () => {
  it('wears the mark of its administration, by its whole address', async () => {
    const { system } = house
    const { administration } = await getBookRules(system, 'demo', system.clock())
    const { administrationId } = administration
    const markId = '0b5e8a4e-0000-4000-8000-000000000001'
    await inTransaction(system.db, async (tx) => {
      await insertMark(tx, administrationId, { markId, picture: Buffer.from('a mark') })
      await wearMark(tx, administrationId, markId)
    })
    const { address } = await queueLetter(system, administrationId)
    await deliverNotices(system)
    const letter = mailbox.letters.find(({ to }) => to?.[0]?.address === address)
    const whole = new URL(`/demo/insignia/${markId}`, system.config.baseUrl).href
    expect(letter?.html).toContain(`<img src="${whole}" alt=""`)
    await inTransaction(system.db, (tx) => wearMark(tx, administrationId, null))
  })
})

describe('The words of a letter', () => {
  it('are changed on screen for the letters that are queued from then on, and undone', async () => {
    const now = house.system.clock()
    const { administration } = await getBookRules(house.system, 'demo', now)
    const { administrationId } = administration
    const before = await queueLetter(house.system, administrationId)
    house.clockAt(new Date(now.getTime() + 60_000))
    const visitor = await signIn('responsable')
    const page = await visitor.get(LETTER)
    expect(await htmlProblems(page.html)).toEqual([])
    const done = await visitor.submit({ lead: 'Gracias, vecina. Guarde esto.' }, FORM)
    expect(done.text).toContain('El texto quedó guardado.')
    const after = await queueLetter(house.system, administrationId)
    await deliverNotices(house.system)
    const textTo = (address: string) =>
      mailbox.letters.find(({ to }) => to?.[0]?.address === address)?.text
    expect(textTo(before.address)).toContain('Gracias por escribirnos.')
    expect(textTo(after.address)).toContain('Gracias, vecina. Guarde esto.')
    const list = await visitor.get('/personal/demo/avisos/textos')
    expect(list.text).toMatch(/Comprobante Español ?: Comprobante ?Con texto propio/)
    await visitor.get('/personal/demo/cambios')
    await visitor.submit({}, { form: 'deshacer' })
    expect((await visitor.get(`${LETTER}/pagina`)).text).toContain('Gracias por escribirnos.')
  })

  it('are refused without what must be there, with what was typed', async () => {
    const visitor = await signIn('responsable')
    await visitor.get(LETTER)
    await visitor.submit({ due: 'Pronto le diremos.', lead: '' }, FORM)
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Falta {date} en el texto.')
    expect(visitor.page.text).toContain('Escriba este texto.')
    const form = visitor.page.forms.find(({ names }) => names.has('due'))
    expect(form?.values).toContainEqual(['due', 'Pronto le diremos.'])
    const token = form!.values.find(([name]) => name === '_token')![1]
    const looked = await visitor.post(`${LETTER}/pagina`, { due: 'Pronto.', _token: token })
    expect([looked.status, looked.text]).toEqual([422, expect.stringContaining('Falta {date}')])
  })

  it('are looked at before they are kept, as page and as text', async () => {
    const visitor = await signIn('admin')
    const { forms } = await visitor.get(LETTER)
    const token = forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    const typed = { lead: 'Hola <b>vecina</b>.', _token: token }
    const page = await visitor.post(`${LETTER}/pagina`, typed)
    expect(page.html).toContain('Hola &lt;b&gt;vecina&lt;/b&gt;.')
    const text = await visitor.post(`${LETTER}/pagina`, { ...typed, form: 'text' })
    expect(text.html).toContain('Hola <b>vecina</b>.')
    expect((await visitor.get(`${LETTER}/pagina`)).html).not.toContain('vecina')
  })

  it('go as a trial to whoever asks, marked as one, with invented data', async () => {
    const visitor = await signIn('responsable')
    await visitor.get(LETTER)
    mailbox.letters.length = 0
    await visitor.submit({}, { form: 'prueba' })
    expect(visitor.page.text).toContain('La prueba va en camino a su correo.')
    await deliverNotices(house.system)
    expect(mailbox.letters.map(({ to, subject }) => [to?.[0]?.address, subject])).toEqual([
      ['responsable@demo.example', 'PRUEBA. Caso DEMO-2026-000123: lo recibimos'],
    ])
  })

  it('of sealed reports and of letters that do not exist are nobody’s to change', async () => {
    const visitor = await signIn('admin')
    for (const path of ['something_to_see/es', 'nothing/es', 'case_received/xx']) {
      expect((await visitor.get(`/personal/demo/avisos/textos/${path}`)).status).toBe(404)
    }
    const handler = await signIn('unidad')
    expect((await handler.get(LETTER)).status).toBe(403)
    expect((await handler.get('/personal/demo/avisos/textos')).status).toBe(403)
  })
})
