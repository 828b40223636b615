import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../src/audit/index.ts'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { findCase, findOrigin } from '../../src/cases/index.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { openDeskHouse, type DeskHouse } from '../cases/working/desk-house.ts'
import type { Fields, Visitor } from '../support/visitor.ts'

const MONDAY = '2026-03-02T16:00:00Z'
const PAGE = '/personal/demo/registrar'

let house: DeskHouse
beforeAll(async () => {
  house = await openDeskHouse()
}, 60_000)
afterAll(() => house.close())
beforeEach(() => house.test.clockAt(MONDAY))

const SHEET: Fields = {
  channel: 'paper',
  handedDate: '2026-02-27',
  handedTime: '09:30',
  kind: 'complaint',
  description: 'No había quien atendiera en la caja.',
  names: 'Rosa',
  firstSurname: 'Peña',
  answerBy: 'pickup',
}

async function atTheCounter(name = 'ventanilla'): Promise<Visitor> {
  const visitor = await house.signedIn(name)
  await visitor.get(PAGE)
  return visitor
}

async function register(visitor: Visitor, fields: Fields = {}) {
  return visitor.submit({ ...SHEET, ...fields }, { form: 'registro' })
}

const numberOn = (visitor: Visitor) => /DEMO-2026-\d{6}/.exec(visitor.page.text)?.[0] ?? ''

async function stored(caseNumber: string) {
  const { administrationId } = await getAdministrationBySlug(house.test.system.db, 'demo')
  const item = await findCase(house.test.system.db, { administrationId, caseNumber })
  if (!item) throw new Error(`no ${caseNumber}`)
  return { item, origin: await findOrigin(house.test.system.db, item) }
}

