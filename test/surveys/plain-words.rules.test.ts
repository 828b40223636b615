import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { checkData, readDataFile } from '../../src/platform/data-file.ts'
import { DRIVERS, instrumentFile } from '../../src/surveys/instrument.ts'
import { inflesz, wordsOf } from '../support/readability.ts'

const FOLDER = 'packs/surveys'
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))

function spanishOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if ('es' in node && typeof node.es === 'string') return [node.es]
  return Object.values(node).flatMap(spanishOf)
}

describe.each(files)('The survey of %s', (name) => {
  const read = async () => checkData(await readDataFile(join(FOLDER, name)), instrumentFile)

  it('asks about the six drivers', async () => {
    const { drivers } = await read()
    expect(drivers.map(({ code }) => code)).toEqual([...DRIVERS])
  })

  it('is fairly easy to read', async () => {
    const texts = spanishOf(await read()).filter((text) => wordsOf(text).length >= 4)
    expect(texts.length).toBeGreaterThan(8)
    expect(inflesz(texts)).toBeGreaterThanOrEqual(65)
  })
})
