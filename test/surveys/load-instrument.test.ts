import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { loadInstrument, type Instrument } from '../../src/surveys/index.ts'
import { getInstrument, listInstruments } from '../../src/surveys/instrument-store.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'

const NEUTRAL = 'packs/surveys/neutral.yaml'

let test: TestSystem
let folder: string
let neutral: Instrument

beforeAll(async () => {
  test = await openTestSystem()
  folder = await mkdtemp(join(tmpdir(), 'libro-abierto-surveys-'))
  neutral = await loadInstrument(test.system.db, NEUTRAL, test.system.clock())
})
afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true })
})

async function load(changes: Partial<Instrument>): Promise<Instrument> {
  const path = join(folder, 'changed.yaml')
  await writeFile(path, JSON.stringify({ ...neutral, ...changes }))
  return loadInstrument(test.system.db, path, test.system.clock())
}

describe('What a survey asks', () => {
  it('may be loaded again and again, and refuses to change under its number', async () => {
    await loadInstrument(test.system.db, NEUTRAL, test.system.clock())
    await expect(load({ minutes: 3 })).rejects.toThrow(
      'The survey neutral was already loaded as version 1 with another content.',
    )
    expect((await getInstrument(test.system.db, 'neutral', 1)).minutes).toBe(2)
  })

  it('changes as a new version, which new campaigns then ask', async () => {
    await load({ version: 2, minutes: 3 })
    const offered = await listInstruments(test.system.db)
    expect(offered.map(({ code, version, minutes }) => ({ code, version, minutes }))).toEqual([
      { code: 'neutral', version: 2, minutes: 3 },
    ])
    expect((await getInstrument(test.system.db, 'neutral', 1)).minutes).toBe(2)
  })

  it('is refused with the line of what is wrong', async () => {
    const [first] = neutral.drivers
    await expect(load({ version: 3, drivers: [first!, first!] })).rejects.toThrow(
      'stands there twice',
    )
  })
})
