import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** What is named in the last column of the table of promises. */
function namedTests(): string[] {
  const model = readFileSync(join(ROOT, 'docs/threat-model.md'), 'utf8')
  const promises = model.slice(
    model.indexOf('## What is promised'),
    model.indexOf('## What is not promised'),
  )
  const rows = promises.split('\n').filter((line) => /^\| \d+ /.test(line))
  return rows.flatMap((row) => {
    const tests = [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name)
    if (tests.length === 0) throw new Error(`A promise without a test: ${row}`)
    return tests.filter((name) => name !== undefined)
  })
}

function writtenTests(): string {
  const folder = join(ROOT, 'test')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
}

describe('The promises of the threat model', () => {
  const written = writtenTests()

  it.each(namedTests())('has the test «%s»', (name) => {
    const isWritten = [`'${name}'`, `"${name}"`].some((quoted) =>
      ['it', 'describe'].some((word) => written.includes(`${word}(${quoted}`)),
    )
    expect(isWritten).toBe(true)
  })
})
