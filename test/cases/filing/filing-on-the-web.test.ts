import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { expireDrafts } from '../../../src/cases/actions/expire-drafts.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { codesOn, complainUntil } from './way.ts'

const MONDAY = '2026-03-02T16:00:00Z'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ now: MONDAY })
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})
beforeEach(() => test.clockAt(MONDAY))

async function countCases(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from cases`.execute(test.system.db)
  return rows[0]?.n ?? 0
}

async function draftsHolding(words: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from filing_drafts where answers::text like ${`%${words}%`}
  `.execute(test.system.db)
  return rows[0]?.n ?? 0
}

describe('A complaint on the web', () => {
  it('goes question by question to a receipt with number, secret and date', async () => {
    const visitor = new Visitor(app)
    const seen = [(await visitor.get('/demo/nuevo')).heading]
    const go = async (...sent: Parameters<Visitor['submit']>) => {
      const page = await visitor.submit(...sent)
      seen.push(page.heading)
      return page
    }
    await go({ kind: 'complaint' })
    await go({ description: 'Esperé tres horas y nadie me atendió.' })
    await go({ centre: 'centro', 'service-centro': 'predial' })
    await go({ day: 'other', 'date-day': '27', 'date-month': '2', 'date-year': '2026' })
    await go({}, { button: 'next' })
    await go({ answerBy: 'email', email: 'ana@example.org', electronicNotice: 'yes' })
    const check = await go({ names: 'Ana', firstSurname: 'Núñez' })
    expect(check.text).toContain('27 de febrero de 2026')
    const receipt = await go({})
    expect(seen).toEqual([
      '¿Qué nos quiere decir?',
      '¿Qué pasó?',
      '¿Dónde fue?',
      '¿Cuándo fue?',
      '¿Tiene fotos o papeles que ayuden?',
      '¿Cómo quiere la respuesta?',
      '¿Quién escribe?',
      'Revise antes de enviar',
      'Recibimos lo que nos dijo',
    ])
    const { number, secret } = codesOn(receipt)
    expect(receipt.path).toBe(`/seguimiento/${number}/constancia`)
    expect(secret).not.toBe('')
    expect(receipt.text).toContain('Le respondemos a más tardar el 23 de marzo de 2026')
    const letters = await sql<{ n: number }>`
      select count(*) as n from notices where template = 'case_received'`.execute(test.system.db)
    expect(letters.rows[0]?.n).toBe(1)
  })

  it('says on every page how far it is', async () => {
    const visitor = await complainUntil(app, 'cuando')
    expect(visitor.page.text).toContain('Paso 4 de 8')
  })

  it('shows earlier answers to who goes back', async () => {
    const visitor = await complainUntil(app, 'cuando')
    await visitor.click('Volver')
    expect(visitor.page.path).toBe('/demo/nuevo/donde')
    expect(visitor.page.forms.flatMap(({ values }) => values)).toEqual(
      expect.arrayContaining([
        ['centre', 'centro'],
        ['service-centro', 'predial'],
        ['place', 'Ventanilla 2'],
      ]),
    )
  })

  it('offers the windows of the offices while the exact place is typed', async () => {
    const { page } = await complainUntil(app, 'donde')
    expect(page.html).toMatch(/<input[^>]*list="windows"/)
    expect(page.html).toContain('<option value="Ventanilla única">')
  })

  it('lets nobody get ahead of an open question', async () => {
    const visitor = await complainUntil(app, 'donde')
    expect((await visitor.get('/demo/nuevo/revise')).path).toBe('/demo/nuevo/donde')
  })

  it('comes back to the check when an answer is changed there', async () => {
    const visitor = await complainUntil(app, 'revise')
    await visitor.get('/demo/nuevo/cuando?cambiar=1')
    const page = await visitor.submit({ day: 'today' })
    expect(page.path).toBe('/demo/nuevo/revise')
    expect(page.text).toContain('2 de marzo de 2026')
  })

  it('keeps what was written when the language changes on the way', async () => {
    const visitor = await complainUntil(app, 'revise')
    await visitor.click('English')
    expect(visitor.page.heading).toBe('Check before you send')
    expect(visitor.page.text).toContain('Esperé tres horas')
    await visitor.submit({})
    expect(visitor.page.heading).toBe('We have received what you told us')
  })

  it('is one case however often it is sent', async () => {
    const visitor = await complainUntil(app, 'revise')
    const form = visitor.page.forms.find(({ names }) => names.has('draft'))
    const before = await countCases()
    const body = () => new URLSearchParams(form?.values ?? [])
    const answers = await Promise.all(
      [1, 2, 3].map(() => visitor.request('/demo/nuevo/revise', { method: 'POST', body: body() })),
    )
    const again = await visitor.request('/demo/nuevo/revise', { method: 'POST', body: body() })
    const places = [...answers, again].map(({ headers }) => headers.get('location'))
    expect(new Set(places).size).toBe(1)
    expect(await countCases()).toBe(before + 1)
    expect((await visitor.get(places[0] ?? '')).heading).toBe('Recibimos lo que nos dijo')
  })

  it('is read over again when another window changed it', async () => {
    const visitor = await complainUntil(app, 'revise')
    const form = visitor.page.forms.find(({ names }) => names.has('draft'))
    await visitor.get('/demo/nuevo/que-paso')
    await visitor.submit({ description: 'Otra cosa muy distinta.' })
    const page = await visitor.post('/demo/nuevo/revise', Object.fromEntries(form?.values ?? []))
    expect(page.status).toBe(422)
    expect(page.text).toContain('Algo cambió en otra ventana')
    expect(page.text).toContain('Otra cosa muy distinta.')
  })

  it('leaves nothing of itself in the draft once it is sent', async () => {
    const visitor = await complainUntil(app, 'revise', {
      description: 'Palabras sin segunda copia.',
    })
    expect(await draftsHolding('sin segunda copia')).toBe(1)
    await visitor.submit({})
    expect(await draftsHolding('sin segunda copia')).toBe(0)
  })

  it('is forgotten after three days without sending', async () => {
    const visitor = await complainUntil(app, 'revise', { description: 'Nunca lo envié.' })
    test.clockAt('2026-03-05T15:59:00Z')
    await expireDrafts(test.system, test.system.clock())
    expect(await draftsHolding('Nunca lo envié')).toBe(1)
    test.clockAt('2026-03-05T16:01:00Z')
    await expireDrafts(test.system, test.system.clock())
    expect(await draftsHolding('Nunca lo envié')).toBe(0)
    const page = await visitor.get('/demo/nuevo/revise')
    expect(page.text).toContain('No encontramos lo que había escrito')
  })
})

