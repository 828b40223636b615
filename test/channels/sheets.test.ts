import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../src/administrations/index.ts'
import { fileCase } from '../../src/cases/index.ts'
import { printBlock } from '../../src/channels/sheets/actions/print-block.ts'
import { watchPiles } from '../../src/channels/sheets/actions/watch-piles.ts'
import { registerSheetEmails } from '../../src/channels/sheets/emails/sheets-waiting.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { openDeskHouse, type DeskHouse } from '../cases/working/desk-house.ts'
import { htmlProblems } from '../support/html-problems.ts'

const MONDAY = '2026-03-02T16:00:00Z'
const PAGE = '/personal/demo/hojas'

let house: DeskHouse
let accountId: string
beforeAll(async () => {
  house = await openDeskHouse()
  registerSheetEmails()
  accountId = (await findAccountByEmail(house.test.system.db, 'ventanilla@demo.example'))!.accountId
}, 60_000)
afterAll(() => house.close())
beforeEach(() => house.test.clockAt(MONDAY))

async function centro() {
  const book = await getBookRules(house.test.system, 'demo', new Date(MONDAY))
  const { administrationId } = book.administration
  const centreId = book.centres.find(({ slug }) => slug === 'centro')!.centreId
  return { administrationId, centreId }
}

const load = (sheetNumber: string) =>
  fileCase(
    house.test.system,
    {
      slug: 'demo',
      idempotencyKey: `load-${sheetNumber}`,
      filer: 'staff',
      origin: { sheetNumber, registeredBy: accountId },
      filing: {
        kind: 'suggestion',
        centre: 'centro',
        channel: 'paper',
        description: 'Pongan sillas en la sala.',
      },
    },
    new Date(MONDAY),
  )

describe('Blank sheets', () => {
  it('are printed in blocks of a series without gaps, also when many print at once', async () => {
    const about = { ...(await centro()), accountId, kind: null, languages: ['es'] }
    const blocks = await Promise.all(
      [3, 1, 5, 2, 4, 7, 6, 2].map((count) =>
        printBlock(house.test.system, { ...about, count }, new Date(MONDAY)),
      ),
    )
    const numbers = blocks
      .flatMap(({ firstNumber, lastNumber }) =>
        Array.from({ length: lastNumber - firstNumber + 1 }, (_, index) => firstNumber + index),
      )
      .sort((one, other) => one - other)
    expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  })

  it('come as a PDF that can be listened to, the same however often it is printed', async () => {
    const visitor = await house.signedIn('ventanilla')
    await visitor.get(PAGE)
    expect(visitor.page.text).toContain('Español + English')
    await visitor.submit({ count: '2', blockKind: 'complaint' }, { form: 'imprimir' })
    expect(visitor.page.text).toContain('Las hojas están listas')
    const link = visitor.page.links.find(({ href }) => href.endsWith('.pdf'))!
    expect(link.text).toBe('De HOJA-DEMO-000031 a HOJA-DEMO-000032')
    const pdf = await visitor.request(link.href)
    const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
    expect(bytes.startsWith('%PDF-1.7')).toBe(true)
    expect(bytes).toContain('/Marked true')
    expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(bytes).toContain('/Lang (es)')
    const manager = await house.signedIn('jefatura')
    expect((await manager.request(link.href)).status).toBe(200)
    const stranger = await house.signedIn('unidad')
    expect((await stranger.request(link.href)).status).toBe(403)
  })

  it.each([
    [{ count: '0' }, 'Escriba cuántas, de 1 a 100'],
    [{ count: '101' }, 'Escriba cuántas, de 1 a 100'],
    [{ blockCentre: 'norte' }, 'Elija una de sus oficinas'],
    [{ blockKind: 'nada' }, 'Elija un tipo de la lista'],
  ])('are refused for %j', async (fields, said) => {
    const visitor = await house.signedIn('ventanilla')
    await visitor.get(PAGE)
    await visitor.submit({ count: '2', ...fields })
    expect([visitor.page.status, visitor.page.text.includes(said)]).toEqual([422, true])
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })
})

