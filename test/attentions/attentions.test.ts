import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { countAttended, listTotals } from '../../src/attentions/index.ts'
import { accountOf, signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import type { Visitor } from '../support/visitor.ts'

const TAPS = '/personal/demo/atenciones'
const API = '/api/v1/administrations/demo/attentions'

let demo: DemoApp
let administrationId: string

beforeAll(async () => {
  demo = await openDemoApp()
  administrationId = (await getAdministrationBySlug(demo.test.system.db, 'demo')).administrationId
})
afterAll(() => demo.close())

const period = () => ({ administrationId, from: '2026-03-01', until: '2026-03-31' })
const db = () => demo.test.system.db

async function attended(source: string): Promise<number> {
  const totals = await listTotals(db(), period())
  return totals
    .filter((total) => total.source === source)
    .reduce((sum, total) => sum + total.attended, 0)
}

describe('Counting at the counter', () => {
  it('takes one tap for one person, and takes one off again, never below none', async () => {
    const officer = await signIn(demo.app, 'ventanilla')
    await officer.get(TAPS)
    expect(await htmlProblems(officer.page.html)).toEqual([])
    await tap(officer, 'predial')
    await tap(officer, 'predial')
    await tap(officer, 'multas')
    expect(await attended('tap')).toBe(3)
    expect(officer.page.text).toContain('Quitar una Pago del predial')
    await undo(officer, 'predial')
    await undo(officer, 'multas')
    await undo(officer, 'multas')
    expect(await attended('tap')).toBe(1)
    expect(officer.page.text).toContain('1 atención hoy en la oficina')
    expect(await htmlProblems(officer.page.html)).toEqual([])
  })

  it('is done in one’s own office only', async () => {
    const officer = await signIn(demo.app, 'jefatura')
    await officer.get(TAPS)
    expect(officer.page.text).toContain('Oficina Centro')
    expect(officer.page.text).not.toContain('Oficina Norte')
    const values = Object.fromEntries(tapForm(officer).values)
    await officer.post(TAPS, { ...values, oficina: 'norte', add: 'predial' })
    expect(officer.page.status).toBe(403)
    expect((await (await signIn(demo.app, 'unidad')).get(TAPS)).status).toBe(403)
  })
})

function tapForm(visitor: Visitor) {
  return visitor.page.forms.find(({ method, names }) => method === 'post' && names.has('canal'))!
}

async function tap(visitor: Visitor, service: string) {
  await visitor.post(TAPS, { ...Object.fromEntries(tapForm(visitor).values), add: service })
}

async function undo(visitor: Visitor, service: string) {
  await visitor.post(TAPS, { ...Object.fromEntries(tapForm(visitor).values), undo: service })
}

describe('A table brought in', () => {
  const table = (count: number) =>
    `fecha;oficina;servicio;canal;atenciones\n2026-03-01;centro;predial;;${count}\n2026-03-02;centro;predial;;9\n2026-03-02;luna;predial;;9`

  it('is first tried: what is wrong is told row by row, and nothing is taken', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${TAPS}/importar`)
    expect(await htmlProblems(manager.page.html)).toEqual([])
    await manager.submit({ file: new File([table(40)], 'marzo.csv', { type: 'text/csv' }) })
    expect(manager.page.text).toContain('Filas buenas: 2. Atenciones: 49.')
    expect(manager.page.text).toContain('1 fila no se puede tomar')
    expect(manager.page.text).toContain('No hay ningún valor así en la columna oficina')
    expect(manager.page.text).toContain('1 fila ya tiene personas contadas de otra forma')
    expect(await htmlProblems(manager.page.html)).toEqual([])
    expect(await attended('import')).toBe(0)
    await manager.submit({}, { form: 'confirmacion' })
    expect(manager.page.text).toContain('Quedaron guardadas 2 filas.')
    expect(await attended('import')).toBe(49)
  })

  it('replaces what the same cells said before', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${TAPS}/importar`)
    await manager.submit({ csv: table(50) })
    await manager.submit({}, { form: 'confirmacion' })
    expect(await attended('import')).toBe(59)
  })

  it('that makes no sense comes back with a reason', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${TAPS}/importar`)
    await manager.submit({ csv: 'a;b\n1;2' })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('Falta la columna fecha')
  })
})

describe('The register of the people attended', () => {
  it('is kept only where it was switched on, counts, and forgets a person on request', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${TAPS}/registro`)
    expect(manager.page.text).toContain('Este registro está apagado')
    expect(manager.page.forms.some(({ names }) => names.has('contact'))).toBe(false)
    await manager.submit({}, { form: 'interruptor' })
    expect(manager.page.text).toContain('El registro está encendido.')
    await manager.get(`${TAPS}/registro?oficina=centro`)
    const entry = { servicio: 'predial', name: 'Ana Robles', contact: '55 5555 1', minutes: '12' }
    await manager.submit(entry)
    expect(manager.page.text).toContain('La atención quedó anotada.')
    expect(manager.page.text).toContain('Ana Robles')
    expect(await htmlProblems(manager.page.html)).toEqual([])
    expect(await attended('register')).toBe(1)
    await manager.submit({}, { form: 'borrado' })
    expect(manager.page.text).not.toContain('Ana Robles')
    const [kept] = await db().selectFrom('attention_register').selectAll().execute()
    expect(kept).toMatchObject({ name: '', contact: '', minutes: 12, erased_on: '2026-03-02' })
    expect(await attended('register')).toBe(1)
    const looks = await db()
      .selectFrom('audit_log')
      .select('action')
      .where('action', '=', 'looked_at_attention_register')
      .where('account_id', '=', await accountOf(demo.test.system, 'responsable'))
      .execute()
    expect(looks.length).toBeGreaterThan(0)
  })
})

