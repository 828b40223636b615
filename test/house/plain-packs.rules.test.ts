import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readDataFile } from '../../src/platform/data-file.ts'
import { inflesz, wordsOf } from '../support/readability.ts'

/** What the invented people of the demonstration say is theirs. */
const VOICES = 'demo/voices.yaml'

const FOLDERS = ['regimes', 'regimes/shared', 'surveys', 'calendars', 'demo']
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join('packs', folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
).filter((file) => file !== VOICES)

/** What the law or the people themselves call something stays as it is, however long. */
const NAMES: Readonly<Record<string, string>> = {
  'regimes/shared/document-types-1.yaml': 'documents, as the norms that create them call them',
  'regimes/shared/spoken-languages-mx-1.yaml': 'languages, as their catalogue calls them',
  'regimes/shared/spoken-languages-pe-1.yaml': 'languages, as their register calls them',
  'calendars/mx-administrative.yaml': 'days off, as the law calls them',
  'calendars/mx-labour.yaml': 'days off, as the law calls them',
  'calendars/pe-national.yaml': 'days off, as the law calls them',
}

const FAIRLY_EASY = 65
const PROSE = 4
const LONG_ENOUGH_TO_JUDGE = 15

interface Said {
  at: string
  es: string
  en: unknown
}

/** Each text in Spanish with its place in the file. */
function saidIn(node: unknown, at = ''): Said[] {
  if (typeof node !== 'object' || node === null) return []
  const { es, en } = node as { es?: unknown; en?: unknown }
  if (typeof es === 'string') return [{ at, es, en }]
  return Object.entries(node).flatMap(([key, value]) => saidIn(value, `${at}/${key}`))
}

const read = async (file: string) => saidIn(await readDataFile(join('packs', file)))
const isProse = ({ es }: Said) => wordsOf(es).length >= PROSE

describe.each(files.filter((file) => !(file in NAMES)))('What people read of packs/%s', (file) => {
  it('is fairly easy, and has no hard text', async () => {
    const prose = (await read(file)).filter(isProse)
    const hard = prose
      .filter(({ es }) => wordsOf(es).length >= LONG_ENOUGH_TO_JUDGE)
      .map(({ at, es }) => ({ at, es, score: Math.round(inflesz([es])) }))
      .filter(({ score }) => score < FAIRLY_EASY)
    expect(hard).toEqual([])
    const whole = prose.length === 0 ? FAIRLY_EASY : inflesz(prose.map(({ es }) => es))
    expect(whole).toBeGreaterThanOrEqual(FAIRLY_EASY)
  })

  it('never speaks to people as "tú" or "vos"', async () => {
    const familiar = /(?<!\p{L})(tú|tu|tus|vos|contigo|puedes|debes|tienes)(?!\p{L})/iu
    expect((await read(file)).filter(({ es }) => familiar.test(es))).toEqual([])
  })
})

describe('The packs', () => {
  it.each(files)('say in English all that %s says in Spanish', async (file) => {
    const silent = (await read(file)).filter(({ en }) => typeof en !== 'string' || en === '')
    expect(silent).toEqual([])
  })

  it('hold enough to be measured', async () => {
    const all = await Promise.all(files.map(read))
    expect(all.flat().filter(isProse).length).toBeGreaterThan(150)
    expect(Object.keys(NAMES).filter((file) => !files.includes(file))).toEqual([])
  })
})
