import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const browserCode = 'public/js'
const sealings = [
  'src/corruption-reports/sealing',
  'src/platform/hpke',
  'src/channels/devices/sealing',
  'src/improvements/evaluation/tablet',
]

/** Pure, and the same on both sides: square codes, what words tell of, and what is asked of whoever files. */
const sharedFiles = [
  'src/cases/asked-of-person.ts',
  'src/platform/web/square-code.ts',
  'src/routing/signals.ts',
  'src/routing/suggest-kind.ts',
  'src/routing/text-matching.ts',
  'src/routing/word-stem.ts',
]

/** What may run in a browser: our scripts, and the sealing that both sides share. */
const files = [browserCode, ...sealings]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js)$/.test(name))
      .map((name) => join(folder, name)),
  )
  .concat(sharedFiles)

function importsOf(path: string): string[] {
  // types are gone before anything runs
  const text = readFileSync(join(root, path), 'utf8').replaceAll(/^import type .*$/gm, '')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) =>
    to.startsWith('.') ? relative(root, join(root, dirname(path), to)) : to,
  )
}

const isShared = (path: string) =>
  [browserCode, ...sealings].some((folder) => path.startsWith(`${folder}/`)) ||
  sharedFiles.includes(path)
const isOurs = (path: string) => path.startsWith('src/') || path.startsWith('public/')

describe('What runs in a browser', () => {
  it('takes from the server’s side the sealing and nothing else', () => {
    const others = files.flatMap((from) =>
      importsOf(from)
        .filter((to) => isOurs(to) && !isShared(to))
        .map((to) => `${from} → ${to}`),
    )
    expect(others).toEqual([])
  })

  it('brings no library but those that it may', () => {
    const libraries = new Set(files.flatMap(importsOf).filter((name) => !isOurs(name)))
    const allowed =
      /^(govuk-frontend|@noble\/(ciphers|curves|hashes)|@scure\/bip39|hash-wasm|qrcode|chart\.js)(\/|$)/
    expect([...libraries].filter((name) => !allowed.test(name))).toEqual([])
  })

  it('writes no markup: its pages trust no text as HTML', () => {
    const writes =
      /\.(innerHTML|outerHTML|srcdoc)\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function/
    const found = files.filter((path) => writes.test(readFileSync(join(root, path), 'utf8')))
    expect(found).toEqual([])
  })
})
