import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import {
  decryptFile,
  fromBase64url,
  newEpoch,
  type Directory,
  type FileKey,
} from '../../../src/corruption-reports/sealing/index.ts'
import { writeNotice } from '../../../src/corruption-reports/epoch-notice.ts'
import { insertEpoch } from '../../../src/corruption-reports/epoch-store.ts'
import { insertSlots } from '../../../src/corruption-reports/slot-store.ts'
import { getReport, updateReport } from '../../../src/corruption-reports/report-store.ts'
import { requireSealed } from '../../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { Visitor } from '../../support/visitor.ts'
import { foundDirectory, type FoundMember } from '../found-directory.ts'
import { readAs } from '../read-as.ts'
import { readUpload } from '../read-upload.ts'
import { dialogueAs, writeAs } from '../write-as.ts'

let demo: DemoApp
let administrationId: string
let officer: FoundMember
let directory: Directory
let everybody: readonly FoundMember[]
let words: string
let hash: string

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  const founded = await foundDirectory(system, administrationId)
  directory = founded.directory
  everybody = founded.members
  officer = everybody[0]!
  const visitor = new Visitor(demo.app)
  await visitor.post('/demo/denuncia', { page: 'form' })
  const { html } = await visitor.submit({ narration: 'Pide dinero por una licencia' })
  hash = hashIn(html)
  words = [...html.matchAll(/<li>(\S+)<\/li>/gu)].map(([, word]) => word).join(' ')
})
afterAll(() => demo.close())

const named = (name: string) => everybody.find((one) => one.name === name)!
const opened = async () => (await readAs(demo.test.system, administrationId, officer))[0]!

const hashIn = (html: string) => html.match(/(?:[0-9a-f]{4} ){15}[0-9a-f]{4}/)?.[0] ?? ''

async function comeBack(typed: string): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/demo/denuncia/seguimiento')
  await visitor.submit({ words: typed })
  return visitor
}

