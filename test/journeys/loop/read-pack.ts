import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { readPdf } from '../../support/read-pdf.ts'
import { readZip } from '../../support/read-zip.ts'
import { addressesOf, press, sound, type Stage } from './stage.ts'

/** Asked, looked through, released, taken away, and read with no network. */
export async function readPack(stage: Stage, page: Page): Promise<void> {
  const { demo, go } = stage
  await go(page, '/personal/demo/paquete')
  await page.selectOption('[name=year]', '2026')
  await press(page, 'main form.inline-form button')
  await demo.test.system.jobs.drain()
  await page.reload()
  const looked = await addressesOf(page, 'main a[href*="/pagina?"]', 'href')
  expect(looked.filter((address) => address.includes('.jpg'))).toHaveLength(2)
  for (const address of looked) {
    expect((await page.context().request.get(`${demo.app.url}${address}`)).status()).toBe(200)
  }
  for (const tick of await page.locator('[name=looked]').all()) await tick.check()
  await sound(page, 'pack')
  await press(page, 'button[value=release]')
  const href = await page.getAttribute('a[href*="/archivo"]', 'href')
  const sent = await page.context().request.get(`${demo.app.url}${href}`)
  await readOffline(stage, readZip(await sent.body()))
}

async function readOffline({ demo }: Stage, files: ReadonlyMap<string, Buffer>): Promise<void> {
  const folder = await unpack(files)
  const viewport = { width: 1280, height: 900 }
  const context = await demo.browser.newContext({ offline: true, viewport })
  const evaluator = await context.newPage()
  await evaluator.goto(pathToFileURL(join(folder, 'index.html')).href)
  await sound(evaluator, 'pack-front')
  const pages = [...files].filter(
    ([path, bytes]) => path.endsWith('/index.html') && bytes.includes('Turnos en la sala'),
  )
  expect(pages.length).toBeGreaterThan(0)
  const [path] = pages[0] ?? ['']
  await evaluator.click(`a[href="${path}"]`)
  expect(await evaluator.textContent('main')).toContain('Turnos en la sala')
  await sound(evaluator, 'pack-evidence')
  const texts = [...files].map(([name, bytes]) =>
    name.endsWith('.pdf') ? readPdf(bytes).text : bytes.toString(),
  )
  expect(texts.some((text) => /DEMO-2026-\d{6}/.test(text))).toBe(true)
  expect(texts.filter((text) => text.includes('@example.org'))).toEqual([])
  await rm(folder, { recursive: true })
}

async function unpack(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'loop-pack-'))
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return folder
}