describe('What is asked of a person', () => {
  it('is no name for a suggestion', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/demo/nuevo')
    await visitor.submit({ kind: 'suggestion' })
    await visitor.submit({ description: 'Pongan sillas en la sala.' })
    await visitor.submit({ centre: 'norte' })
    await visitor.submit({ day: 'unknown' })
    expect(visitor.page.text).toContain('Paso 5 de 7')
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'pickup' })
    expect(visitor.page.path).toBe('/demo/nuevo/revise')
    await visitor.submit({})
    expect(visitor.page.heading).toBe('Recibimos lo que nos dijo')
  })

  it('is left out again when another kind does not need it', async () => {
    const visitor = await complainUntil(app, 'revise', { names: 'Nombrada' })
    expect(visitor.page.text).toContain('Nombrada')
    await visitor.get('/demo/nuevo?cambiar=1')
    await visitor.submit({ kind: 'suggestion' })
    expect(visitor.page.path).toBe('/demo/nuevo/revise')
    expect(visitor.page.text).not.toContain('Nombrada')
    const { number } = codesOn(await visitor.submit({}))
    const { rows } = await sql<{ names: string }>`
      select names from case_people join cases using (administration_id, case_id)
      where case_number = ${number}`.execute(test.system.db)
    expect(rows).toEqual([])
  })

  it('is somebody to address when the answer goes by letter', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/demo/nuevo')
    await visitor.submit({ kind: 'suggestion' })
    await visitor.submit({ description: 'Pongan sillas en la sala.' })
    await visitor.submit({ centre: 'norte' })
    await visitor.submit({ day: 'unknown' })
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'post', address: 'Calle 5, número 3' })
    expect(visitor.page.heading).toBe('¿Quién escribe?')
  })

  it('is not to have surnames, since the regime does not ask for them', async () => {
    const visitor = await complainUntil(app, 'quien')
    expect(visitor.page.text).toContain('Primer apellido (opcional)')
    const page = await visitor.submit({ names: 'Suharto' })
    expect(page.path).toBe('/demo/nuevo/revise')
  })

  it('is somebody who can be answered, where the regime asks for a way', async () => {
    const complaint = await complainUntil(app, 'respuesta')
    expect(complaint.page.text).not.toContain('La veo en esta página')
    expect((await complaint.submit({ answerBy: 'none' })).status).toBe(422)
    await complaint.get('/demo/nuevo')
    await complaint.submit({ kind: 'suggestion' })
    await complaint.get('/demo/nuevo/respuesta')
    expect(complaint.page.text).toContain('La veo en esta página')
    expect((await complaint.submit({ answerBy: 'none' })).path).toBe('/demo/nuevo/revise')
  })
})

