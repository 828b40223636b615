import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import { getBookRules } from '../../src/administrations/index.ts'
import { PAGES } from '../accessibility/pages.ts'
import { openSampleHouse, type SampleHouse } from '../accessibility/sample-house.ts'
import { sendJson } from '../support/json.ts'
import { listRoutes, type SeenRoute } from '../support/list-routes.ts'
import type { Visitor } from '../support/visitor.ts'
import { FILING, NEIGHBOUR, signInNeighbour, tokensOfNeighbour } from './neighbour.ts'
import { changedTables, rowsOf } from './rows-of.ts'

/** What stands in these addresses is a code that every administration has, and no id. */
const CODES: ReadonlySet<string> = new Set([
  '/personal/:slug/recojo/documentos/:kind',
  '/personal/:slug/avisos/textos/:template/:language',
  '/personal/:slug/avisos/textos/:template/:language/pagina',
  '/personal/:slug/avisos/textos/:template/:language/prueba',
  '/personal/:slug/conservacion/:termId',
])

/** What anybody may ask of an administration without a token: its name and places, and to whom reports are sealed. */
const PUBLIC_CALLS: ReadonlySet<string> = new Set([
  '/api/v1/administrations/:slug',
  '/api/v1/administrations/:slug/corruption-reports/directory',
])
const CASES = '/api/v1/administrations/:slug/cases'

let house: SampleHouse
let neighbour: Visitor
let token: [string, string]
let routes: SeenRoute[]
/** Of those, what is not public either. */
const SAID = ['No es cierto.', 'Pongan más bancas.']
const CALLED = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const
/** Words that only the first administration has: its places, its people, what was told to it. */
let words: string[]

beforeAll(async () => {
  house = await openSampleHouse()
  neighbour = await signInNeighbour(house.test, house.app)
  await neighbour.get('/personal/mi-cuenta')
  token = neighbour.page.forms[0]!.values.find(([name]) => name.startsWith('_'))!
  routes = listRoutes(createApp(house.test.system))
  const book = await firstBook()
  const named = [...book.centres, ...book.officials].map(({ name }) => name)
  words = [book.administration.name, ...named, ...SAID]
}, 240_000)
afterAll(() => house.close())

const own = (path: string) => path.startsWith('/personal/:slug')
const filled = (path: string) => house.addressOf(path, PAGES[path] ?? { as: 'anyone' })
const there = (path: string) => filled(path).replace('/personal/demo', `/personal/${NEIGHBOUR}`)

async function ask({ method, path }: SeenRoute, address: string) {
  const [name, value] = token
  const body = method === 'post' ? new URLSearchParams({ [name]: value }) : null
  const answer = await neighbour.request(address, { method: method.toUpperCase(), body })
  const text = await answer.text()
  return { path, status: answer.status, told: words.filter((word) => text.includes(word)) }
}

async function askAll(chosen: readonly SeenRoute[], addressOf: (path: string) => string) {
  const answers = []
  for (const route of chosen) answers.push(await ask(route, addressOf(route.path)))
  return answers
}

async function call({ method, path }: SeenRoute, token: string) {
  const { status, body } = await sendJson(
    house.app,
    CALLED[method as keyof typeof CALLED],
    filled(path),
    {
      ...(method !== 'get' && { body: FILING }),
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': `${method} ${path} ${token}`,
      },
    },
  )
  const text = JSON.stringify(body)
  return { path, status, told: SAID.filter((word) => text.includes(word)) }
}

const firstBook = () => getBookRules(house.test.system, 'demo', house.test.system.clock())
const rows = async () =>
  rowsOf(house.test.system.db, (await firstBook()).administration.administrationId)

describe('Two administrations in one installation', () => {
  it('have rooms that do not exist for the other: every page and call of the first is a 404', async () => {
    const before = await rows()
    const answers = await askAll(
      routes.filter(({ path }) => own(path)),
      filled,
    )
    expect(answers.length).toBeGreaterThan(250)
    expect(answers.filter(({ status }) => status !== 404)).toEqual([])
    expect(answers.filter(({ told }) => told.length > 0)).toEqual([])
    expect(changedTables(before, await rows())).toEqual([])
  })

  it('find nothing under what the other numbered: ids of the first lead nowhere in the second', async () => {
    const before = await rows()
    const withIds = routes.filter(({ path }) => own(path) && path.split('/:').length > 2)
    const answers = await askAll(withIds, there)
    expect(answers.length).toBeGreaterThan(120)
    expect(answers.filter(({ told }) => told.length > 0)).toEqual([])
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(changedTables(before, await rows())).toEqual([])
    const reached = answers.filter(({ status }) => status < 400 || status === 422)
    expect(reached.map(({ path }) => path).filter((path) => !CODES.has(path))).toEqual([])
  })

  it('show on their own pages nothing of the other', async () => {
    const plain = routes.filter(
      ({ method, path }) => method === 'get' && own(path) && path.split('/:').length === 2,
    )
    const answers = await askAll(plain, there)
    expect(answers.filter(({ told }) => told.length > 0)).toEqual([])
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(40)
  })

  it('let no system in that holds a token of the other: whatever it calls stays shut', async () => {
    const calls = routes.filter(({ path }) => path.startsWith('/api/'))
    const before = await rows()
    const answers = []
    for (const token of await tokensOfNeighbour(house.test, house.app)) {
      for (const route of calls) answers.push(await call(route, token))
    }
    expect(answers.length).toBeGreaterThan(20)
    expect(changedTables(before, await rows())).toEqual([])
    expect(answers.filter(({ told }) => told.length > 0)).toEqual([])
    const filing = answers.filter(({ path }) => path === CASES)
    expect(filing.map(({ status }) => status)).toEqual([401, 401, 401])
    const opened = answers.filter(({ status }) => status < 400 || status >= 500)
    expect(opened.map(({ path }) => path).filter((path) => !PUBLIC_CALLS.has(path))).toEqual([])
  })
})
