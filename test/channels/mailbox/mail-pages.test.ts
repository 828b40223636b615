import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { listAuditLines } from '../../../src/audit/index.ts'
import { findCase, findOrigin } from '../../../src/cases/index.ts'
import { takeMessage } from '../../../src/channels/index.ts'
import { openDeskHouse, type DeskHouse } from '../../cases/working/desk-house.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import type { Visitor } from '../../support/visitor.ts'
import { message, withFiles } from './messages.ts'

const LIST = '/personal/demo/correo'
const CAME = new Date('2026-02-27T23:30:40Z')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let house: DeskHouse
let administrationId: string
beforeAll(async () => {
  house = await openDeskHouse()
  house.test.clockAt('2026-03-02T16:00:00Z')
  administrationId = (await getAdministrationBySlug(house.test.system.db, 'demo')).administrationId
}, 60_000)
afterAll(() => house.close())

async function arrive(raw: Buffer): Promise<void> {
  const { system } = house.test
  await takeMessage(system, { raw, receivedAt: CAME, slug: null }, system.clock())
}

async function reading(subject: string): Promise<Visitor> {
  const visitor = await house.signedIn('ventanilla')
  await visitor.get(LIST)
  expect(await htmlProblems(visitor.page.html)).toEqual([])
  await visitor.click(subject)
  return visitor
}

const numberOn = (visitor: Visitor) => /DEMO-2026-\d{6}/.exec(visitor.page.text)?.[0] ?? ''

describe('Whoever reads the mailbox', () => {
  it('registers a message with its files; it counts from when the mail came', async () => {
    await arrive(
      withFiles(
        [
          { name: 'calle.png', type: 'image/png', content: PNG },
          { name: 'virus.exe', type: 'image/png', content: Buffer.from('MZ\u0090\u0000\u0003') },
        ],
        { Subject: 'Sin agua' },
        'Hola <script>alert(1)</script>',
      ),
    )
    // longer than files wait for a filing
    house.test.clockAt('2026-03-04T16:00:00Z')
    const visitor = await reading('Sin agua')
    expect(visitor.page.text).toContain('ana@correo.example')
    expect(visitor.page.html).toContain('&lt;script&gt;alert(1)')
    expect(visitor.page.text).toContain('virus.exe')
    expect(await htmlProblems(visitor.page.html)).toEqual([])

    await visitor.submit({}, { form: 'registrar' })
    const form = visitor.page.forms.find(({ id }) => id === 'registro')
    const values = Object.fromEntries(form?.values ?? [])
    expect(values).toMatchObject({
      channel: 'email',
      handedDate: '2026-02-27',
      handedTime: '17:30',
      names: 'Ana Robles',
      email: 'ana@correo.example',
      description: 'Sin agua\n\nHola <script>alert(1)</script>',
      answerBy: '',
    })
    expect(values['electronicNotice']).toBeUndefined()
    expect(visitor.page.text).toContain('Ya guardamos: calle.png')
    expect(visitor.page.text).toContain('no se pueden aceptar: virus.exe')

    const typed = { kind: 'complaint', names: 'Ana', firstSurname: 'Robles', answerBy: 'pickup' }
    await visitor.submit({ ...typed, handedTime: '08:00' }, { form: 'registro' })
    expect(visitor.page.text).toContain('Registrado')
    const caseNumber = numberOn(visitor)
    const item = await findCase(house.test.system.db, { administrationId, caseNumber })
    expect(item).toMatchObject({ channel: 'email' })
    const origin = item && (await findOrigin(house.test.system.db, item))
    expect(origin?.handedOverAt).toEqual(CAME)
    await visitor.get(`/personal/demo/casos/${caseNumber}`)
    expect(visitor.page.text).toContain('calle.png')
    await visitor.get(LIST)
    expect(visitor.page.text).not.toContain('Sin agua')
    await visitor.get(`${LIST}?estado=filed`)
    expect(visitor.page.text).toContain(caseNumber)
    const looks = await listAuditLines(house.test.system.db, { administrationId })
    expect(looks.map(({ action }) => action)).toContain('looked_at_mail')
  })

  it('dismisses with a reason, and brings back', async () => {
    await arrive(message({ Subject: 'Gane dinero' }))
    const visitor = await reading('Gane dinero')
    await visitor.submit({}, { form: 'descartar' })
    expect([visitor.page.status, visitor.page.text]).toEqual([
      422,
      expect.stringContaining('Elija por qué lo descarta'),
    ])
    await visitor.submit({ reason: 'spam' }, { form: 'descartar' })
    expect(visitor.page.text).toContain('quedó descartado')
    expect(visitor.page.text).not.toContain('Gane dinero')
    await visitor.get(`${LIST}?estado=dismissed`)
    await visitor.click('Gane dinero')
    await visitor.submit({}, { form: 'devolver' })
    expect(visitor.page.text).toContain('Gane dinero')
  })

  it('adds a reply to the case that it names, and nothing to a case that does not exist', async () => {
    const receipt = await house.file()
    await arrive(message({ Subject: `Re: Su caso ${receipt.caseNumber}` }, 'Mando el recibo.'))
    const visitor = await reading(receipt.caseNumber)
    await visitor.submit({ caseNumber: 'DEMO-2026-999999' }, { form: 'agregar' })
    expect(visitor.page.text).toContain('No hay un caso con ese número')
    await visitor.submit({ caseNumber: receipt.caseNumber }, { form: 'agregar' })
    expect(visitor.page.text).toContain('quedó en el caso')
    const { history } = await house.status(receipt)
    expect(history.map(({ event }) => event)).toContain('information_added')
  })

  it('is of the counter or answers for the book', async () => {
    const auditor = await house.signedIn('unidad')
    expect((await auditor.get(LIST)).status).toBe(403)
  })
})
