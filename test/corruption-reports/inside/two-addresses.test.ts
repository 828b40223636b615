import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createApp } from '../../../src/app.ts'
import { foundDemo } from '../../../src/corruption-reports/index.ts'
import { findAccountByEmail } from '../../../src/people/index.ts'
import { ensureAssets } from '../../../src/platform/web/index.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { Visitor } from '../../support/visitor.ts'
import { enterAsMember } from '../members/enter-as-member.ts'
import { openMemberSession } from '../officers/sign-in-member.ts'
import { listRoutes } from '../../support/list-routes.ts'

const ROOMS = ['denuncias', 'custodia', 'llaves']
const OFFICERS_PAGES = ROOMS.map((room) => `/personal/demo/${room}`)
const CITIZENS_PAGES = [
  '/demo',
  '/demo/denuncia',
  '/demo/denuncia/seguimiento',
  '/demo/denuncia/llaves',
  '/demo/denuncia/constancias',
  '/api/v1/administrations/demo',
]

let test: TestSystem
let server: Server
let book: string
let office: string
let cookie: string
let routes: ReturnType<typeof listRoutes>

/** One app that is reached by two names. */
beforeAll(async () => {
  test = await openDemoBook()
  await foundDemo(test.system, 'demo', test.system.clock())
  await ensureAssets()
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  book = `http://127.0.0.1:${port}`
  office = `http://localhost:${port}`
  const config = { ...test.system.config, baseUrl: book, officersBaseUrl: office }
  const app = createApp({ ...test.system, config })
  server.on('request', app)
  routes = listRoutes(app)
  const account = await findAccountByEmail(test.system.db, 'integridad@demo.example')
  cookie = `personal=${await openMemberSession(test.system, account?.accountId ?? '')}`
}, 120_000)
afterAll(async () => {
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeAllConnections()
  })
  await test.close()
})

/** Asked by an officer who is signed in, so that nothing but the address can be the reason. */
async function ask(address: string, method = 'get', headers: Record<string, string> = {}) {
  const answer = await fetch(address, {
    method,
    redirect: 'manual',
    headers: { cookie, accept: 'text/html', ...headers },
  })
  await answer.arrayBuffer()
  return answer
}
const statusOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status
const csp = async (address: string) => (await ask(address)).headers.get('content-security-policy')

const isSealed = (path: string) =>
  path.startsWith('/personal/') && ROOMS.includes(path.split(/[/?]/)[3] ?? '')
const isSigningIn = (path: string) =>
  /^\/personal(?:\/(?:entrar|salir|clave|segundo-factor|mi-cuenta|:slug)(?:\/(?!:)[^:]*)?)?$/.test(
    path,
  )
const isForMachines = (path: string) =>
  ['/healthz', '/readyz', '/version', '/metrics'].includes(path)

describe('Where officers have an address of their own', () => {
  it.each(OFFICERS_PAGES)('%s is a page there, and nothing at the book’s', async (path) => {
    const own = path.endsWith('custodia') ? 403 : 200
    expect([await statusOf(office + path), await statusOf(book + path)]).toEqual([own, 404])
    expect(await statusOf(book + path.toUpperCase().replace('DEMO', 'demo'))).toBe(404)
  })

  it.each(CITIZENS_PAGES)('%s is a page of the book, and nothing there', async (path) => {
    expect([await statusOf(book + path), await statusOf(office + path)]).toEqual([200, 404])
  })

  it('every route answers on its own side only', async () => {
    const wrong: string[] = []
    for (const { method, path } of routes) {
      if (isSigningIn(path) || isForMachines(path)) continue
      const [closed, name] = isSealed(path) ? [book, 'book'] : [office, 'office']
      const address = closed + path.replace(':slug', 'demo').replaceAll(/[:*]\w+/g, 'x')
      if ((await statusOf(address, method)) !== 404) wrong.push(`${name}: ${method} ${path}`)
    }
    expect(wrong).toEqual([])
    expect(routes.filter(({ path }) => isSealed(path)).length).toBeGreaterThan(25)
    expect(routes.filter(({ path }) => !isSealed(path)).length).toBeGreaterThan(60)
  })

  it('no header of a request makes one address out of the other', async () => {
    const forged = { 'x-forwarded-host': new URL(office).host }
    expect(await statusOf(`${book}/personal/demo/denuncias`, 'get', forged)).toBe(404)
  })

  it('the rooms’ scripts may less than those of the book, and the door’s least', async () => {
    const room = await csp(`${office}/personal/demo/denuncias`)
    expect(room).toContain(`default-src 'none';script-src 'self' 'wasm-unsafe-eval'`)
    expect(room).toContain(`require-trusted-types-for 'script';trusted-types 'none'`)
    expect(room).toContain('frame-src blob:')
    const door = await csp(`${book}/demo/denuncia`)
    expect(door).toContain(`default-src 'none';script-src 'self';`)
    expect(door).toContain(`require-trusted-types-for 'script';trusted-types 'none'`)
    expect(door).not.toContain('frame-src')
    for (const page of [`${book}/demo`, `${office}/personal/entrar`, `${office}/demo`]) {
      expect(await csp(page)).toContain(`default-src 'self';script-src 'self';`)
    }
    for (const page of [`${office}/personal/demo/denuncias`, `${book}/demo/denuncia`]) {
      const { headers } = await ask(page)
      expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([
        'no-store',
        'no-referrer',
      ])
    }
  })

  it('an officer signs in there, lands in the room, and is offered nothing of the book', async () => {
    const visitor = await enterAsMember(test, { url: office }, 'integridad@demo.example')
    expect(visitor.page.path).toBe('/personal/demo/denuncias')
    const offered = visitor.page.links.map(({ href }) => href)
    const toBook = offered.filter((href) => href.startsWith('/personal/demo/') && !isSealed(href))
    expect(toBook).toEqual([])
    expect(offered).toContain('/personal/demo/llaves')
  })

  it('gives no cookie that a browser would show at the other', async () => {
    const visitor = new Visitor({ url: office })
    const opened = await visitor.request('/personal/entrar')
    const given = opened.headers.getSetCookie()
    expect(given.length).toBeGreaterThan(0)
    expect(given.filter((line) => /domain=/i.test(line))).toEqual([])
  })
})
