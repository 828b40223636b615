import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { stop } from 'esbuild'
import { buildSealedScripts } from '../../../src/platform/web/build-sealed-scripts.ts'

let folder: string
let manifest: Record<string, string>

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sealed-scripts-')))
  const source = join(folder, 'source')
  await mkdir(join(source, 'parts'), { recursive: true })
  const write = (name: string, text: string) => writeFile(join(source, name), text)
  await write('parts/same.ts', `export const said: string = 'said by both pages'`)
  await write('parts/late.ts', `export const late: string = 'only when it is needed'`)
  await write('one.ts', `import { said } from './parts/same.ts'\ndocument.title = said`)
  await write(
    'two.ts',
    `import { said } from './parts/same.ts'
    document.title = said
    document.onclick = async () => { document.title = (await import('./parts/late.ts')).late }`,
  )
  manifest = await buildSealedScripts(source, join(folder, 'built'))
})
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true })
})

const text = async (name: string) => readFile(join(folder, 'built', manifest[name] ?? ''), 'utf8')

describe('The scripts of the sealed reports', () => {
  it('are one a page, under a name that holds its hash', () => {
    expect(manifest['sealed/one.js']).toMatch(/^sealed\/one-[0-9A-Z]{8}\.js$/)
    expect(manifest['sealed/two.js']).toMatch(/^sealed\/two-[0-9A-Z]{8}\.js$/)
  })

  it('bring what is needed late only then, and what is common once', async () => {
    expect(await text('sealed/two.js')).not.toContain('only when it is needed')
    const names = await readdir(join(folder, 'built/sealed'))
    const all = await Promise.all(
      names.map((name) => readFile(join(folder, 'built/sealed', name), 'utf8')),
    )
    expect(all.filter((each) => each.includes('only when it is needed'))).toHaveLength(1)
    expect(all.filter((each) => each.includes('said by both pages'))).toHaveLength(1)
  })

  it('stand in the manifest, all of them: their hashes are published', async () => {
    const names = await readdir(join(folder, 'built/sealed'))
    expect(Object.values(manifest).sort()).toEqual(names.map((name) => `sealed/${name}`).sort())
  })
})
