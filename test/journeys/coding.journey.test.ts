import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { addCode } from '../../src/analysis/words/index.ts'
import { buildCorpus, deedsOf, fileTold } from '../analysis/words/coded-corpus.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']
const SEGMENTS = 10

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let corpus: string
beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  await fileTold(system)
  const built = await buildCorpus(system)
  const { analyst } = await deedsOf(system)
  const parentId = built.codes.find(({ driver }) => driver === 'provision_time')!.codeId
  const text = { name: 'Filas largas', definition: 'Se espera de pie en una fila.' }
  await addCode(system, analyst, {
    frameId: built.corpus.frameId,
    parentId,
    text: { ...text, include: '', exclude: '', example: '' },
    reason: '',
  })
  corpus = `/personal/demo/palabras/${built.corpus.corpusId}`
}, 120_000)
afterAll(() => demo.close())

it('two people code ten ideas by keys alone and see how well they agree', async () => {
  const analyst = await enter('analisis', 1280)
  const manager = await enter('responsable', 360)
  for (let index = 0; index < SEGMENTS; index += 1) {
    await code(analyst, index, 'Tiempo', index < 5 ? '2' : '3')
    await code(manager, index, index < 8 ? 'Tiempo' : 'Trato', '3')
    if (index === 3) {
      await picture(analyst, 'coding-1280')
      await picture(manager, 'coding-360')
      expect(await accessibilityProblems(analyst)).toEqual([])
      const width = await manager.evaluate('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(360)
    }
  }
  expect(await analyst.textContent('main')).toContain('No queda ninguna idea para usted.')

  await analyst.goto(`${demo.app.url}${corpus}/acuerdo`)
  expect(await analyst.textContent('#kappa')).toContain('en 10 ideas')
  expect(await analyst.locator('article.requirement').count()).toBe(2)
  for (const [page, width] of [
    [analyst, 1280],
    [manager, 360],
  ] as const) {
    for (const [name, path] of PAGES) {
      await page.goto(`${demo.app.url}${corpus}${path}`)
      await picture(page, `${name}-${width}`)
      expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
        name,
        width,
      ])
      if (width === 1280) expect(await accessibilityProblems(page)).toEqual([])
    }
  }
  await analyst.goto(`${demo.app.url}${corpus}/textos`)
  for (const [name, link] of [
    ['text', 'Abrir el texto'],
    ['frame', 'Marco 2026'],
  ] as const) {
    await analyst.click(`main a:has-text("${link}")`)
    await analyst.waitForLoadState()
    await picture(analyst, `${name}-1280`)
    expect(await accessibilityProblems(analyst)).toEqual([])
    await analyst.goto(`${demo.app.url}${corpus}`)
  }
}, 300_000)

const PAGES = [
  ['corpus', ''],
  ['texts', '/textos'],
  ['agreement', '/acuerdo'],
] as const

async function enter(name: string, width: number): Promise<Page> {
  const context = await demo.browser.newContext({
    locale: 'es-MX',
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(`${demo.app.url}/personal/entrar?volver=${corpus}/codificar`)
  await page.fill('[name=email]', `${name}@demo.example`)
  await page.fill('[name=password]', 'libro-abierto-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname === `${corpus}/codificar`)
  return page
}

/** A code by its number, the severity by its own, and the next one is there at once. */
async function code(page: Page, index: number, name: string, severity: string): Promise<void> {
  const segment = page.locator('[name=segmentId]')
  const before = await segment.inputValue()
  const key = await page
    .locator('.govuk-radios__item', {
      has: page.locator(`label:text-matches("^\\\\s*\\\\d\\\\s+${name}\\\\s*$")`),
    })
    .locator('kbd')
    .textContent()
  await page.keyboard.press(key ?? '')
  if (index === 0) await page.keyboard.press('s')
  await page.keyboard.press(severity)
  await page.locator(`[name=segmentId][value="${before}"]`).waitFor({ state: 'detached' })
  await page.waitForLoadState()
}

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}
