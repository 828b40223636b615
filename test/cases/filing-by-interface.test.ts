import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { sendJson } from '../support/json.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'

const CASES = '/api/v1/administrations/demo/cases'

const complaint = {
  kind: 'complaint',
  centre: 'centro',
  service: 'predial',
  description: 'Esperé tres horas en la fila y nadie supo decirme qué papel faltaba.',
  person: { names: 'Ana', firstSurname: 'Robles', email: 'ana@correo.example' },
  answerBy: 'email',
  consents: { electronicNotice: true },
}

interface Receipt {
  caseNumber: string
  trackingToken: string
  dueOn: string
  state: string
  statusUrl: string
}

interface Problem {
  code: string
  errors: { field: string; code: string; message: string }[]
}

let test: TestSystem
let app: RunningApp

beforeAll(async () => {
  test = await openDemoBook({ now: '2026-03-02T16:00:00Z' })
  app = await startApp(test.system)
})
afterAll(async () => {
  await app.close()
  await test.close()
})

let keys = 0
const file = <Body = Receipt>(body: unknown, key = `key-${++keys}`) =>
  sendJson<Body>(app, 'POST', CASES, { body, headers: { 'Idempotency-Key': key } })

describe('A filing through the machine interface', () => {
  it('gives number, secret and the date by which it is due', async () => {
    const { status, body } = await file(complaint)
    expect(status).toBe(201)
    expect(body.caseNumber).toMatch(/^DEMO-2026-\d{6}$/)
    expect(body.trackingToken).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
    // 15 working days from Tuesday 3 March; Monday 16 is worked, 21 March is a Saturday
    expect(body.dueOn).toBe('2026-03-23')
    expect(body.statusUrl).toBe(`http://libro.test/seguimiento/${body.caseNumber}`)
  })

  it('gives the same receipt when it is sent again, and stores it once', async () => {
    const first = await file(complaint, 'twice')
    const again = await file(complaint, 'twice')
    expect(first.status).toBe(201)
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
  })

  it('is refused when its key belongs to another filing', async () => {
    await file(complaint, 'mine')
    const other = await file<Problem>({ ...complaint, description: 'Otra cosa.' }, 'mine')
    expect(other.status).toBe(422)
    expect(other.body.errors).toMatchObject([{ field: 'Idempotency-Key', code: 'key_reused' }])
  })

  it('says what is wrong with each field, in the language asked for', async () => {
    const bad = await sendJson<Problem>(app, 'POST', CASES, {
      body: {
        ...complaint,
        centre: 'luna',
        state: 'closed',
        description: '  ',
        person: { email: 'no' },
      },
      headers: { 'Idempotency-Key': 'bad', 'Accept-Language': 'en' },
    })
    expect(bad.status).toBe(422)
    expect(bad.body.errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      '/description required',
      '/person/email not_email',
      '/state unknown_field',
    ])
    expect(bad.body.errors.every(({ message }) => message.length > 5)).toBe(true)
  })

  it('needs a name for a complaint and none for a suggestion', async () => {
    const { person: _person, answerBy: _answerBy, consents: _consents, ...unsigned } = complaint
    const refused = await file<Problem>(unsigned)
    expect(refused.status).toBe(422)
    expect(refused.body.errors.map(({ code }) => code)).toContain('required')
    const taken = await file({ ...unsigned, kind: 'suggestion' })
    expect(taken.status).toBe(201)
  })

  it('takes no answer at all for no way to answer, where its kind needs one', async () => {
    const person = { names: 'Ana', firstSurname: 'Robles' }
    const filing = { ...complaint, person, answerBy: 'none', consents: {} }
    const refused = await file<Problem>(filing)
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([
      {
        field: '/answerBy',
        code: 'way_to_answer_needed',
        message: 'Diga por dónde quiere la respuesta: para este tipo de caso hace falta',
      },
    ])
    expect((await file({ ...filing, kind: 'suggestion' })).status).toBe(201)
    expect((await file({ ...filing, answerBy: 'pickup' })).status).toBe(201)
    expect((await file({ ...filing, person: complaint.person })).status).toBe(201)
  })

  it('promises no answer by text message where nobody sends them', async () => {
    const refused = await file<Problem>({ ...complaint, answerBy: 'sms' })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toMatchObject([{ field: '/answerBy', code: 'way_not_offered' }])
  })

  it('is followed with number and secret, and with nothing else', async () => {
    const { body } = await file(complaint)
    const path = `/api/v1/cases/${body.caseNumber}`
    const seen = await sendJson(app, 'GET', path, {
      headers: {
        Authorization: `Bearer ${body.trackingToken.toLowerCase().replaceAll('-', ' ').replaceAll(' ', '')}`,
      },
    })
    expect(seen.status).toBe(200)
    expect(seen.body).toMatchObject({
      caseNumber: body.caseNumber,
      kind: 'complaint',
      state: 'registered',
      stateLabel: 'Recibido',
      dueOn: '2026-03-23',
    })
    expect(seen.body['dueExplanation']).toContain('15')
    const wrong = await sendJson(app, 'GET', path, {
      headers: { Authorization: 'Bearer 0000-0000-0000-0000' },
    })
    const unknown = await sendJson(app, 'GET', '/api/v1/cases/DEMO-2026-999999', {
      headers: { Authorization: `Bearer ${body.trackingToken}` },
    })
    expect([wrong.status, unknown.status]).toEqual([404, 404])
    expect(wrong.body).toEqual(unknown.body)
  })

  it('leaves no gap and doubles nothing when forty arrive at once, some twice', async () => {
    const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        file({ ...complaint, description: `Número ${index % 30}` }, `many-${index % 30}`),
      ),
    )
    expect(new Set(answers.map(({ body }) => body.caseNumber)).size).toBe(30)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(30)
    const report = await verifyBook(test.system.db, administrationId)
    expect(report.faults).toEqual([])
    expect(report.contents).toBeGreaterThan(30)
  })

  it('cannot be deleted or backdated unnoticed', async () => {
    const { administrationId } = await getAdministrationBySlug(test.system.db, 'demo')
    const { db } = test.system
    await expect(sql`delete from case_events`.execute(db)).rejects.toThrow('append-only')
    await expect(sql`update filings set registered_at = now()`.execute(db)).rejects.toThrow(
      'append-only',
    )
    await expect(sql`truncate case_events`.execute(db)).rejects.toThrow('append-only')
    await sql`update case_contents set body = 'otra cosa' where kind = 'description' and body = 'Número 7'`.execute(
      db,
    )
    const { faults } = await verifyBook(db, administrationId)
    expect(faults).toMatchObject([{ what: 'content_changed', position: 1 }])
  })
})