describe('Coming back without JavaScript', () => {
  it('opens the dialogue with ten words, whatever their accents and capitals', async () => {
    const typed = words.toUpperCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
    const { page, cookies } = await comeBack(typed)
    expect(page.heading).toBe('Su denuncia')
    expect(page.text).toContain('Recibida el 2 de marzo de 2026')
    expect(page.text).not.toContain('licencia')
    expect(page.html).not.toContain(words.split(' ')[0])
    expect(await htmlProblems(page.html)).toEqual([])
    expect(cookies.size).toBe(0)
  })

  it('shows the fingerprint of the receipt to whoever wrote down only the words', async () => {
    expect(hash).toHaveLength(79)
    expect(hashIn((await comeBack(words)).page.html)).toBe(hash)
  })

  it('says what is wrong with words that cannot be, and no more of others', async () => {
    expect((await comeBack('uno dos')).page.text).toContain('Usted escribió 2')
    const changed = words.split(' ').toReversed().join(' ')
    expect((await comeBack(changed)).page.text).toContain('No encontramos una denuncia')
    expect((await comeBack(words.replace(/\S+$/, 'xilófago'))).page.text).toContain('número 10')
  })

  it('carries messages both ways, and a file that the officer can open', async () => {
    const { system } = demo.test
    await writeAs(system, administrationId, await opened(), '¿Qué día fue?')
    const visitor = await comeBack(words)
    expect(visitor.page.text).toContain('¿Qué día fue?')
    const page = await visitor.submit(
      { message: 'Fue el lunes', files: new File(['prueba secreta'], 'ñandú.txt') },
      { button: 'Enviar' },
    )
    expect(page.text).toContain('Fue el lunes')
    expect(page.text).toContain('Archivo: ñandú.txt')
    expect(await htmlProblems(page.html)).toEqual([])
    const { messages } = await dialogueAs(system, administrationId, await opened())
    const body = messages.at(-1)?.body as { text: string; files: FileKey[] }
    expect(body.text).toBe('Fue el lunes')
    const [file] = body.files
    const sealed = await readUpload(system, administrationId, file!.id)
    expect(sealed.toString('latin1')).not.toContain('secreta')
    const plain: Uint8Array[] = []
    for await (const chunk of decryptFile(fromBase64url(file!.key), file!.length, [sealed]))
      plain.push(chunk)
    expect(Buffer.concat(plain).toString()).toBe('prueba secreta')
  })

  it('goes on after a conflict was found and the readers changed', async () => {
    const { system } = demo.test
    const before = await opened()
    const { sealed, notice } = newEpoch(
      before,
      {
        directory,
        out: { marks: before.content.marks, struck: [named('Bruno Salas').id] },
        officer,
      },
      (length) => randomBytes(length),
    )
    await inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
      const report = await getReport(tx, before.id)
      await insertEpoch(tx, report, {
        epoch: 2,
        beganOn: '2026-03-02',
        directory: sealed.directory,
        contentPub: sealed.contentKey,
        actionPub: sealed.actionKey,
        content: sealed.content,
        forReporter: writeNotice(notice),
        begunBy: null,
      })
      const places = sealed.slots.map(({ member, box }) => ({ memberId: member, blob: box }))
      await insertSlots(
        tx,
        report,
        places.map((place) => ({ ...place, epoch: 2, purpose: 'read' as const })),
      )
      await updateReport(tx, report, { epoch: 2 })
    })
    const visitor = await comeBack(words)
    await visitor.submit({ message: 'Y que no lo lea Bruno' }, { button: 'Enviar' })
    expect(visitor.page.text).toContain('Fue el lunes')
    expect(visitor.page.text).toContain('Y que no lo lea Bruno')
    const after = await opened()
    expect(after.epoch).toBe(2)
    expect(await readAs(system, administrationId, named('Bruno Salas'))).toEqual([])
  })

  it('takes a name later, which the words then no longer open', async () => {
    const visitor = await comeBack(words)
    const page = await visitor.submit(
      { names: 'Ana Ñúñez', contact: '' },
      { button: 'Dar mi nombre' },
    )
    expect(page.text).toContain('Su nombre está guardado bajo otra llave')
    expect(page.text).not.toContain('Ana Ñúñez')
    expect((await comeBack(words)).page.text).toContain('Su nombre está guardado bajo otra llave')
  })

  it('takes what is said while something is missing for what is missing', async () => {
    const { system } = demo.test
    await inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
      const report = await getReport(tx, (await opened()).id)
      await updateReport(tx, report, { state: { state: 'awaiting_correction', on: '2026-03-02' } })
    })
    const visitor = await comeBack(words)
    expect(visitor.page.text).toContain('Falta algo')
    const page = await visitor.submit({ message: 'Era la ventanilla 3' }, { button: 'Enviar' })
    expect(page.text).toContain('En revisión')
    expect(page.text).toContain('Llegó lo que faltaba')
  })

  it('lets the person withdraw', async () => {
    const visitor = await comeBack(words)
    const page = await visitor.submit({}, { form: 'withdrawal' })
    expect(page.text).toContain('Usted retiró esta denuncia')
  })

  it('asks for the words again after half an hour', async () => {
    const visitor = await comeBack(words)
    demo.test.clockAt('2026-03-02T16:31:00Z')
    const page = await visitor.submit({ message: 'Tarde' }, { button: 'Enviar' })
    expect(page.text).toContain('Pasó media hora')
    demo.test.clockAt('2026-03-02T16:00:00Z')
  })
})

describe('Another system that comes back', () => {
  it('reads state and messages with the whole receipt in the body', async () => {
    const ask = (receipt: string) =>
      fetch(`${demo.app.url}/api/v1/administrations/demo/corruption-reports/dialogue`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ receipt }),
      })
    const answer = await ask(words)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      messages: ['office', 'reporter', 'reporter', 'reporter'].map((from) => ({ from })),
    })
    const unknown = await ask(words.split(' ').toReversed().join(' '))
    expect(unknown.status).toBe(404)
    expect(await unknown.json()).toMatchObject({ code: 'not_found' })
  })
})
