import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { pino } from 'pino'
import { isReportersRoad } from '../../../src/corruption-reports/road/is-reporters-road.ts'
import { tellErrorsLater } from '../../../src/corruption-reports/road/tell-errors-later.ts'
import { metrics } from '../../../src/platform/web/metrics.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'

const ADDRESSES = [
  '/demo/denuncia',
  '/demo/denuncia?lang=en',
  '/demo/denuncia/no-hay',
  '/demo/denuncia/%zz',
  '/nadie/denuncia',
  '/demo/Denuncia/',
  '/api/v1/administrations/demo/corruption-reports',
]

let test: TestSystem
let app: RunningApp
const lines: string[] = []

beforeAll(async () => {
  test = await openDemoBook()
  const stream = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString())
      done()
    },
  })
  app = await startApp({ ...test.system, log: pino({ level: 'trace' }, stream) })
})
afterAll(async () => {
  await app.close()
  await test.close()
})

async function ask(path: string): Promise<Response> {
  const response = await new Visitor(app).request(path)
  await response.text()
  // a line is written when the connection is done with the answer
  await new Promise((resolve) => setTimeout(resolve, 50))
  return response
}

describe('The road of somebody who reports', () => {
  it.each(ADDRESSES)('leaves no line, no count and no cookie at %s', async (path) => {
    lines.length = 0
    const counted = await metrics.metrics()
    const { headers } = await ask(path)
    expect(lines).toEqual([])
    expect(await metrics.metrics()).toBe(counted)
    expect(headers.getSetCookie()).toEqual([])
    expect(headers.get('x-request-id')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('is told apart from the rest of the book, which keeps its log', async () => {
    lines.length = 0
    await ask('/demo')
    expect(lines).toHaveLength(1)
    expect(isReportersRoad('/personal/denuncia')).toBe(false)
    expect(isReportersRoad('/demo/denuncias')).toBe(false)
    expect(isReportersRoad('/demo/nuevo/denuncia')).toBe(false)
  })

  it('changes language by a plain link', async () => {
    const visitor = new Visitor(app)
    await visitor.get('/demo/denuncia')
    const page = await visitor.click('English')
    expect(page.heading).toBe('Report corruption')
    expect(visitor.cookies.size).toBe(0)
  })

  it('can be left at once without JavaScript', async () => {
    const page = await new Visitor(app).get('/demo/denuncia')
    expect(page.links.find(({ text }) => text === 'Salir rápido')?.href).toMatch(/^https:/)
  })
})

describe('An error that nobody expected on this road', () => {
  it('is told later, by its place in the code and never by what was typed', async () => {
    const told: object[] = []
    const log = tellErrorsLater({ error: (entry) => told.push(entry) }, 20)
    log.error({ err: new TypeError('la señora de la ventanilla 3') }, '')
    log.error({ err: new TypeError('otra cosa') }, '')
    expect(told).toEqual([])
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toMatch(/ventanilla|otra cosa/)
    expect(JSON.stringify(told)).toContain('TypeError')
  })
})
