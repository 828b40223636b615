import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const SRC = fileURLToPath(new URL('../../src/', import.meta.url))
const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
)
const text = (path: string) => readFileSync(join(SRC, path), 'utf8')

/** What a file imports of ours, as paths under src. */
function importsOf(path: string): string[] {
  return [...text(path).matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, to]) =>
    relative(SRC, join(SRC, dirname(path), to ?? '')),
  )
}

const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

function offences(isOffence: (from: string, to: string) => boolean): string[] {
  return FILES.flatMap((from) =>
    importsOf(from)
      .filter((to) => isOffence(from, to))
      .map((to) => `${from} → ${to}`),
  )
}

describe('The arrows of the house', () => {
  it('the ground floor knows no room above it', () => {
    expect(
      offences(
        (from, to) =>
          roomOf(from) === 'platform' && roomOf(to) !== 'platform' && to !== 'config.ts',
      ),
    ).toEqual([])
  })

  it('a room speaks to another through its public face', () => {
    expect(
      offences(
        (from, to) =>
          roomOf(to) !== '' &&
          !['platform', 'locales', roomOf(from)].includes(roomOf(to)) &&
          to !== `${roomOf(to)}/index.ts`,
      ),
    ).toEqual([])
  })

  it('nothing but pages and the interface knows of pages', () => {
    const faces = (path: string) =>
      /\/(pages|api)\//.test(path) || /(^|\/)index\.ts$/.test(path) || roomOf(path) === ''
    expect(offences((from, to) => /\/pages\//.test(to) && !faces(from))).toEqual([])
  })

  it('SQL stands in stores', () => {
    const writesSql = FILES.filter(
      (path) =>
        roomOf(path) !== 'platform' &&
        !path.endsWith('-store.ts') &&
        /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|sql(<[^>]*>)?`/.test(text(path)),
    )
    expect(writesSql).toEqual([])
  })

  it('transactions are opened in actions, jobs and what works by the clock', () => {
    const opens = FILES.filter(
      (path) =>
        roomOf(path) !== 'platform' &&
        /inTransaction\(/.test(text(path)) &&
        /\/(pages|api)\/|-store\.ts$|-rules\.ts$|-policy\.ts$/.test(path),
    )
    expect(opens).toEqual([])
  })

  it('nobody asks the machine what time it is', () => {
    const asks = FILES.filter(
      (path) => path !== 'platform/clock.ts' && /new Date\(\)|Date\.now\(\)/.test(text(path)),
    )
    expect(asks).toEqual([])
  })
})
