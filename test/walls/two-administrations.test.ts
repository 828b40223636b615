import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createApp } from '../../src/app.ts'
import { getBookRules } from '../../src/administrations/index.ts'
import { PAGES } from '../accessibility/pages.ts'
import { openSampleHouse, type SampleHouse } from '../accessibility/sample-house.ts'
import { listRoutes, type SeenRoute } from '../support/list-routes.ts'
import type { Visitor } from '../support/visitor.ts'
import { NEIGHBOUR, signInNeighbour } from './neighbour.ts'
import { changedTables, rowsOf } from './rows-of.ts'

/** What stands in these addresses is a code that every administration has, and no id. */
const CODES: ReadonlySet<string> = new Set(['/personal/:slug/recojo/documentos/:kind'])

let house: SampleHouse
let neighbour: Visitor
let token: [string, string]
let routes: SeenRoute[]
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
  words = [book.administration.name, ...named, 'No es cierto.', 'Pongan más bancas.']
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
})
