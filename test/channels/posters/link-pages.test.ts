import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { foundDemo } from '../../../src/corruption-reports/index.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { Visitor } from '../../support/visitor.ts'

const LIST = '/personal/demo/carteles'
const password = 'libro-abierto-demo'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
  await foundDemo(demo.test.system, 'demo', demo.test.system.clock())
}, 120_000)
afterAll(() => demo.close())

async function signedIn(name: string, language = 'es'): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password })
  await visitor.get(`/personal/mi-cuenta?lang=${language}`)
  return visitor
}

async function add(visitor: Visitor, fields: Record<string, string>): Promise<void> {
  await visitor.get(`${LIST}/nuevo`)
  await visitor.submit({ label: 'Entrada', ...fields })
}

/** The path of the address that a link's page shows. */
function pathOf({ page }: Visitor): string {
  return /libro\.test(\/\S+)/.exec(page.text)?.[1] ?? ''
}

describe('The links of a book', () => {
  it('are made by the responsible, and say what they brought in', async () => {
    const visitor = await signedIn('responsable')
    await add(visitor, {
      label: 'Pagos del centro',
      place: 'centro/v2',
      service: 'predial',
      kind: 'complaint',
    })
    expect(visitor.page.text).toContain('El enlace está listo.')
    expect(visitor.page.text).toContain('Oficina Centro, Ventanilla 2, pagos')
    const person = new Visitor(demo.app)
    await person.get(pathOf(visitor))
    await person.submit({ description: 'Esperé tres horas.' })
    const { text } = await visitor.get(LIST)
    expect(text).toMatch(/Pagos del centro .* Queja Pago del predial 1 1 0/)
    await visitor.click('Pagos del centro')
    expect(visitor.page.text).toContain('2 mar 2026 1 1')
  })

  it('are retired for good', async () => {
    const visitor = await signedIn('responsable')
    await add(visitor, { label: 'Feria' })
    const path = pathOf(visitor)
    await visitor.submit({}, { form: 'retiro' })
    expect(visitor.page.text).toContain('El enlace quedó retirado')
    expect(visitor.page.forms.map(({ action }) => action)).not.toContainEqual(
      expect.stringContaining('carteles'),
    )
    expect((await new Visitor(demo.app).get(path)).status).toBe(410)
  })

  it('to the sealed door carry its own address and no numbers', async () => {
    const visitor = await signedIn('responsable')
    await add(visitor, { label: 'Denuncias', kind: 'corruption_report', place: 'norte' })
    expect(pathOf(visitor)).toBe('/demo/denuncia')
    expect(visitor.page.text).toContain('De la puerta de denuncias no se cuenta nada')
    expect(visitor.page.text).not.toContain('Veces abierto')
  })

  it('need a name, and a service that the office gives', async () => {
    const visitor = await signedIn('responsable')
    await add(visitor, { label: ' ', service: 'predial' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba un nombre para reconocer el enlace')
    expect(visitor.page.text).toContain('Elija también la oficina que da este servicio')
    await add(visitor, { place: 'norte', service: 'licencias-obra' })
    expect(visitor.page.text).toContain('Esa oficina no da este servicio')
    expect(await htmlProblems(visitor.page.html)).toEqual([])
  })
})

describe('The poster of a link', () => {
  it('is a PDF of the size and languages that were chosen', async () => {
    const visitor = await signedIn('responsable')
    await add(visitor, { label: 'Cartel', place: 'centro', kind: 'complaint' })
    const page = visitor.page.path.split('?')[0] ?? ''
    const response = await visitor.request(`${page}/cartel.pdf?tamano=a5&idioma=en&segundo=es`)
    expect(response.headers.get('content-type')).toContain('application/pdf')
    expect(response.headers.get('content-disposition')).toMatch(/cartel-\d+-a5\.pdf/)
    const { size, text } = readPdf(Buffer.from(await response.arrayBuffer()))
    expect(size[0]).toBeCloseTo(419.53, 1)
    expect(text).toContain('Complaint: tell us here')
    expect(text).toContain('Queja: cuéntenos aquí')
    const form = visitor.page.forms.find(({ action }) => action.endsWith('cartel.pdf'))
    expect(form?.values).toEqual([
      ['tamano', 'a4'],
      ['idioma', 'es'],
      ['segundo', ''],
    ])
    expect(visitor.page.html).toContain('<option value="en"')
    expect((await (await signedIn('unidad')).get(`${page}/cartel.pdf`)).status).toBe(403)
    await visitor.get(page)
    await visitor.submit({}, { form: 'retiro' })
    expect((await visitor.get(`${page}/cartel.pdf`)).status).toBe(404)
  })
})

describe('The head of an office', () => {
  it('makes links of that office, and neither sees nor makes those of others', async () => {
    const responsible = await signedIn('responsable')
    await add(responsible, { label: 'Del norte', place: 'norte' })
    const elsewhere = responsible.page.path.split('?')[0] ?? ''
    const head = await signedIn('jefatura')
    await add(head, { label: 'Del centro', place: 'centro' })
    expect(head.page.text).toContain('El enlace está listo.')
    await head.get(LIST)
    expect(head.page.text).toContain('Del centro')
    expect(head.page.text).not.toContain('Del norte')
    expect((await head.get(elsewhere)).status).toBe(403)
    await head.get(`${LIST}/nuevo`)
    const token = head.page.forms
      .flatMap(({ values }) => values)
      .find(([name]) => name === '_token')
    const typed = { label: 'Ajeno', medium: 'print', place: 'norte', _token: token?.[1] ?? '' }
    expect((await head.post(LIST, typed)).text).toContain('Este valor no existe')
    expect((await head.post(LIST, { ...typed, place: '' })).text).toContain('Elija la oficina')
  })

  it('is the only one besides the responsible', async () => {
    expect((await (await signedIn('ventanilla')).get(LIST)).status).toBe(403)
    expect((await (await signedIn('unidad')).get(LIST)).status).toBe(403)
    expect((await new Visitor(demo.app).request(LIST)).status).toBe(303)
  })
})

describe.each(['es', 'en'])('Every page of links, in %s,', (language) => {
  it('is sound HTML', async () => {
    const visitor = await signedIn('alterno', language)
    await add(visitor, { label: `Sano ${language}`, place: 'centro', kind: 'suggestion' })
    expect(await htmlProblems(visitor.page.html)).toEqual([])
    for (const path of [LIST, `${LIST}/nuevo`]) {
      expect(await htmlProblems((await visitor.get(path)).html)).toEqual([])
    }
  })
})