describe('Written sheets that came in', () => {
  it('wait with their limit until they are in the book, and the next of the pile is offered', async () => {
    const visitor = await house.signedIn('ventanilla')
    await visitor.get(PAGE)
    await visitor.submit({ receivedOn: '2026-02-27', first: 'L-098', last: '100' })
    expect(visitor.page.text).toContain('3 hojas de Oficina Centro.')
    expect(visitor.page.text).toContain('Se cargan hasta el 3 de marzo de 2026')
    await visitor.get('/personal/demo/registrar?channel=paper')
    await visitor.submit(
      {
        kind: 'suggestion',
        sheetNumber: 'l-098',
        description: 'Más sillas, por favor.',
        answerBy: 'none',
      },
      { form: 'registro' },
    )
    const form = visitor.page.forms.find(({ id }) => id === 'registro')
    expect(Object.fromEntries(form?.values ?? [])['sheetNumber']).toBe('L-099')
    await visitor.get(PAGE)
    expect(visitor.page.text).toContain('2 hojas de Oficina Centro.')
    expect(visitor.page.text).toContain('L-099, L-100')
    await load('L-099')
    await load('L-100')
    expect((await visitor.get(PAGE)).text).toContain('No falta ninguna.')
  })

  it('are noted once', async () => {
    const visitor = await house.signedIn('ventanilla')
    await visitor.get(PAGE)
    await visitor.submit({ receivedOn: '2026-03-02', first: 'M-1', last: 'M-2' })
    await visitor.submit({ receivedOn: '2026-03-02', first: 'M-2', last: 'M-3' })
    expect(visitor.page.text).toContain('Alguna de esas hojas ya estaba anotada')
    await Promise.all(['M-1', 'M-2'].map(load))
  })

  it('are reminded of on their last day, and to the responsible too once it has passed, each once', async () => {
    const visitor = await house.signedIn('ventanilla')
    await visitor.get(PAGE)
    await visitor.submit({ receivedOn: '2026-02-27', first: 'N-1', last: 'N-3' })
    await house.letters()
    const watch = async (now: string) => {
      house.test.clockAt(now)
      await watchPiles(house.test.system, new Date(now))
      await watchPiles(house.test.system, new Date(now))
      return (await house.letters()).map(({ subject }) => subject ?? '')
    }
    expect(await watch('2026-03-02T18:00:00Z')).toEqual([])
    expect(await watch('2026-03-03T18:00:00Z')).toEqual([
      expect.stringContaining('Oficina Centro: 3 hojas de papel sin cargar'),
    ])
    await load('N-2')
    const late = await watch('2026-03-04T18:00:00Z')
    expect(late).toHaveLength(2)
    expect(late.every((one) => one.includes('2 hojas de papel sin cargar'))).toBe(true)
    await Promise.all(['N-1', 'N-3'].map(load))
    expect(await watch('2026-03-05T18:00:00Z')).toEqual([])
  })
})

describe('Paper and screen', () => {
  it('never collide: forty at once from the web and from the counter take numbers without gap', async () => {
    const { system } = house.test
    const now = new Date(MONDAY)
    const { caseNumber: before } = await load('Z-0')
    const onPaper = (index: number) =>
      fileCase(
        system,
        {
          slug: 'demo',
          idempotencyKey: `paper-${index}`,
          filer: 'staff',
          origin: { sheetNumber: `HOJA-DEMO-${index}`, registeredBy: accountId },
          filing: {
            kind: 'suggestion',
            centre: 'centro',
            channel: 'paper',
            description: 'Desde el libro de papel.',
          },
        },
        now,
      )
    const all = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? house.file() : onPaper(index))),
    )
    const numberOf = (caseNumber: string) => Number(caseNumber.slice('DEMO-2026-'.length))
    const numbers = all
      .map(({ caseNumber }) => numberOf(caseNumber))
      .sort((one, other) => one - other)
    const first = numberOf(before) + 1
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => first + index))
  }, 60_000)
})
