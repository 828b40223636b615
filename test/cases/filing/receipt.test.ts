import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { printable } from '../../../src/platform/pdf/index.ts'
import { codesOn, complainUntil } from './way.ts'

const FILED = '2026-03-02T16:00:00Z'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ now: FILED })
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})
beforeEach(() => test.clockAt(FILED))

async function fileOne(): Promise<Visitor> {
  const visitor = await complainUntil(app, 'revise')
  await visitor.submit({})
  return visitor
}

function forgedCookie(number: string): string {
  const text = Buffer.from(JSON.stringify([[number, 9999999999999]])).toString('base64url')
  return `${text}.AAAA`
}

async function stateOf(path: string, visitor: Visitor): Promise<number> {
  return (await visitor.request(path)).status
}

describe('The receipt', () => {
  it('stays at its address for half an hour and then asks for the secret', async () => {
    const visitor = await fileOne()
    const { path } = visitor.page
    test.clockAt('2026-03-02T16:29:00Z')
    expect(await stateOf(path, visitor)).toBe(200)
    test.clockAt('2026-03-02T16:31:00Z')
    const later = await visitor.request(path)
    expect([later.status, later.headers.get('location')]).toEqual([
      303,
      path.replace('/constancia', ''),
    ])
  })

  it('is nobody else’s, nor that of another case', async () => {
    const mine = await fileOne()
    const theirs = await fileOne()
    expect(await stateOf(mine.page.path, new Visitor(app))).toBe(303)
    expect(await stateOf(mine.page.path, theirs)).toBe(303)
    const forged = new Visitor(app, {
      cookie: `seguimiento=${forgedCookie(codesOn(mine.page).number)}`,
    })
    expect(await stateOf(mine.page.path, forged)).toBe(303)
  })

  it('leaves no secret in any address', async () => {
    const visitor = await fileOne()
    const { secret } = codesOn(visitor.page)
    expect(secret).not.toBe('')
    for (const { href } of visitor.page.links) expect(href).not.toContain(secret)
    expect(visitor.page.headers.get('cache-control')).toContain('no-store')
  })

  it('is gone when the person says that they have finished', async () => {
    const visitor = await fileOne()
    const { path } = visitor.page
    await visitor.submit({}, { form: 'terminar' })
    expect(visitor.cookies.has('seguimiento')).toBe(false)
    expect(visitor.cookies.has('sid')).toBe(false)
    expect(await stateOf(path, visitor)).toBe(303)
  })

  it('can be had on paper, tagged and in its language', async () => {
    const visitor = await fileOne()
    const response = await visitor.request(`${visitor.page.path}.pdf`)
    expect(response.headers.get('content-type')).toContain('application/pdf')
    expect(response.headers.get('content-disposition')).toContain(codesOn(visitor.page).number)
    const pdf = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    for (const mark of ['/StructTreeRoot', '/Marked true', '/Lang (es)', '/DisplayDocTitle true']) {
      expect(pdf).toContain(mark)
    }
    expect(await stateOf(`${visitor.page.path}.pdf`, new Visitor(app))).toBe(303)
  })

  it('prints what its letters can print, and marks the rest', () => {
    expect(printable('Ñandú, «año» – “sí”… 😀 Привет')).toBe('Ñandú, «año» – “sí”… ? ??????')
  })
})
