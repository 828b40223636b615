import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listAuditLines } from '../../src/audit/index.ts'
import { codeOfStep, stepAt } from '../../src/people/second-factor/one-time-code.ts'
import { findSecondFactor } from '../../src/people/second-factor/second-factor-store.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import type { Role } from '../../src/people/index.ts'
import { buildPerson, buildTown, password, type Town } from './fixtures.ts'

const start = new Date('2026-03-02T16:00:00Z').getTime()
const compulsory = [
  'integrity_officer',
  'custodian',
  'alternate_authority',
  'recovery_holder',
] as const

let house: TestSystem
let app: RunningApp
let town: Town
let people = 0
let minutes = 0

beforeAll(async () => {
  house = await openTestSystem()
  app = await startApp(house.system)
  town = await buildTown(house.system, 'villa')
})
afterAll(async () => {
  await app.close()
  await house.close()
})

/** Every code is of another step, and no session ends meanwhile. */
function later(): Date {
  minutes += 2
  const now = new Date(start + minutes * 60_000)
  house.clockAt(now)
  return now
}

async function newcomer(role: Role) {
  const name = `p${++people}`
  const { administrationId } = town
  const accountId = await buildPerson(house.system, name, [{ role, administrationId }])
  return { accountId, email: `${name}@muni.example` }
}

async function enter(email: string): Promise<Visitor> {
  const visitor = new Visitor(app)
  await visitor.get('/personal/entrar?volver=/personal/villa/ausencias')
  await visitor.submit({ email, password })
  return visitor
}

/** What the page spells for those who cannot read the picture. */
function secretOn({ page }: Visitor): Buffer {
  const [, spelled = ''] = /<code class="one-time">([A-Z2-7 ]+)</.exec(page.html) ?? []
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...spelled.replaceAll(' ', '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

const codeNow = (secret: Buffer) => codeOfStep(secret, stepAt(later()))

async function enrol(email: string) {
  const visitor = await enter(email)
  if (!visitor.page.path.startsWith('/personal/segundo-factor')) {
    await visitor.get('/personal/segundo-factor')
  }
  await visitor.submit({}, { form: 'nuevo' })
  const secret = secretOn(visitor)
  await visitor.submit({ code: codeNow(secret) })
  const spare = [...visitor.page.html.matchAll(/<code class="one-time">([^<]+)</g)].map(
    ([, code = '']) => code,
  )
  return { visitor, secret, spare }
}

describe.each(compulsory)('Whoever holds the role %s', (role) => {
  it('opens nothing with the password alone, and everything after the code', async () => {
    const { email } = await newcomer(role)
    const visitor = await enter(email)
    expect(visitor.page.path).toContain('/personal/segundo-factor?volver=')
    expect(visitor.page.heading).toBe('Prepare su segundo paso')
    for (const path of ['/personal', '/personal/villa/ausencias', '/personal/mi-cuenta']) {
      expect((await visitor.get(path)).path).toContain('/personal/segundo-factor')
    }
    const enrolled = await enrol(email)
    expect(enrolled.spare).toHaveLength(10)
    expect((await enrolled.visitor.get('/personal/mi-cuenta')).path).toBe('/personal/mi-cuenta')

    const again = await enter(email)
    expect(again.page.heading).toBe('Segundo paso para entrar')
    expect((await again.get('/personal/villa/ausencias')).path).toBe(
      '/personal/segundo-factor?volver=%2Fpersonal%2Fvilla%2Fausencias',
    )
    await again.submit({ code: codeNow(enrolled.secret) })
    expect(again.page.path).toBe('/personal/villa/ausencias')
  })
})

describe('The second factor', () => {
  it('refuses a code that opened before, also in another session', async () => {
    const { email } = await newcomer('custodian')
    const { secret } = await enrol(email)
    const code = codeNow(secret)
    const one = await enter(email)
    const two = await enter(email)
    await one.submit({ code })
    expect(one.page.path).toBe('/personal/villa/ausencias')
    await two.submit({ code })
    expect(two.page.status).toBe(422)
    expect(two.page.text).toContain('Este código no es correcto o ya se usó')
  })

  it('takes a spare code once', async () => {
    const { email } = await newcomer('custodian')
    const { spare } = await enrol(email)
    const [code = ''] = spare
    const one = await enter(email)
    await one.submit({ code: code.toUpperCase() })
    expect(one.page.path).toBe('/personal/villa/ausencias')
    expect((await one.get('/personal/segundo-factor')).text).toContain('Le quedan 9 códigos')
    const two = await enter(email)
    await two.submit({ code })
    expect(two.page.status).toBe(422)
  })

  it('slows down whoever guesses', async () => {
    const { email } = await newcomer('custodian')
    const { secret } = await enrol(email)
    const visitor = await enter(email)
    for (let attempt = 0; attempt < 6; attempt++) await visitor.submit({ code: '000000' })
    expect(visitor.page.status).toBe(422)
    await visitor.submit({ code: codeOfStep(secret, stepAt(house.system.clock())) })
    expect(visitor.page.status).toBe(429)
    expect(visitor.page.headers.get('retry-after')).toBe('30')
    await visitor.submit({ code: codeNow(secret) })
    expect(visitor.page.path).toBe('/personal/villa/ausencias')
  })

  it('is a free choice for others, and asked for once chosen', async () => {
    const { email, accountId } = await newcomer('analyst')
    expect((await enter(email)).page.path).toBe('/personal/villa/ausencias')
    const { visitor, secret } = await enrol(email)
    const again = await enter(email)
    expect(again.page.path).toContain('/personal/segundo-factor?volver=')
    await again.submit({ code: codeNow(secret) })
    await visitor.get('/personal/segundo-factor')
    await visitor.submit({ code: codeNow(secret) }, { button: 'Hacer códigos de reserva nuevos' })
    expect(visitor.page.heading).toBe('Guarde sus códigos de reserva')
    await visitor.get('/personal/segundo-factor')
    const { forms } = visitor.page
    const token = forms.flatMap(({ values }) => values).find(([name]) => name === '_token')?.[1]
    const fields = { _token: token ?? '', code: codeNow(secret) }
    await visitor.post('/personal/segundo-factor/retiro', fields)
    expect(visitor.page.path).toContain('/personal/mi-cuenta')
    expect(await findSecondFactor(house.system.db, accountId)).toBeNull()
    const actions = (await listAuditLines(house.system.db, { accountId })).map(
      (line) => line.action,
    )
    expect(actions).toEqual(
      expect.arrayContaining([
        'second_factor_set_up',
        'second_factor_shown',
        'recovery_codes_renewed',
        'second_factor_removed',
      ]),
    )
  })

  it.each(['es', 'en'])('has only sound pages, in %s', async (language) => {
    const { email } = await newcomer('recovery_holder')
    const visitor = await enter(email)
    const see = async (path?: string) => {
      if (path) await visitor.get(path)
      expect(await htmlProblems(visitor.page.html)).toEqual([])
    }
    await see(`/personal/segundo-factor?lang=${language}`)
    await visitor.submit({}, { form: 'nuevo' })
    await see()
    const secret = secretOn(visitor)
    await visitor.submit({ code: '1' })
    await see()
    await visitor.submit({ code: codeNow(secret) })
    await see()
    await see('/personal/segundo-factor')
    const again = await enter(email)
    await again.get(`/personal/segundo-factor?lang=${language}`)
    expect(await htmlProblems(again.page.html)).toEqual([])
  })
})
