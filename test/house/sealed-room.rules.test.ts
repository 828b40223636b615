import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { TABLES_IN_ORDER } from '../../src/corruption-reports/copies/copy-tables-store.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FILES = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.(ts|sql)$/.test(path)),
)
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const isOutside = (path: string) => !path.startsWith('src/corruption-reports/')

const tables = TABLES_IN_ORDER.join('|')
const BUILT = new RegExp(
  `(?:[sS]electFrom|insertInto|updateTable|deleteFrom|Join)\\(\\s*'(?:${tables})\\b`,
)
const WRITTEN = new RegExp(
  `\\b(?:from|join|into|update|copy|table|truncate)\\s+(?:only\\s+)?"?(?:sealed"?\\."?)?(?:${tables})\\b(?!\\s+(?:of|that|to|in)\\b)`,
  'i',
)
const SCHEMA = new RegExp(
  `"?sealed"?\\.(?:${tables}|kysely_migration)\\b|search_path[ =]+sealed|schema: 'sealed'`,
)

const names = (path: string) => [BUILT, WRITTEN, SCHEMA].some((pattern) => pattern.test(text(path)))

describe('The room of sealed reports', () => {
  it('nothing outside its room names a sealed table', () => {
    expect(FILES.filter((path) => isOutside(path) && names(path))).toEqual([])
  })

  it('would be noticed: its own stores do name them', () => {
    const stores = FILES.filter((path) => !isOutside(path) && path.endsWith('-store.ts'))
    expect(stores.filter((path) => names(path)).length).toBeGreaterThan(10)
  })

  it('nothing outside its room asks for its login', () => {
    const asks = FILES.filter((path) => isOutside(path) && /sealedDatabaseUrl/.test(text(path)))
    expect(asks).toEqual(['src/config.ts'])
  })

  it('a sealed store works on sealed tables and on no others', () => {
    const ordinary = FILES.filter(
      (path) =>
        !isOutside(path) &&
        /platform\/database\/tables|\bsystem\.db\b/.test(text(path)) &&
        path.endsWith('-store.ts'),
    )
    expect(ordinary).toEqual([])
  })
})