describe('The machine interface', () => {
  async function send(body: unknown, token?: string) {
    const response = await fetch(demo.app.url + API, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const row = { centre: 'norte', service: 'actas', day: '2026-03-02', channel: 'phone', count: 12 }

  async function newToken(): Promise<string> {
    const admin = await signIn(demo.app, 'admin')
    await admin.get('/personal/demo/interfaz')
    await admin.submit({ name: 'Turnos' })
    expect(admin.page.path).toBe('/personal/demo/interfaz')
    expect(await htmlProblems(admin.page.html)).toEqual([])
    const token = /la_[\w-]{43}/.exec(admin.page.text)?.[0] ?? ''
    expect((await admin.get('/personal/demo/interfaz')).html).not.toContain(token)
    return token
  }

  it('takes counts with a token that was shown once and is kept as its hash', async () => {
    const token = await newToken()
    expect(await send({ attentions: [row] }, token)).toEqual({ status: 200, body: { kept: 1 } })
    await send({ attentions: [{ ...row, count: 15 }] }, token)
    await send({ attentions: [{ ...row, count: 15 }] }, token)
    expect(await attended('interface')).toBe(15)
    const stored = await db().selectFrom('interface_tokens').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(stored[0]?.last_used_on).toBe('2026-03-02')
  })

  it('takes all rows or none, with a problem for each', async () => {
    const token = await newToken()
    const before = await attended('interface')
    const bad = { ...row, centre: 'luna', day: '2027-01-01' }
    const { status, body } = await send({ attentions: [{ ...row, count: 99 }, bad] }, token)
    expect(status).toBe(422)
    expect(
      (body['errors'] as { field: string; code: string }[]).map(({ field, code }) => [field, code]),
    ).toEqual([
      ['/attentions/1/day', 'in_future'],
      ['/attentions/1/centre', 'unknown'],
    ])
    expect((await send({ attentions: [row, row] }, token)).status).toBe(422)
    expect((await send({ attentions: [{ ...row, count: -1 }] }, token)).status).toBe(422)
    expect((await send({}, token)).status).toBe(422)
    expect(await attended('interface')).toBe(before)
  })

  it('refuses whoever has no token, a wrong one, or one that was taken back', async () => {
    const token = await newToken()
    expect((await send({ attentions: [row] })).status).toBe(401)
    expect((await send({ attentions: [row] }, `la_${'x'.repeat(43)}`)).status).toBe(401)
    const admin = await signIn(demo.app, 'admin')
    await admin.get('/personal/demo/interfaz')
    for (const _ of [1, 2, 3]) {
      if (admin.page.forms.some(({ action }) => action.includes('retiro')))
        await admin.submit({}, { form: 'retiro' })
    }
    expect((await send({ attentions: [row] }, token)).status).toBe(401)
    expect((await (await signIn(demo.app, 'analisis')).get('/personal/demo/interfaz')).status).toBe(
      403,
    )
  })

  it('makes one token, however often the page that shows it is loaded anew', async () => {
    const tokens = () => demo.test.system.db.selectFrom('interface_tokens').selectAll().execute()
    const before = (await tokens()).length
    const admin = await signIn(demo.app, 'admin')
    await admin.get('/personal/demo/interfaz')
    const form = admin.page.forms.find(({ names }) => names.has('scope'))!
    const body = new URLSearchParams({ ...Object.fromEntries(form.values), name: 'Turnos' })
    const sent = await admin.request(form.action, { method: 'POST', body })
    expect(sent.status).toBe(303)
    expect(await sent.text()).not.toContain('la_')
    const [carried] = sent.headers.getSetCookie().filter((line) => line.startsWith('new_token='))
    expect(carried).toMatch(
      /Max-Age=60; Path=\/personal\/demo\/interfaz;.*HttpOnly; SameSite=Strict/,
    )
    expect((await admin.get('/personal/demo/interfaz')).text).toContain('La llave está lista')
    expect((await admin.get('/personal/demo/interfaz')).text).not.toContain('La llave está lista')
    expect(await tokens()).toHaveLength(before + 1)
  })
})

describe('The sum', () => {
  it('is of all sources; without any count it is not known, which is not none', async () => {
    expect(await countAttended(db(), period())).toBe(1 + 59 + 1 + 15)
    expect(
      await countAttended(db(), { administrationId, from: '2025-01-01', until: '2025-12-31' }),
    ).toBeNull()
  })

  it.each(['es', 'en'])('is counted on sound pages in %s', async (language) => {
    for (const name of ['responsable', 'analisis', 'admin']) {
      const visitor = await signIn(demo.app, name, language)
      for (const path of name === 'analisis' ? ['', '/importar'] : ['', '/registro']) {
        await visitor.get(TAPS + path)
        expect([name, path, visitor.page.status]).toEqual([name, path, 200])
        expect(await htmlProblems(visitor.page.html)).toEqual([])
      }
    }
  })
})