describe('Whoever registers for others', () => {
  it('files with channel, hour, sheet and person, and is given number, secret and receipt', async () => {
    const visitor = await atTheCounter()
    await register(visitor, { sheetNumber: ' a-17 ', documentType: 'ine', documentNumber: '123' })
    // the document is not one of this regime: nothing is lost
    expect(visitor.page.status).toBe(422)
    await register(visitor, { sheetNumber: ' a-17 ', documentType: '', documentNumber: '' })
    expect(visitor.page.text).toContain('Registrado')
    const number = numberOn(visitor)
    const { item, origin } = await stored(number)
    expect(item).toMatchObject({ channel: 'paper', answerBy: 'pickup', dueOn: '2026-03-20' })
    expect(origin).toMatchObject({
      sheetNumber: 'A-17',
      handedOverAt: new Date('2026-02-27T15:30:00Z'),
      loadDueOn: '2026-03-03',
      loadDaysLate: null,
    })
    expect(visitor.page.text).toMatch(/Clave [0-9A-Z]{4}(-[0-9A-Z]{4}){3}/)
    const pdf = await visitor.request(`${PAGE}/${number}/constancia.pdf`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  it('has at once the empty form again, with channel, office and day of the pile', async () => {
    const visitor = await atTheCounter()
    await register(visitor)
    const form = visitor.page.forms.find(({ id }) => id === 'registro')
    const values = Object.fromEntries(form?.values ?? [])
    expect(values).toMatchObject({ channel: 'paper', centre: 'centro', handedDate: '2026-02-27' })
    expect([values['description'], values['names'], values['handedTime']]).toEqual(['', '', ''])
  })

  it('keeps everything typed, and the scan, when something is missing', async () => {
    const visitor = await atTheCounter()
    const scan = new File([PNG], 'hoja.png', { type: 'image/png' })
    await register(visitor, { description: '', handedTime: '25:00', scan })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba lo que dice la persona')
    expect(visitor.page.text).toContain('Escriba la hora así: 09:30')
    expect(visitor.page.text).toContain('Ya guardamos: hoja.png')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    await register(visitor, { names: 'Rosa' })
    expect(visitor.page.text).toContain('Registrado')
    const number = numberOn(visitor)
    await visitor.get(`/personal/demo/casos/${number}`)
    expect(visitor.page.text).toContain('hoja.png')
  })

  it.each([
    [{ handedDate: '2026-03-03' }, 'Escriba un día que ya pasó'],
    [{ handedDate: '2025-01-02' }, 'Es de hace más de un año'],
    [{ handedDate: '2026-02-30' }, 'Ese día no existe'],
    [{ handedDate: '2026-03-02', handedTime: '23:00' }, 'Esa hora todavía no llega'],
    [{ handedTime: '' }, 'Escriba la hora que dice la hoja'],
    [{ channel: 'web' }, 'Elija el canal'],
    [{ centre: 'norte' }, 'Elija una de sus oficinas'],
    [{ answerBy: 'email', email: 'a@b.example' }, 'marque que la persona lo acepta'],
    [{ sheetNumber: 'X'.repeat(41) }, 'El número de la hoja es muy largo'],
  ])('is told what is wrong with %j', async (fields, said) => {
    const visitor = await atTheCounter()
    await register(visitor, fields)
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain(said)
  })

  it('is told as which case a sheet is already in the book', async () => {
    const visitor = await atTheCounter()
    await register(visitor, { sheetNumber: 'B-1' })
    const first = numberOn(visitor)
    await register(visitor, { sheetNumber: 'b-1' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain(`Esa hoja ya está en el libro como ${first}`)
  })

  it('sees by when paper had to be typed, and how late it is, which is recorded', async () => {
    const visitor = await atTheCounter()
    await visitor.get(`${PAGE}?handedDate=2026-02-20&channel=paper`)
    expect(visitor.page.text).toContain(
      'Debía cargarse hasta el 24 de febrero de 2026: va con 4 días hábiles de atraso',
    )
    await register(visitor, { handedDate: '2026-02-20' })
    expect(visitor.page.text).toContain('Se cargó con 4 días hábiles de atraso')
    const { origin } = await stored(numberOn(visitor))
    expect(origin).toMatchObject({ loadDueOn: '2026-02-24', loadDaysLate: 4 })
    await visitor.get(`/personal/demo/casos/${numberOn(visitor)}`)
    expect(visitor.page.text).toContain('debía cargarse hasta el 24 de febrero de 2026')
  })

  it('registers once what is sent twice, and never loses the next sheet typed over it', async () => {
    const visitor = await atTheCounter()
    const key = Object.fromEntries(visitor.page.forms.find(({ id }) => id === 'registro')!.values)
    const again = { ...SHEET, entry: key['entry']!, centre: 'centro' }
    await register(visitor)
    const first = numberOn(visitor)
    await register(visitor, again)
    expect(numberOn(visitor)).toBe(first)
    await register(visitor, { ...again, description: 'Otra hoja, con otra cosa.' })
    expect(visitor.page.text).toContain(`ya se había registrado como ${first}`)
    expect(visitor.page.html).toContain('Otra hoja, con otra cosa.')
    await register(visitor, { description: 'Otra hoja, con otra cosa.' })
    expect(numberOn(visitor)).not.toBe(first)
  })
})

describe('Open cases of the same person', () => {
  const ANA = { documentType: 'curp', documentNumber: 'PEXR800101MDFRXS09' }

  it('are shown before another is registered, with everything typed; the look is recorded', async () => {
    const visitor = await atTheCounter()
    await register(visitor, ANA)
    const first = numberOn(visitor)
    await register(visitor, { ...ANA, documentNumber: 'pexr 800101 mdfrxs09' })
    expect(visitor.page.text).toContain('Esta persona ya tiene un caso abierto en esta oficina')
    expect(visitor.page.links.map(({ href }) => href)).toContain(`/personal/demo/casos/${first}`)
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    const { item } = await stored(first)
    const looks = await listAuditLines(house.test.system.db, { caseId: item.caseId })
    expect(looks.map(({ action }) => action)).toContain('looked_at_similar_case')
    await visitor.submit({}, { form: 'registro' })
    expect(visitor.page.text).toContain('Registrado')
    expect(numberOn(visitor)).not.toBe(first)
  })

  it('are found by telephone and e-mail too, and never those that the clerk may not see', async () => {
    await house.file({
      person: { names: 'Eva', phone: '+52 55 8888 1111', firstSurname: 'Luz' },
      answerBy: 'pickup',
    })
    await house.file({
      person: { names: 'Eva', email: 'eva@correo.example', firstSurname: 'Luz' },
      description: 'El inspector me pidió una mordida de 500 pesos para no clausurar.',
    })
    const visitor = await atTheCounter()
    await register(visitor, { phone: '5588881111' })
    expect(visitor.page.text).toContain('ya tiene un caso abierto')
    await visitor.get(PAGE)
    await register(visitor, { email: 'EVA@correo.example' })
    expect(visitor.page.text).toContain('Registrado')
  })
})

describe('The counter', () => {
  it('is for those who register, and for nobody else', async () => {
    for (const name of ['responsable', 'alterno', 'jefatura']) {
      expect((await atTheCounter(name)).page.status).toBe(200)
    }
    for (const name of ['unidad', 'auditoria']) {
      expect((await atTheCounter(name)).page.status).toBe(403)
    }
  })

  it.each(['es', 'en'])(
    'has sound markup and says what to say on the telephone, in %s',
    async (language) => {
      const visitor = await atTheCounter()
      await visitor.get(`${PAGE}?lang=${language}`)
      expect(await htmlProblems(visitor.page.html)).toEqual([])
      expect(visitor.page.text).toContain(language === 'es' ? 'Qué decir' : 'What to say')
      expect(visitor.page.text).toContain('Municipio de Tres Jacarandas')
    },
  )
})

describe('The receipt of the counter', () => {
  it('is given only to whoever registered, and only for a day', async () => {
    const visitor = await atTheCounter()
    await register(visitor)
    const path = `${PAGE}/${numberOn(visitor)}/constancia.pdf`
    const other = await atTheCounter('responsable')
    expect((await other.request(path)).status).toBe(404)
    expect((await other.get(`${PAGE}?listo=${numberOn(visitor)}`)).text).not.toContain('Clave')
    house.test.clockAt('2026-03-03T16:01:00Z')
    const later = await atTheCounter()
    expect((await later.request(path)).status).toBe(404)
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
