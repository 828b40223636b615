import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** So many requirements has each part of the seed model. */
const PARTS = { NC: 11, AB: 8, PM: 8, EM: 4, PA: 3, AC: 5, MD: 8, BP: 11 }

const required = Object.entries(PARTS).flatMap(([part, count]) =>
  Array.from({ length: count }, (_, index) => `${part}-${String(index + 1).padStart(2, '0')}`),
)

interface Row {
  id: string
  screens: string[]
  tests: string[]
}

const coded = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

const rows: Row[] = read('docs/requirements.md')
  .split('\n')
  .filter((line) => /^\| [A-Z]{2}-\d{2} /.test(line))
  .map((line) => {
    const [, id = '', , screens, tests] = line.split('|').map((cell) => cell.trim())
    return { id, screens: coded(screens), tests: coded(tests) }
  })

/** Every address that a table of routes knows, as the document writes it. */
function knownScreens(): Set<string> {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(join('src', path)))
  const paths = sources.flatMap((source) =>
    [...source.matchAll(/'(\/[:a-z][^'\s]*)'/g)].map(([, path = '']) => path),
  )
  return new Set(paths.map((path) => path.replace(/:([A-Za-z]+)/g, '{$1}')))
}

describe('The requirements of the seed model', () => {
  it('each have one row', () => {
    expect(rows.map(({ id }) => id).sort()).toEqual([...required].sort())
  })

  it('stand on screens that exist', () => {
    const known = knownScreens()
    const missing = rows.flatMap(({ id, screens }) =>
      screens.filter((screen) => !known.has(screen)).map((screen) => `${id}: ${screen}`),
    )
    expect(missing).toEqual([])
    expect(rows.filter(({ screens }) => screens.length === 0)).toEqual([])
  })

  it('are tried by tests that name them', () => {
    const unnamed = rows.flatMap(({ id, tests }) =>
      tests.filter((test) => !read(test).includes(id)).map((test) => `${id}: ${test}`),
    )
    expect(unnamed).toEqual([])
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([])
  })
})
