import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { Visitor, type Fields } from '../../support/visitor.ts'
import { complainUntil } from './way.ts'

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
}, 60_000)
afterAll(() => demo.close())

const pages = ['que-paso', 'donde', 'cuando', 'respuesta', 'quien'] as const

describe('A page sent with mistakes', () => {
  it.each<[(typeof pages)[number], Fields, string, string]>([
    ['que-paso', { description: '  ' }, 'Escriba qué pasó', '#description'],
    [
      'que-paso',
      { description: 'x'.repeat(20_001) },
      'El texto es muy largo: caben 20000 letras',
      '#description',
    ],
    ['donde', { place: 'Ahí' }, 'Elija una oficina', '#centre'],
    [
      'cuando',
      { day: 'other', 'date-day': '31', 'date-month': '2', 'date-year': '2026' },
      'Esa fecha no existe',
      '#date-day',
    ],
    [
      'cuando',
      { day: 'other', 'date-day': '3', 'date-month': '3', 'date-year': '2026' },
      'Escriba una fecha que ya pasó',
      '#date-day',
    ],
    ['cuando', { day: 'other' }, 'Escriba el día, el mes y el año', '#date-day'],
    [
      'respuesta',
      { answerBy: 'email', email: 'ana@ejemplo', electronicNotice: 'yes' },
      'Al correo le falta algo',
      '#email',
    ],
    [
      'respuesta',
      { answerBy: 'email', email: 'ana@example.org' },
      'marque que lo acepta',
      '#electronicNotice',
    ],
    ['respuesta', { answerBy: 'post' }, 'Escriba su dirección', '#address'],
    ['quien', { firstSurname: 'Ruiz' }, 'Escriba sus nombres', '#names'],
    [
      'quien',
      { names: 'Ana', firstSurname: 'R'.repeat(121) },
      'El apellido es muy largo',
      '#firstSurname',
    ],
  ])('%s: %j is told where to mend it', async (address, fields, message, anchor) => {
    const visitor = await complainUntil(demo.app, address)
    const page = await visitor.submit(fields)
    expect(page.status).toBe(422)
    expect(page.html).toMatch(/<title>Error: /)
    expect(page.links.find(({ href }) => href === anchor)?.text).toContain(message)
    expect(page.html).toContain(`id="${anchor.slice(1)}"`)
    const shown = page.forms.flatMap(({ values }) => values)
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string' && value.trim()) expect(shown).toContainEqual([name, value])
    }
  })

  it('takes exactly as much text as it says', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    await visitor.submit({ description: 'ñ'.repeat(20_000) })
    expect(visitor.page.path).toBe('/demo/nuevo/donde')
  })

  it('asks for a choice instead of taking one that does not exist', async () => {
    const visitor = new Visitor(demo.app)
    await visitor.get('/demo/nuevo')
    for (const kind of ['claim', '__proto__', "x' or 1=1 --", 'corruption_report']) {
      const page = await visitor.submit({ kind })
      expect([page.status, page.heading]).toEqual([422, '¿Qué nos quiere decir?'])
    }
  })

  it('takes no office, service or official from outside the book', async () => {
    const visitor = await complainUntil(demo.app, 'donde')
    expect((await visitor.submit({ centre: 'luna' })).status).toBe(422)
    await visitor.submit({ centre: 'mercado', 'service-mercado': 'predial' })
    expect(visitor.page.text).toContain('Esa oficina no da ese servicio')
    await visitor.submit({ centre: 'mercado', 'service-mercado': 'basura' })
    expect((await visitor.submit({ day: 'today', official: 'nadie' })).status).toBe(422)
  })
})

describe('Whatever is sent', () => {
  const strange: Fields[] = [
    { description: ['uno', 'dos'], kind: ['complaint', 'x'], day: ['today', 'other'] },
    { 'description[a]': 'x', 'kind[]': 'complaint', __proto__: 'x' },
    { answerBy: 'constructor', centre: 'constructor', names: '{{7*7}}', day: 'toString' },
    { 'date-day': '1e3', 'date-month': '-1', 'date-year': '99999', day: 'other' },
  ]

  it.each(pages)('is answered below 500 on %s', async (address) => {
    const visitor = await complainUntil(demo.app, address)
    const token = visitor.page.forms[0]?.values.find(([name]) => name === '_token')?.[1] ?? ''
    for (const fields of strange) {
      const page = await visitor.post(`/demo/nuevo/${address}`, { ...fields, _token: token })
      expect(page.status).toBeLessThan(500)
    }
    const page = await visitor.post(`/demo/nuevo/${address}`, { a: 'a\u0000b', _token: token })
    expect(page.status).toBe(400)
  })

  it('is shown as text and never as markup', async () => {
    const evil = `"><script>alert(1)</script><img src=x onerror=1> '; drop table cases; -- <%= 1 %>`
    const visitor = await complainUntil(demo.app, 'revise', {
      description: evil,
      place: evil,
      names: evil,
      firstSurname: evil,
    })
    expect(visitor.page.html).not.toContain('<script>alert')
    expect(visitor.page.text).toContain('drop table cases; -- <%= 1 %>')
    const receipt = await visitor.submit({})
    expect(receipt.heading).toBe('Recibimos lo que nos dijo')
    expect(receipt.html).not.toContain('<script>alert')
    expect((await visitor.get(`${receipt.path}.pdf`)).status).toBe(200)
  })

  it('of an unknown book is not found', async () => {
    expect((await new Visitor(demo.app).get('/luna/nuevo')).status).toBe(404)
    expect((await new Visitor(demo.app).get('/luna/nuevo/revise')).status).toBe(404)
    expect((await new Visitor(demo.app).get('/luna/privacidad')).status).toBe(404)
  })
})

describe('A form whose session ended', () => {
  const text = 'Un texto largo que me costó escribir.'

  it('comes back with what was typed, and can be sent from there', async () => {
    const visitor = await complainUntil(demo.app, 'que-paso')
    const stale = visitor.page.forms[0]?.values.find(([name]) => name === '_token')?.[1] ?? ''
    const later = new Visitor(demo.app, { 'sec-fetch-site': 'same-origin' })
    const page = await later.post('/demo/nuevo/que-paso', { description: text, _token: stale })
    expect(page.status).toBe(403)
    expect(page.text).toContain('Aquí está lo que escribió')
    await later.submit({})
    expect(later.page.heading).toBe('¿Qué nos quiere decir?')
    await later.submit({ kind: 'need' })
    expect((await later.get('/demo/nuevo/que-paso')).text).toContain(text)
  })

  it('is refused when another site sent it', async () => {
    const visitor = new Visitor(demo.app, { 'sec-fetch-site': 'cross-site' })
    const page = await visitor.post('/demo/nuevo/que-paso', { description: text })
    expect(page.status).toBe(403)
    expect(page.text).not.toContain(text)
    expect(page.text).toContain('No pudimos recibir el formulario')
  })
})
