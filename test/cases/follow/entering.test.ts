import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { fileComplaint, follow, type Filed } from './followed-case.ts'

const NOW = '2026-03-02T16:00:00Z'

let test: TestSystem
let app: RunningApp
let filed: Filed
beforeAll(async () => {
  test = await openDemoBook({ now: NOW })
  app = await startApp(test.system)
  filed = await fileComplaint(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

async function tryWith(number: string, secret: string) {
  const visitor = new Visitor(app)
  await visitor.get('/seguimiento')
  return visitor.submit({ number, secret })
}

describe('The door to a case', () => {
  it('opens with number and secret', async () => {
    const { page } = await follow(app, filed)
    expect(page.status).toBe(200)
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(page.heading).toBe('Recibimos su caso')
    expect(page.headers.get('cache-control')).toContain('no-store')
  })

  it.each([
    ['small letters and spaces', (text: string) => text.toLowerCase().replaceAll('-', '  ')],
    ['nothing in between', (text: string) => text.replaceAll('-', '')],
    ['letters that look like digits', (text: string) => lookAlike(text)],
    ['long dashes', (text: string) => ` ${text.replaceAll('-', ' – ')} `],
  ])('forgives %s', async (_how, written) => {
    const page = await tryWith(written(filed.caseNumber), written(filed.trackingToken))
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
  })

  it('asks only for the secret when the address names the case', async () => {
    const visitor = new Visitor(app)
    const asked = await visitor.get(`/seguimiento/${filed.caseNumber}`)
    expect(asked.text).toContain(filed.caseNumber)
    expect(asked.html).not.toContain('id="number"')
    const page = await visitor.submit({ secret: filed.trackingToken })
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(page.heading).toBe('Recibimos su caso')
  })

  it('shows nothing of a case to whoever has only its number', async () => {
    const page = await new Visitor(app).get(`/seguimiento/${filed.caseNumber}`)
    const unknown = await new Visitor(app).get('/seguimiento/DEMO-2026-999999')
    const neutral = (html: string, number: string) =>
      html.replaceAll(number, 'N').replace(/name="_token" value="[^"]+"/g, '')
    expect(neutral(page.html, filed.caseNumber)).toBe(neutral(unknown.html, 'DEMO-2026-999999'))
    for (const address of ['correccion', 'informacion', 'retiro', 'opinion', 'revision']) {
      const step = await new Visitor(app).get(`/seguimiento/${filed.caseNumber}/${address}`)
      expect(step.text).not.toContain('ventanilla')
      expect(step.heading).toBe('Vea cómo va su caso')
    }
  })

  it('says the same of a wrong secret and of an unknown number, and keeps what was typed', async () => {
    const wrong = await tryWith(filed.caseNumber, '0000-0000-0000-0000')
    const unknown = await tryWith('DEMO-2026-999999', filed.trackingToken)
    const nonsense = await tryWith('<b>hola', 'a')
    for (const page of [wrong, unknown, nonsense]) {
      expect(page.status).toBe(422)
      expect(page.path).toBe('/seguimiento')
      expect(page.text).toContain('El número y la clave no van juntos.')
    }
    expect(Object.fromEntries(wrong.forms[0]?.values ?? [])).toMatchObject({
      number: filed.caseNumber,
    })
    expect(nonsense.html).not.toContain('<b>hola')
  })

  it('asks for what is missing', async () => {
    const page = await tryWith('', '')
    expect(page.status).toBe(422)
    expect(page.text).toContain('Escriba el número de su caso')
    expect(page.text).toContain('Escriba la clave secreta')
  })

  it('slows those who guess at one number, and nobody else', async () => {
    const target = await fileComplaint(test.system)
    const other = await fileComplaint(test.system)
    for (let turn = 0; turn < 11; turn++) await tryWith(target.caseNumber, `no ${turn}`)
    const slowed = await tryWith(target.caseNumber, 'no')
    expect(slowed.status).toBe(429)
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(slowed.text).toMatch(/Espere \d+ segundos? y pruebe otra vez/)
    expect(Object.fromEntries(slowed.forms[0]?.values ?? [])).toMatchObject({
      number: target.caseNumber,
    })
    // the same for a number that does not exist
    for (let turn = 0; turn < 11; turn++) await tryWith('DEMO-2026-888888', `no ${turn}`)
    expect((await tryWith('DEMO-2026-888888', 'no')).status).toBe(429)
    // the person of the case, and everybody else at the same address, come in
    expect((await tryWith(target.caseNumber, target.trackingToken)).status).toBe(200)
    expect((await tryWith(other.caseNumber, 'no')).status).toBe(422)
  })
})

describe('A visit', () => {
  it('lasts half an hour from the last look, and survives a reload', async () => {
    const visitor = await follow(app, filed)
    const path = `/seguimiento/${filed.caseNumber}`
    test.clockAt('2026-03-02T16:29:00Z')
    expect((await visitor.get(path)).heading).toBe('Recibimos su caso')
    test.clockAt('2026-03-02T16:58:00Z')
    expect((await visitor.get(path)).heading).toBe('Recibimos su caso')
    test.clockAt('2026-03-02T17:29:00Z')
    expect((await visitor.get(path)).heading).toBe('Vea cómo va su caso')
    test.clockAt(NOW)
  })

  it('holds several cases side by side, and none that was not opened', async () => {
    const second = await fileComplaint(test.system)
    const third = await fileComplaint(test.system)
    const visitor = await follow(app, filed)
    await visitor.get('/seguimiento')
    await visitor.submit({ number: second.caseNumber, secret: second.trackingToken })
    const headings = []
    for (const { caseNumber } of [filed, second, third]) {
      headings.push((await visitor.get(`/seguimiento/${caseNumber}`)).heading)
    }
    expect(headings).toEqual(['Recibimos su caso', 'Recibimos su caso', 'Vea cómo va su caso'])
  })

  it('cannot be made up or moved to another case', async () => {
    const visitor = await follow(app, filed)
    const second = await fileComplaint(test.system)
    const cookie = visitor.cookies.get('seguimiento') ?? ''
    const [text = '', seal = ''] = cookie.split('.')
    const forged = Buffer.from(text, 'base64url')
      .toString()
      .replace(filed.caseNumber, second.caseNumber)
    const tries = [
      `${Buffer.from(forged).toString('base64url')}.${seal}`,
      `${text}.`,
      text,
      '.',
      'x.y',
    ]
    for (const value of tries) {
      const thief = new Visitor(app, { cookie: `seguimiento=${value}` })
      const page = await thief.get(`/seguimiento/${second.caseNumber}`)
      expect([page.status, page.heading]).toEqual([200, 'Vea cómo va su caso'])
    }
  })

  it('ends for good on a shared screen', async () => {
    const visitor = await follow(app, filed)
    const page = await visitor.submit({}, { form: 'terminar' })
    expect(page.path).toBe('/seguimiento/fin')
    expect(visitor.cookies.has('seguimiento')).toBe(false)
    const again = await visitor.get(`/seguimiento/${filed.caseNumber}`)
    expect(again.heading).toBe('Vea cómo va su caso')
  })

  it('never carries the secret in an address or a cookie', async () => {
    const visitor = await follow(app, filed)
    const bare = filed.trackingToken.replaceAll('-', '')
    const kept = [...visitor.cookies.values()].map((value) =>
      [value, Buffer.from(value.split('.')[0] ?? '', 'base64url').toString()].join(),
    )
    for (const text of [visitor.page.path, visitor.page.html, ...kept]) {
      expect(text.replaceAll('-', '')).not.toContain(bare)
    }
  })
})

function lookAlike(text: string): string {
  return text.startsWith('DEMO')
    ? `DEMO-${text.slice(5).replaceAll('0', 'O').replaceAll('1', 'l')}`
    : text.replaceAll('0', 'o').replaceAll('1', 'I')
}