describe('Who does not know what theirs is called', () => {
  const tell = async (description: string, lang = 'es') => {
    const visitor = new Visitor(app)
    await visitor.get(`/demo/nuevo?lang=${lang}`)
    await visitor.submit({ kind: 'unsure' })
    await visitor.submit({ description })
    return visitor
  }

  it('is shown what the words look like and why, and confirms it', async () => {
    const visitor = await tell('Sería bueno que pongan bancas en la sala.')
    expect(visitor.page.path).toBe('/demo/nuevo/que-es')
    expect(visitor.page.text).toContain('Parece esto: Sugerencia. Usted escribió «')
    expect(visitor.page.text).toContain('«Sería bueno»')
    expect(visitor.page.text).toContain('Paso 2 de')
    expect(visitor.page.forms.flatMap(({ values }) => values)).toContainEqual([
      'kind',
      'suggestion',
    ])
    await visitor.submit({})
    expect(visitor.page.path).toBe('/demo/nuevo/donde')
    expect(visitor.page.text).toContain('Paso 3 de 7')
  })

  it('may choose another kind than the words look like', async () => {
    const visitor = await tell('Sería bueno que pongan bancas en la sala.')
    await visitor.submit({ kind: 'need' })
    await visitor.submit({ centre: 'centro' })
    await visitor.submit({ day: 'today' })
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'none' })
    expect(visitor.page.text).toContain('Qué es Necesidad')
  })

  it('is asked with examples when the words say nothing, and gets no further unasked', async () => {
    const visitor = await tell('La luz de la calle Hidalgo.')
    expect(visitor.page.text).toContain('Sus palabras no bastaron')
    expect(visitor.page.text).toContain('esperé 3 horas')
    expect((await visitor.submit({})).status).toBe(422)
    expect((await visitor.get('/demo/nuevo/revise')).path).toBe('/demo/nuevo/que-es')
  })

  it('is told in English, whatever language the words are in', async () => {
    const { page } = await tell('Gracias a la señora de la ventanilla 2.', 'en')
    expect(page.text).toContain('It looks like this: Compliment. You wrote “Gracias”.')
  })
})

describe('What it is about', () => {
  it('may be said where the regime has motives, and reaches the case in its two levels', async () => {
    const visitor = await complainUntil(app, 'que-paso')
    expect(visitor.page.text).toContain('¿De qué se trata? (opcional)')
    await visitor.submit({ description: 'Me faltaron al respeto.', motive: 'disrespect' })
    await visitor.submit({ centre: 'centro' })
    await visitor.submit({ day: 'today' })
    await visitor.submit({}, { button: 'next' })
    await visitor.submit({ answerBy: 'pickup' })
    await visitor.submit({ names: 'Ana' })
    expect(visitor.page.text).toContain('De qué se trata Me faltaron al respeto')
    const { number } = codesOn(await visitor.submit({}))
    const { rows } = await sql<{ motives: string[] }>`
      select motives from cases where case_number = ${number}`.execute(test.system.db)
    expect(rows[0]?.motives).toEqual(['disrespect', 'professional_treatment'])
  })

  it('is never taken from outside the list', async () => {
    const visitor = await complainUntil(app, 'que-paso')
    const page = await visitor.submit({ description: 'Algo', motive: 'weather' })
    expect([page.status, page.heading]).toEqual([422, '¿Qué pasó?'])
    expect(page.links).toContainEqual({ text: 'Elija una opción de la lista', href: '#motive' })
  })
})

describe('Files', () => {
  const file = (name: string, content: string) => new File([content], name)

  it('are added one by one, can be taken out, and reach the case', async () => {
    const visitor = await complainUntil(app, 'archivos')
    await visitor.submit({ file: file('carta.txt', 'Una carta') }, { button: 'add' })
    test.clockAt('2026-03-02T16:01:00Z')
    await visitor.submit({ file: file('recibo.txt', 'Un recibo') }, { button: 'add' })
    expect(visitor.page.text).toContain('carta.txt')
    await visitor.submit({}, { form: 'quitar' })
    expect(visitor.page.text).not.toContain('carta.txt')
    await visitor.submit({}, { form: 'add-files', button: 'next' })
    await visitor.submit({ answerBy: 'pickup' })
    await visitor.submit({ names: 'Ana', firstSurname: 'Ruiz' })
    expect(visitor.page.text).toContain('recibo.txt')
    const receipt = await visitor.submit({})
    expect(receipt.heading).toBe('Recibimos lo que nos dijo')
    expect(receipt.text).toContain('recibo.txt')
  })

  it('that cannot be taken are named with what to do, and cost nothing else', async () => {
    const visitor = await complainUntil(app, 'archivos')
    await visitor.submit({ file: file('bien.txt', 'Bien') }, { button: 'add' })
    const page = await visitor.submit(
      { file: file('foto.jpg', 'MZ\u0090\u0000 no es una foto') },
      { button: 'next' },
    )
    expect(page.status).toBe(422)
    expect(page.text).toContain('No podemos recibir este tipo de archivo')
    expect(page.text).toContain('bien.txt')
  })

  it('must be chosen before one is added', async () => {
    const visitor = await complainUntil(app, 'archivos')
    const page = await visitor.submit({}, { button: 'add' })
    expect(page.text).toContain('Elija un archivo.')
  })
})
