import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { effectiveTerm, getBookRules } from '../../src/administrations/index.ts'
import { getCalendar } from '../../src/deadlines/index.ts'
import { addAdministration } from '../../src/installation/index.ts'
import { openKinds } from '../../src/regimes/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { sendJson } from '../support/json.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

interface Receipt {
  caseNumber: string
  trackingToken: string
  dueOn: string
}

const NOW = new Date('2026-03-02T16:00:00Z')
const SMALL = 'test/installation/fixtures/small.yaml'

let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
  await addAdministration(test.system, SMALL, NOW)
  const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-files-'))
  const path = join(folder, 'closed.yaml')
  const text = await readFile(SMALL, 'utf8')
  await writeFile(
    path,
    text
      .replaceAll('villa-alta', 'villa-baja')
      .replace('VALTA', 'VBAJA')
      .replace('pe-ds-007-2020-pcm', 'mx-guanajuato-mas'),
  )
  await addAdministration(test.system, path, NOW)
  await rm(folder, { recursive: true })
})
afterAll(async () => {
  await app.close()
  await test.close()
})

async function signIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

describe('The rules of a book on screen', () => {
  it('stand with their sources', async () => {
    const visitor = await signIn('responsable')
    const { status, text } = await visitor.get('/personal/demo/reglas')
    expect(status).toBe(200)
    expect(text).toContain('Régimen general')
    expect(text).toContain('Respuesta Todos los tipos 15 días hábiles Buena práctica')
    expect(text).toMatch(/Entrega[^.]* Todos los tipos el mismo día/)
    expect(text).toContain('Este régimen no tiene prórroga.')
  })

  it('are there for the evaluator to read, who changes nothing', async () => {
    const visitor = await signIn('evaluacion')
    const { status, forms } = await visitor.get('/personal/demo/reglas')
    expect(status).toBe(200)
    expect(forms.filter(({ action }) => action.includes('/reglas/'))).toEqual([])
    const sent = await visitor.post('/personal/demo/reglas/plazos')
    expect(sent.status).toBe(403)
  })

  it('are not there for whoever only handles cases', async () => {
    const visitor = await signIn('unidad')
    expect((await visitor.get('/personal/demo/reglas')).status).toBe(403)
    expect((await visitor.get('/personal/demo/feriados')).status).toBe(403)
  })

  it.each(['/personal/demo/reglas', '/personal/demo/feriados', '/personal/villa-alta/reglas'])(
    'have sound markup at %s in both languages',
    async (path) => {
      const visitor = await signIn('admin')
      for (const language of ['es', 'en']) {
        const { html, status } = await visitor.get(`${path}?lang=${language}`)
        expect(status).toBe(200)
        expect(await htmlProblems(html)).toEqual([])
      }
    },
  )
})

