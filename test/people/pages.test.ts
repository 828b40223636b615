import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import { buildPerson, buildTown, password, type Town } from './fixtures.ts'

const start = '2026-03-02T16:00:00Z'

let house: TestSystem
let app: RunningApp
let town: Town
let otherTown: Town

beforeAll(async () => {
  house = await openTestSystem()
  app = await startApp(house.system)
  town = await buildTown(house.system, 'villa')
  otherTown = await buildTown(house.system, 'puerto')
  const { administrationId, unitId, centreId } = town
  await buildPerson(house.system, 'sistemas', [{ role: 'system_admin' }])
  await buildPerson(house.system, 'responsable', [{ role: 'claims_manager', administrationId }])
  await buildPerson(house.system, 'unidad', [{ role: 'unit_handler', administrationId, unitId }])
  await buildPerson(house.system, 'jefatura', [{ role: 'office_head', administrationId, centreId }])
  await buildPerson(house.system, 'ambas', [
    { role: 'analyst', administrationId },
    { role: 'analyst', administrationId: otherTown.administrationId },
  ])
  await buildPerson(house.system, 'nadie')
  await buildPerson(house.system, 'nueva', [{ role: 'analyst', administrationId }], {
    mustChangePassword: true,
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
})
beforeEach(() => house.clockAt(start))

async function signedIn(name: string, visitor = new Visitor(app)): Promise<Visitor> {
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@muni.example`, password })
  return visitor
}

describe('Signing in', () => {
  it('leads to the page that was asked for', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/personal/villa/ausencias')
    expect(visitor.page.path).toBe('/personal/entrar?volver=%2Fpersonal%2Fvilla%2Fausencias')
    await visitor.submit({ email: 'unidad@muni.example', password })
    expect(visitor.page).toMatchObject({ status: 200, path: '/personal/villa/ausencias' })
    expect(visitor.page.heading).toBe('Ausencias')
    expect(visitor.page.text).toContain('unidad · Atención de la unidad')
  })

  it.each([
    'https://elsewhere.example/personal',
    '//elsewhere.example/personal',
    '/\\elsewhere.example',
    '/personal/../../elsewhere',
    '/personal@elsewhere.example',
    '/personalidad',
    'javascript:alert(1)',
  ])('never leads elsewhere: %s', async (elsewhere) => {
    const visitor = new Visitor(app)
    await visitor.get(`/personal/entrar?volver=${encodeURIComponent(elsewhere)}`)
    expect(visitor.page.html).not.toContain('name="volver"')
    const token = visitor.page.forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    const answer = await visitor.request('/personal/entrar', {
      method: 'POST',
      body: new URLSearchParams({
        _token: token,
        email: 'unidad@muni.example',
        password,
        volver: elsewhere,
      }),
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/personal')
  })

  it('keeps the address that was typed when it is refused, and never the password', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    const wrong = await visitor.submit({ email: 'unidad@muni.example', password: 'no es esta' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('El correo o la contraseña no son correctos')
    expect(wrong.html).toContain('value="unidad@muni.example"')
    expect(wrong.html).not.toContain('no es esta')
    const unknown = await visitor.submit({ email: 'quien@muni.example', password: 'no es esta' })
    expect(unknown.text.replace('quien@', 'unidad@')).toBe(wrong.text)
  })

  it('asks for what is missing', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    await visitor.submit({ email: 'unidad@muni.example' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba su correo y su contraseña')
    expect(visitor.page.html).toContain('value="unidad@muni.example"')
  })

  it('after too many attempts says how long to wait', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    const guess = { email: 'fantasma@muni.example', password: 'adivino' }
    for (let n = 0; n < 6; n++) await visitor.submit(guess)
    const page = await visitor.submit(guess)
    expect(page.status).toBe(429)
    expect(page.headers.get('retry-after')).toBe('30')
    expect(page.text).toContain('Espere 30 segundos')
    expect(page.html).toContain('value="fantasma@muni.example"')
    expect((await signedIn('ambas')).page.heading).toBe('¿Dónde va a trabajar?')
  })

  it('is refused to a form of another site', async () => {
    const answer = await new Visitor(app).request('/personal/entrar', {
      method: 'POST',
      body: new URLSearchParams({ email: 'unidad@muni.example', password }),
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.getSetCookie().join()).not.toContain('personal=')
  })

  it('gives a cookie that scripts and other sites do not get', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/personal/entrar')
    const token = visitor.page.forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    const answer = await visitor.request('/personal/entrar', {
      method: 'POST',
      body: new URLSearchParams({ _token: token, email: 'unidad@muni.example', password }),
    })
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('personal='))
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Max-Age|Expires|Domain/)
  })

  it('shows the pages in the language of the account', async () => {
    const { administrationId } = town
    await buildPerson(house.system, 'anglo', [{ role: 'analyst', administrationId }], {
      language: 'en',
    })
    const visitor = await signedIn('anglo')
    expect((await visitor.get('/personal/villa/ausencias')).heading).toBe('Absences')
  })

  it('ends by signing out', async () => {
    const visitor = await signedIn('unidad')
    const session = new Map(visitor.cookies).get('personal')!
    await visitor.submit({}, { form: '/personal/salir' })
    expect(visitor.page.text).toContain('Salió de su cuenta')
    const thief = new Visitor(app, { cookie: `personal=${session}` })
    expect((await thief.get('/personal/villa/ausencias')).path).toContain('/personal/entrar')
  })
})

describe('Over https', () => {
  it('the cookies belong to this host alone', async () => {
    const secure = await openTestSystem({ env: { BASE_URL: 'https://libro.test' } })
    const secureApp = await startApp(secure.system)
    try {
      const place = await buildTown(secure.system, 'villa')
      await buildPerson(secure.system, 'ana', [
        { role: 'analyst', administrationId: place.administrationId },
      ])
      const visitor = new Visitor(secureApp)
      await visitor.get('/personal/entrar')
      await visitor.submit({ email: 'ana@muni.example', password })
      await visitor.get(`/personal/${place.slug}/ausencias`)
      expect(visitor.page.heading).toBe('Ausencias')
      expect([...visitor.cookies.keys()]).toEqual(
        expect.arrayContaining(['__Host-personal', '__Host-equipo']),
      )
    } finally {
      await secureApp.close()
      await secure.close()
    }
  })
})

describe('A session that ended', () => {
  it('brings the person back to the page after half an hour without a click', async () => {
    const visitor = await signedIn('unidad')
    house.clockAt('2026-03-02T16:29:00Z')
    expect((await visitor.get('/personal/villa/ausencias')).heading).toBe('Ausencias')
    house.clockAt('2026-03-02T16:58:30Z')
    expect((await visitor.get('/personal/villa/ausencias')).heading).toBe('Ausencias')
    house.clockAt('2026-03-02T17:28:30Z')
    expect((await visitor.get('/personal/villa/ausencias')).heading).toBe('Entrada del personal')
  })

  it('loses nothing of what was typed', async () => {
    const visitor = await signedIn('sistemas')
    await visitor.get('/personal/villa/cuentas/nueva')
    house.clockAt('2026-03-02T18:00:00Z')
    const typed = {
      name: 'Ñusta "la de <obras>" & hija',
      email: 'nusta@muni.example',
      role: 'analyst',
      place: 'all',
      language: 'es',
    }
    await visitor.submit(typed)
    expect(visitor.page.status).toBe(401)
    expect(visitor.page.text).toContain('no perdió lo que escribió')
    await visitor.submit({ email: 'sistemas@muni.example', password: 'me equivoco' })
    expect(visitor.page.status).toBe(422)
    await visitor.submit({ email: 'sistemas@muni.example', password })
    expect(visitor.page.heading).toBe('Aquí está lo que escribió')
    await visitor.submit({}, { form: '/cuentas', button: 'Enviar lo que escribí' })
    expect(visitor.page.heading).toBe('La cuenta está creada')
    expect(visitor.page.text).toContain(typed.name)
  })

  it('keeps the text of a form that carried files', async () => {
    const visitor = await signedIn('unidad')
    await visitor.get('/personal/villa/ausencias')
    const token = visitor.page.forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    house.clockAt('2026-03-02T18:00:00Z')
    const body = new FormData()
    body.append('note', 'Un borrador largo, escrito con cuidado durante la mañana.')
    body.append('file', new File(['x'.repeat(5000)], 'foto.jpg'))
    body.append('_token', token)
    const answer = await visitor.request('/personal/villa/ausencias', { method: 'POST', body })
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('Un borrador largo, escrito con cuidado')
  })

  it('shows nothing of a form that another site sent', async () => {
    const visitor = await signedIn('unidad')
    house.clockAt('2026-03-02T18:00:00Z')
    const answer = await visitor.request('/personal/villa/ausencias', {
      method: 'POST',
      body: new URLSearchParams({ note: 'puesto por otro', _token: 'adivinado' }),
    })
    expect(answer.status).toBe(401)
    expect(await answer.text()).not.toContain('puesto por otro')
  })

  it('and began again in another window still takes the form of the first', async () => {
    const visitor = await signedIn('sistemas')
    const { page } = visitor
    await visitor.get('/personal/villa/cuentas/nueva')
    const form = visitor.page.forms.find(({ names }) => names.has('email'))!
    expect(page.status).toBe(200)
    await visitor.get('/personal/entrar')
    const token = visitor.page.forms[0]!.values.find(([name]) => name === '_token')![1]
    await visitor.post('/personal/salir', { _token: token })
    await signedIn('sistemas', visitor)
    await visitor.post('/personal/villa/cuentas', {
      ...Object.fromEntries(form.values),
      name: 'Otra ventana',
      email: 'ventana@muni.example',
      role: 'analyst',
      place: 'all',
    })
    expect(visitor.page.heading).toBe('Aquí está lo que escribió')
    await visitor.submit({}, { form: '/cuentas', button: 'Enviar lo que escribí' })
    expect(visitor.page.heading).toBe('La cuenta está creada')
  })

  it('never writes a password back into a page', async () => {
    const visitor = await signedIn('unidad')
    await visitor.get('/personal/mi-cuenta')
    house.clockAt('2026-03-02T18:00:00Z')
    const secret = 'una llama cruza el puente'
    await visitor.submit({ current_password: password, new_password: secret })
    expect(visitor.page.status).toBe(401)
    expect(visitor.page.html).not.toContain(secret)
    expect(visitor.page.html).not.toContain(password)
  })
})

describe('The rooms of an administration', () => {
  it('do not exist for who works elsewhere', async () => {
    const visitor = await signedIn('unidad')
    expect((await visitor.get('/personal/puerto/ausencias')).status).toBe(404)
    expect((await visitor.get('/personal/ninguna/ausencias')).status).toBe(404)
  })

  it('are closed to who has no say over accounts', async () => {
    const visitor = await signedIn('unidad')
    expect((await visitor.get('/personal/villa/cuentas')).status).toBe(403)
    expect(visitor.page.links.map(({ href }) => href)).not.toContain('/personal/villa/cuentas')
  })

  it('are offered to who works in several', async () => {
    const visitor = await signedIn('ambas')
    expect(visitor.page.heading).toBe('¿Dónde va a trabajar?')
    await visitor.click('Municipalidad de puerto')
    expect(visitor.page.path).toBe('/personal/puerto/indicadores')
  })

  it('are none for who has no role yet, and the account still opens', async () => {
    const visitor = await signedIn('nadie')
    expect(visitor.page.text).toContain('todavía no tiene un papel')
    expect((await visitor.click('Mi cuenta')).status).toBe(200)
  })
})

describe('Who comes with a one-time password', () => {
  it('chooses another before anything else', async () => {
    const visitor = await signedIn('nueva')
    expect(visitor.page.heading).toBe('Elija su contraseña')
    expect((await visitor.get('/personal/villa/ausencias')).heading).toBe('Elija su contraseña')
    await visitor.submit({ current_password: password, new_password: 'corta' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('12 letras o más')
    await visitor.submit({ current_password: password, new_password: 'una llama cruza el puente' })
    expect((await visitor.get('/personal/villa/ausencias')).heading).toBe('Ausencias')
    expect((await visitor.get('/personal/clave')).path).toBe('/personal/villa/indicadores')
  })
})

describe('My account', () => {
  it('keeps name and language', async () => {
    await buildPerson(house.system, 'propia', [
      { role: 'analyst', administrationId: town.administrationId },
    ])
    const visitor = await signedIn('propia')
    await visitor.get('/personal/mi-cuenta')
    await visitor.submit({ name: '  Propia   Nueva ', language: 'en' })
    expect(visitor.page.heading).toBe('My account')
    expect(visitor.page.text).toContain('Your details are saved')
    expect(visitor.page.html).toContain('value="Propia Nueva"')
    await visitor.submit({ name: '', language: 'en' })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Enter the name')
  })

  it('lists the sessions and ends another', async () => {
    await buildPerson(house.system, 'doble')
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
    const library = await signedIn('doble', new Visitor(app, { 'user-agent': agent }))
    const visitor = await signedIn('doble')
    await visitor.get('/personal/mi-cuenta')
    expect(visitor.page.text).toContain('Firefox, Linux')
    await visitor.submit({}, { button: 'Cerrar la sesión de Firefox, Linux', form: '/sesiones' })
    expect(visitor.page.text).toContain('Cerramos la sesión')
    expect((await library.get('/personal/mi-cuenta')).path).toContain('/personal/entrar')
  })
})

describe('Accounts on screen', () => {
  it('are created with a one-time password that opens once', async () => {
    const visitor = await signedIn('responsable')
    await visitor.get('/personal/villa/cuentas/nueva')
    await visitor.submit({
      name: 'Ana Ventanilla',
      email: 'Ana.Ventanilla@muni.example',
      role: 'site_officer',
      place: `centre:${town.centreId}`,
    })
    expect(visitor.page.heading).toBe('La cuenta está creada')
    const [oneTime] = /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(visitor.page.text)!
    await visitor.click('Ver la cuenta')
    expect(visitor.page.text).toContain('Ventanilla Centro: Mercado')
    expect(visitor.page.html).not.toContain(oneTime)
    const ana = new Visitor(app)
    await ana.get('/personal/entrar')
    await ana.submit({ email: 'ana.ventanilla@muni.example', password: oneTime })
    expect(ana.page.heading).toBe('Elija su contraseña')
  })

  it('offer only the roles that the person may give', async () => {
    const roles = async (name: string) => {
      const visitor = await signedIn(name)
      const page = await visitor.get('/personal/villa/cuentas/nueva')
      return [...page.html.matchAll(/<option value="([a-z_]+)"/g)].map(([, role]) => role)
    }
    expect(await roles('responsable')).toEqual(
      expect.not.arrayContaining(['claims_manager', 'system_admin', 'auditor']),
    )
    expect(await roles('sistemas')).toEqual(
      expect.arrayContaining(['claims_manager', 'system_admin', 'auditor']),
    )
  })

  it('are not given more by a forged form', async () => {
    const visitor = await signedIn('responsable')
    for (const [role, status] of [
      ['system_admin', 403],
      ['integrity_officer', 403],
      ['emperor', 422],
    ] as const) {
      await visitor.get('/personal/villa/cuentas/nueva')
      const fields = { name: 'X', email: `${role}@muni.example`, place: 'all', role }
      expect((await visitor.submit(fields)).status).toBe(status)
    }
  })

  it('are shown again with everything typed when something is wrong', async () => {
    const visitor = await signedIn('responsable')
    await visitor.get('/personal/villa/cuentas/nueva')
    await visitor.submit({
      name: 'Berta',
      email: 'berta',
      role: 'unit_handler',
      place: 'all',
      valid_until: '2026-02-30',
    })
    expect(visitor.page.status).toBe(422)
    expect(visitor.page.text).toContain('Escriba un correo como nombre@ejemplo.com')
    expect(visitor.page.text).toContain('Escriba una fecha que exista')
    expect(visitor.page.html).toContain('value="Berta"')
    await visitor.submit({ email: 'berta@muni.example', valid_until: '2026-01-01' })
    expect(visitor.page.text).toContain('no puede ser anterior')
    await visitor.submit({ valid_until: '' })
    expect(visitor.page.text).toContain('Ese papel no va en ese lugar')
    await visitor.submit({ place: `unit:${town.unitId}` })
    expect(visitor.page.heading).toBe('La cuenta está creada')
  })

  it('are found by name, and get and lose roles', async () => {
    const { administrationId, unitId } = town
    await buildPerson(house.system, 'zacarías', [
      { role: 'unit_handler', administrationId, unitId },
    ])
    const visitor = await signedIn('responsable')
    await visitor.get('/personal/villa/cuentas')
    await visitor.submit({ words: 'ZACARIAS' })
    await visitor.click('zacarías')
    await visitor.submit({ role: 'site_officer', place: 'all' })
    expect(visitor.page.text).toContain('Dio el papel')
    await visitor.submit({ role: 'site_officer', place: 'all' })
    expect(visitor.page.text).toContain('ya tiene este papel')
    await visitor.submit({}, { form: '/retiro' })
    expect(visitor.page.text).toContain('Papeles que tuvo')
  })

  it('get a new one-time password, are closed and opened', async () => {
    const { administrationId, unitId } = town
    const id = await buildPerson(house.system, 'olvidadiza', [
      { role: 'unit_handler', administrationId, unitId },
    ])
    const away = await signedIn('olvidadiza')
    const visitor = await signedIn('responsable')
    await visitor.get(`/personal/villa/cuentas/${id}`)
    await visitor.submit({}, { form: '/clave' })
    expect(visitor.page.heading).toBe('Hay una contraseña nueva')
    expect((await away.get('/personal/villa/ausencias')).path).toContain('/personal/entrar')
    await visitor.get(`/personal/villa/cuentas/${id}`)
    await visitor.submit({}, { form: '/cierre' })
    expect(visitor.page.text).toContain('ya no puede entrar')
    await visitor.submit({}, { form: '/reapertura' })
    expect(visitor.page.text).toContain('Abrió la cuenta otra vez')
  })

  it('of people who work elsewhere do not exist here', async () => {
    const id = await buildPerson(house.system, 'ajena', [
      { role: 'analyst', administrationId: otherTown.administrationId },
    ])
    const visitor = await signedIn('responsable')
    expect((await visitor.get(`/personal/villa/cuentas/${id}`)).status).toBe(404)
    expect((await visitor.get('/personal/villa/cuentas/no-es-un-id')).status).toBe(404)
  })
})

describe('Absences on screen', () => {
  it('are recorded and ended', async () => {
    const visitor = await signedIn('unidad')
    await visitor.get('/personal/villa/ausencias')
    await visitor.submit({ from: '2026-03-02', until: '2026-03-01' })
    expect(visitor.page.status).toBe(422)
    await visitor.submit({ until: '2026-03-06' })
    expect(visitor.page.text).toContain('Anotó la ausencia')
    expect(visitor.page.text).toContain('Ausente hoy')
    await visitor.submit({}, { form: '/fin' })
    expect(visitor.page.text).toContain('No hay ausencias anotadas')
  })

  it('of others are offered only to who may record them', async () => {
    const people = async (name: string) => {
      const visitor = await signedIn(name)
      const page = await visitor.get('/personal/villa/ausencias')
      return /<select[^>]*name="person"[^>]*>([\s\S]*?)<\/select>/
        .exec(page.html)![1]!
        .match(/<option/g)!.length
    }
    expect(await people('unidad')).toBe(1)
    expect(await people('responsable')).toBeGreaterThan(4)
  })
})

describe('Malformed input', () => {
  const hostile = [
    ['nothing', ''],
    ['lists', 'email=a&email=b&password=c&role=x&role=y&words=1&words=2&name=q&name=r'],
    ['objects', 'email[x]=a&name[y][z]=b&role[]=c&from[]=2026-03-02'],
    [
      'huge fields',
      `email=${'a'.repeat(50_000)}&name=${'b'.repeat(50_000)}&words=${'c'.repeat(50_000)}`,
    ],
    ['null characters', 'email=a%00b&name=%00&words=%00&role=%00&person=%00'],
    ['broken encodings', 'email=%E0%A4%A&name=%FF%FE&words=%C3%28'],
    ['markup', "email=<script>&name='; drop table accounts; --&words=%25_\\&role=<b>"],
    ['odd dates', 'from=0000-00-00&until=99999-01-01&valid_from=x&valid_until=2026-13-45&person=1'],
    ['odd ids', 'person=00000000-0000-0000-0000-000000000000&substitute=x&session=1&after=2'],
  ] as const

  it.each(hostile)('of %s never breaks a page', async (_, body) => {
    const visitor = await signedIn('sistemas')
    await visitor.get('/personal/mi-cuenta')
    const token = visitor.page.forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    for (const path of [
      '/personal/entrar',
      '/personal/mi-cuenta',
      '/personal/mi-cuenta/clave',
      '/personal/villa/cuentas',
      '/personal/villa/cuentas/busqueda',
      '/personal/villa/cuentas/x/papeles',
      '/personal/villa/ausencias',
      '/personal/villa/ausencias/x/fin',
    ]) {
      const answer = await visitor.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `_token=${encodeURIComponent(token)}&${body}`,
      })
      expect([path, answer.status < 500]).toEqual([path, true])
    }
  })

  it('as JSON of wrong types never breaks a page', async () => {
    const visitor = await signedIn('sistemas')
    await visitor.get('/personal/mi-cuenta')
    const _token = visitor.page.forms.at(-1)!.values.find(([name]) => name === '_token')![1]
    for (const value of [1, null, true, [], {}, ['a'], { a: { b: 1 } }]) {
      const names = [
        'email',
        'password',
        'name',
        'language',
        'role',
        'place',
        'words',
        'person',
        'draft',
      ]
      const fields = Object.fromEntries(names.map((name) => [name, value]))
      for (const path of ['/personal/entrar', '/personal/mi-cuenta', '/personal/villa/cuentas']) {
        const answer = await visitor.request(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...fields, _token }),
        })
        expect([path, answer.status < 500]).toEqual([path, true])
      }
    }
  })

  it('in cookies never breaks a page', async () => {
    for (const value of ['x', 'a'.repeat(43), '%00', '..', 'j:{"a":1}']) {
      const visitor = new Visitor(app, { cookie: `personal=${value}; equipo=${value}.${value}` })
      expect((await visitor.get('/personal/entrar')).status).toBe(200)
    }
  })
})
