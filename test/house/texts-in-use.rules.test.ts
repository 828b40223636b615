import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { defaultLanguage, hasText } from '../../src/platform/i18n/index.ts'

const root = join(import.meta.dirname, '../..')
const ASKED = /\bt(?:Html)?\(\s*'([a-z_-]+\.[\w.-]+)'/g

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(root, folder, name))
}

const sources = [...filesUnder('src', /\.ts$/), ...filesUnder('views', /\.ejs$/)]
const asked = new Set(
  sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(ASKED)].map(([, key]) => key ?? ''),
  ),
)

describe('The pages', () => {
  it('ask only for texts that exist', () => {
    const exists = (key: string) =>
      hasText(defaultLanguage, key) || hasText(defaultLanguage, `${key}_other`)
    expect([...asked].filter((key) => !exists(key))).toEqual([])
  })

  it('ask for texts by their whole key, so that this test sees them', () => {
    expect(asked.size).toBeGreaterThan(20)
  })
})