describe('A kind that waits for a permission', () => {
  it('is shown with its reason and goes on with the record of it', async () => {
    const visitor = await signIn('admin')
    const page = await visitor.get('/personal/villa-alta/reglas')
    expect(page.text).toContain('Reclamo Apagado El reclamo formal está apagado.')
    const again = await visitor.submit({ reference: '', grantedOn: '2026-04-01' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Escriba este dato.')
    const future = await visitor.submit({ reference: 'Oficio 12', grantedOn: '2026-04-01' })
    expect(future.text).toContain('El documento no puede tener una fecha futura.')
    const done = await visitor.submit({ reference: 'Oficio 12', grantedOn: '2026-02-01' })
    expect(done.text).toContain('El permiso quedó registrado.')
    const { regime, authorisations } = await getBookRules(test.system, 'villa-alta', NOW)
    expect(openKinds(regime, authorisations, '2026-03-02').map(({ code }) => code)).toContain(
      'claim',
    )
  })
})

describe('A book whose terms the administration must set', () => {
  it('opens on screen once they are set within the limit', async () => {
    const visitor = await signIn('admin')
    const page = await visitor.get('/personal/villa-baja/reglas')
    expect(page.text).toContain('El libro está cerrado')
    expect(page.text).toContain('El plazo de Respuesta para Queja.')
    const term = { step: 'answer', kind: '*', unit: 'business', source: 'Acuerdo 1' }
    const over = await visitor.submit({ ...term, days: '90', validFrom: '2026-03-02' })
    expect(over.status).toBe(422)
    expect(over.text).toContain('La norma pone el límite en 3 meses.')
    await visitor.submit({ ...term, days: '20', validFrom: '2026-03-02' })
    await visitor.submit({ ...term, step: 'triage', days: '3', validFrom: '2026-03-02' })
    expect(visitor.page.text).toContain('No falta nada. Puede abrirlo.')
    await visitor.submit({}, { form: 'apertura' })
    expect(visitor.page.text).toContain('El libro está abierto y recibe casos.')
    expect((await visitor.get('/villa-baja/nuevo')).heading).not.toBe('')
    expect((await new Visitor(app).get('/villa-baja')).text).toContain('en 20 días hábiles')
  })
})

describe('Holidays and closures on screen', () => {
  it('are listed by year with where they come from', async () => {
    const visitor = await signIn('responsable')
    const { text } = await visitor.get('/personal/demo/feriados')
    expect(text).toContain('Días de 2026: Toda la administración')
    expect(text).toContain('16 de septiembre de 2026')
    const other = await visitor.submit({ anio: '2027' }, { form: 'feriados' })
    expect(other.text).toContain('Días de 2027')
  })

  it('take a closure of one centre, which counts there alone, and give it back', async () => {
    const visitor = await signIn('responsable')
    const { centres, administration } = await getBookRules(test.system, 'demo', NOW)
    const norte = centres.find(({ slug }) => slug === 'norte')!.calendarCode!
    const closure = { place: norte, kind: 'closure', name: 'Falla de luz', source: 'Aviso 4' }
    await visitor.get('/personal/demo/feriados')
    const done = await visitor.submit({ ...closure, date: '2026-03-11' })
    expect(done.text).toContain('El día quedó declarado.')
    expect(done.text).toContain('11 de marzo de 2026 Falla de luz Cierre Declarado aquí Aviso 4')
    const works = async (code: string) =>
      (await getCalendar(test.system.db, code)).isWorking('2026-03-11')
    expect([await works(norte), await works(administration.calendarCode)]).toEqual([false, true])
    const twice = await visitor.submit({ ...closure, date: '2026-03-11' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('Ese día ya está declarado aquí.')
    await visitor.get(`/personal/demo/feriados?lugar=${norte}&anio=2026`)
    const gone = await visitor.submit({}, { form: 'retiro' })
    expect(gone.text).toContain('El día se quitó.')
    expect(await works(norte)).toBe(true)
  })

  it.each([
    ['2026-02-31', 'Elija una fecha.', 15],
    ['11/03/2026', 'Elija una fecha.', 16],
    ['', 'Hay un problema', 17],
  ])(
    'keep what was typed beside a date «%s», and take it once it is mended',
    async (date, said, mended) => {
      const visitor = await signIn('responsable')
      await visitor.get('/personal/demo/feriados')
      const words = { name: 'Obras & «agua»', source: 'Aviso 9', kind: 'closure' }
      await visitor.submit({ ...words, date })
      expect(visitor.page.status).toBe(422)
      expect(visitor.page.text).toContain(said)
      const form = visitor.page.forms.find(({ names }) => names.has('source'))
      expect(form?.values).toEqual(expect.arrayContaining(Object.entries({ ...words, date })))
      expect(visitor.page.text).toContain('Días de 2026')
      await visitor.submit({ ...words, date: `2026-04-${mended}` })
      expect(visitor.page.text).toContain('El día quedó declarado.')
      expect(visitor.page.text).toContain(`${mended} de abril de 2026`)
    },
  )

  it('belong to the administration: nobody changes those of the country or of another', async () => {
    const visitor = await signIn('responsable')
    await visitor.get('/personal/demo/feriados')
    const token = visitor.page.forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    const day = { date: '2026-03-11', kind: 'closure', name: 'X', source: 'X', _token: token }
    const { administration } = await getBookRules(test.system, 'villa-alta', NOW)
    for (const place of ['mx-administrative', administration.calendarCode]) {
      expect((await visitor.post('/personal/demo/feriados', { ...day, place })).status).toBe(404)
    }
  })
})

describe('The days of the coming year', () => {
  const YEAR = '/personal/demo/feriados/confirmacion?anio=2027'

  it('are confirmed on one form, with those declared by hand, and it can be undone', async () => {
    const visitor = await signIn('responsable')
    const page = await visitor.get(YEAR)
    expect(await htmlProblems(page.html)).toEqual([])
    expect(page.text).toContain('viernes, 5 de febrero de 2027: Día de la Constitución')
    expect(page.text).toContain('domingo, 21 de marzo de 2027: Natalicio de Benito Juárez')
    const feast = { date1: '2027-08-12', name1: 'Fiesta del lugar', source1: 'Acuerdo 3' }
    const done = await visitor.submit(feast, { form: 'confirmacion' })
    expect(done.text).toContain('El año quedó confirmado.')
    expect(done.text).toContain('12 de agosto de 2027 Fiesta del lugar')
    const { administration } = await getBookRules(test.system, 'demo', NOW)
    const calendar = () => getCalendar(test.system.db, administration.calendarCode)
    expect((await calendar()).isWorking('2027-08-12')).toBe(false)
    expect((await calendar()).yearToConfirm('2026-10-01')).toBeNull()
    expect((await visitor.get('/personal/demo/cambios')).text).toContain(
      '12 de agosto de 2027 Ahora: Fiesta del lugar (Feriado)',
    )
    await visitor.submit({}, { form: 'deshacer' })
    expect((await calendar()).isWorking('2027-08-12')).toBe(true)
    expect((await calendar()).yearToConfirm('2026-10-01')).toBe(2027)
  })

  it('take a decision for each listed day that does not apply, and keep what was typed', async () => {
    const visitor = await signIn('responsable')
    await visitor.get(YEAR)
    const typed = { applies: ['2027-01-01'], date1: '2028-08-12', name1: 'Fiesta', source1: 'A' }
    await visitor.submit(typed, { form: 'confirmacion' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba el acuerdo que hace hábil ese día')
    await visitor.submit({ ...typed, document: 'Acuerdo 9' }, { form: 'confirmacion' })
    expect(visitor.page.text).toContain('El día debe ser de 2027.')
    const form = visitor.page.forms.find(({ names }) => names.has('document'))
    expect(form?.values).toEqual(
      expect.arrayContaining([
        ['applies', '2027-01-01'],
        ['date1', '2028-08-12'],
        ['document', 'Acuerdo 9'],
      ]),
    )
    expect(form?.values).not.toContainEqual(['applies', '2027-02-05'])
  })

  it('are nobody else’s: of another year, place or person there is no form', async () => {
    const visitor = await signIn('responsable')
    const { administration } = await getBookRules(test.system, 'villa-alta', NOW)
    for (const query of ['anio=2031', 'anio=x', `lugar=${administration.calendarCode}`]) {
      const path = `/personal/demo/feriados/confirmacion?${query}`
      expect((await visitor.get(path)).status).toBe(404)
    }
    const reader = await signIn('evaluacion')
    expect((await reader.get(YEAR)).status).toBe(403)
    expect((await reader.get('/personal/demo/feriados')).text).not.toContain('Confirmar')
  })

  it('that move dates of open cases say so before anything is done', async () => {
    const filed = await fetch(`${app.url}/api/v1/administrations/demo/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'before-the-strike' },
      body: JSON.stringify({ kind: 'suggestion', centre: 'centro', description: 'Más bancas' }),
    })
    expect(filed.status).toBe(201)
    const visitor = await signIn('responsable')
    await visitor.get('/personal/demo/feriados')
    const strike = { date: '2026-03-12', kind: 'closure', name: 'Paro', source: 'Aviso 5' }
    const asked = await visitor.submit(strike)
    expect(await htmlProblems(asked.html)).toEqual([])
    expect(asked.text).toMatch(/Cambian? \d fechas?. (Es|Son) de 1 casos? abiertos?/)
    const { administration } = await getBookRules(test.system, 'demo', NOW)
    const works = async () =>
      (await getCalendar(test.system.db, administration.calendarCode)).isWorking('2026-03-12')
    expect(await works()).toBe(true)
    const done = await visitor.submit({ seen: 'yes' })
    expect(done.text).toContain('El día quedó declarado.')
    expect(await works()).toBe(false)
  })
})

describe('A term of the administration’s own', () => {
  const term = { step: 'answer', kind: '*', unit: 'business', source: 'Acuerdo 7' }
  const dueOf = async (key: string) => {
    const body = { kind: 'need', centre: 'centro', description: 'Hace falta una banca.' }
    const headers = { 'Idempotency-Key': key }
    const cases = '/api/v1/administrations/demo/cases'
    return (await sendJson<Receipt>(app, 'POST', cases, { body, headers })).body
  }
  const answerDays = async (day: string) => {
    const book = await getBookRules(test.system, 'demo', NOW)
    return effectiveTerm(book, 'answer', 'need', day)?.days
  }

  it('is shown before it is kept, and taken back or put back until its day', async () => {
    const chief = await signIn('direccion')
    const late = await signIn('admin')
    await chief.get('/personal/demo/reglas')
    await late.get('/personal/demo/reglas')
    const coming = { ...term, days: '10', validFrom: '2026-04-01' }
    await chief.submit(coming, { form: 'plazos', button: 'preview' })
    expect(chief.page.status).toBe(200)
    expect(chief.page.text).toContain('antes 15 días hábiles, después 10 días hábiles')
    expect(await htmlProblems(chief.page.html)).toEqual([])
    expect(await answerDays('2026-04-02')).toBe(15)
    await chief.submit({}, { form: 'plazos' })
    expect(chief.page.text).toContain('El plazo quedó fijado.')
    await late.submit({ ...coming, days: '12' }, { form: 'plazos' })
    expect(late.page.text).toContain('Alguien cambió esto mientras usted escribía')
    expect([await answerDays('2026-03-31'), await answerDays('2026-04-02')]).toEqual([15, 10])
    await chief.get('/personal/demo/reglas/versiones')
    expect(chief.page.text).toContain('Todavía no rige')
    expect(await htmlProblems(chief.page.html)).toEqual([])
    await chief.submit({}, { form: 'versiones' })
    expect(chief.page.text).toContain('El plazo se quitó antes de empezar.')
    expect(await answerDays('2026-04-02')).toBe(15)
    await chief.get('/personal/demo/cambios?de=own_term')
    await chief.submit({}, { form: 'deshacer' })
    expect(await answerDays('2026-04-02')).toBe(10)
  })

  it('leaves the cases that came before it as they are, and is not taken back once it holds', async () => {
    const chief = await signIn('direccion')
    const before = await dueOf('before the term')
    await chief.get('/personal/demo/reglas')
    const shorter = { ...term, days: '5', validFrom: '2026-03-02' }
    await chief.submit(shorter, { form: 'plazos', button: 'preview' })
    expect(chief.page.text).toMatch(/\d+ casos? abiertos? conservan? la fecha/)
    await chief.submit({}, { form: 'plazos' })
    const after = await dueOf('after the term')
    // fifteen and five business days, whatever days off were declared above
    expect(before.dueOn > '2026-03-20').toBe(true)
    expect(after.dueOn).toBe('2026-03-09')
    const { body } = await sendJson<Receipt>(app, 'GET', `/api/v1/cases/${before.caseNumber}`, {
      headers: { Authorization: `Bearer ${before.trackingToken}` },
    })
    expect(body.dueOn).toBe(before.dueOn)
    await chief.get('/personal/demo/cambios?de=own_term')
    await chief.submit({}, { form: 'deshacer' })
    expect(chief.page.text).toContain('Eso ya rige')
  })
})
