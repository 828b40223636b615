import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NotFound } from '../../src/platform/errors.ts'
import {
  findTerm,
  getRegime,
  getRegimeVersion,
  loadRegimePack,
  openKinds,
  readRegimePack,
  type RegimeFile,
} from '../../src/regimes/index.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const COLOMBIA = 'test/regimes/fixtures/co-ley-1755.yaml'
const NOW = new Date('2026-03-02T16:00:00Z')

let test: TestSystem
let folder: string

beforeEach(async () => {
  test = await openTestSystem()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-packs-'))
})

afterEach(async () => {
  await test.close()
  await rm(folder, { recursive: true })
})

async function writeColombia(changes: Partial<RegimeFile>, triageDays: number): Promise<string> {
  const regime = await readRegimePack(COLOMBIA)
  const terms = regime.terms.map((term) =>
    term.step === 'triage' ? { ...term, days: triageDays } : term,
  )
  const path = join(folder, 'changed.yaml')
  await writeFile(path, JSON.stringify({ ...regime, terms, ...changes }))
  return path
}

describe('Loading a regime', () => {
  it('needs no code for a country that nobody thought of', async () => {
    const { db } = test.system
    await loadRegimePack(db, COLOMBIA, NOW)
    const regime = await getRegime(db, 'co-ley-1755', '2026-11-22')
    expect(openKinds(regime, new Set(), '2026-11-22').map(({ label }) => label.es)).toEqual([
      'Petición',
      'Queja',
    ])
    expect(findTerm(regime, 'answer', 'petition', '2026-11-22')).toMatchObject({
      days: 15,
      unit: 'business',
      extension: { days: 15, times: 1 },
    })
  })

  it('twice changes nothing', async () => {
    const first = await loadRegimePack(test.system.db, COLOMBIA, NOW)
    const second = await loadRegimePack(test.system.db, COLOMBIA, NOW)
    expect([first.isNew, second.isNew]).toEqual([true, false])
  })

  it('never changes a version under which cases may have been filed', async () => {
    const { db } = test.system
    await loadRegimePack(db, COLOMBIA, NOW)
    const changed = await writeColombia({}, 6)
    await expect(loadRegimePack(db, changed, NOW)).rejects.toThrow(
      'write what changes as version 2',
    )
  })

  it('takes what changes as a new version, in force from its day', async () => {
    const { db } = test.system
    await loadRegimePack(db, COLOMBIA, NOW)
    await loadRegimePack(db, await writeColombia({ version: 2, validFrom: '2027-01-01' }, 6), NOW)
    const triageOn = async (day: string) =>
      findTerm(await getRegime(db, 'co-ley-1755', day), 'triage', 'complaint', day)?.days
    expect(await triageOn('2026-12-31')).toBe(5)
    expect(await triageOn('2027-01-01')).toBe(6)
    expect((await getRegimeVersion(db, 'co-ley-1755', 1)).version).toBe(1)
  })

  it('finds none before the first is in force', async () => {
    await loadRegimePack(test.system.db, COLOMBIA, NOW)
    await expect(getRegime(test.system.db, 'co-ley-1755', '2015-06-29')).rejects.toThrow(NotFound)
  })

  it('names the line of everything that is wrong', async () => {
    const path = join(folder, 'bad.yaml')
    await writeFile(path, 'code: bad\nversion: one\nname: { es: Malo }\n')
    await expect(loadRegimePack(test.system.db, path, NOW)).rejects.toThrow(
      /line 2, \/version: .*\n {2}line 3, \/name\/en: /,
    )
  })
})
