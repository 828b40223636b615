import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { beginEvaluation, markElements } from '../../src/improvements/evaluation/index.ts'
import { adoptInDemo } from '../improvements/evaluation/adopt.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openTabletBrowser } from '../support/browser/index.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'

const HOME = '/personal/demo/evaluacion'
const CRITERION = '.visit-criteria__link:has-text("Seguridad, orden")'
const CANARY = 'CANARIO-7731'

let demo: DemoApp
let adopted: Awaited<ReturnType<typeof adoptInDemo>>
let evaluationId: string
let profile: string

beforeAll(async () => {
  demo = await openDemoApp()
  adopted = await adoptInDemo(demo.test.system)
  const { centreId } = adopted.book.centres.find(({ slug }) => slug === 'mercado')!
  const begun = { centreId, year: 2026, kind: 'visit' } as const
  evaluationId = await beginEvaluation(demo.test.system, adopted.deed, begun)
  profile = await mkdtemp(join(tmpdir(), 'libro-abierto-visit-'))
}, 120_000)
afterAll(async () => {
  await demo.close()
  await rm(profile, { recursive: true })
})

async function switchOn(offline: boolean): Promise<{ tablet: BrowserContext; page: Page }> {
  const tablet = await openTabletBrowser(profile, { viewport: { width: 768, height: 1024 } })
  await tablet.clock.setFixedTime('2026-03-02T16:00:00.000Z')
  await tablet.setOffline(offline)
  const page = tablet.pages()[0] ?? (await tablet.newPage())
  if (offline) await page.goto(`${demo.app.url}${HOME}/visita/?evaluacion=${evaluationId}`)
  return { tablet, page }
}

async function signIn(page: Page): Promise<void> {
  await page.fill('[name=email]', 'evaluacion@demo.example')
  await page.fill('[name=password]', 'libro-abierto-demo')
  await page.click('main form button')
}

const cardOf = (page: Page, id: string) => page.locator(`[data-requirement="${id}"]`)
const screen = (page: Page, name: string) => page.waitForSelector(`[data-screen=${name}]`)
const waiting = (page: Page, count: number) => page.waitForSelector(`[data-waiting="${count}"]`)

/** As text of one byte a letter and of two, as browsers write either. */
async function readProfile(): Promise<string> {
  const names = await readdir(profile, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  const contents = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name))),
  )
  return contents.map((content) => content.toString('latin1').replaceAll('\0', '')).join('\n')
}

async function photo(): Promise<Buffer> {
  const background = { r: 90, g: 140, b: 30 }
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background } })
    .withExif({ IFD2: { DateTimeOriginal: '2026:02:20 10:00:00' } })
    .jpeg()
    .toBuffer()
}

describe('An evaluator’s visit without network', () => {
  it('is taken along once while there is network', async () => {
    const { tablet, page } = await switchOn(false)
    await page.goto(`${demo.app.url}/personal/entrar`)
    await signIn(page)
    await page.goto(`${demo.app.url}${HOME}/hechas/${evaluationId}?centro=mercado`)
    await page.click('text=Llevar esta visita')
    await page.waitForSelector('text=Ya puede ir sin red')
    expect(await accessibilityProblems(page)).toEqual([])
    await tablet.close()
  }, 120_000)

  it('keeps what is written and photographed, also when the browser is closed half-way', async () => {
    const { tablet, page } = await switchOn(true)
    await screen(page, 'home')
    await page.click(CRITERION)
    const corridor = cardOf(page, 'SO-10')
    await corridor.locator('[value=not_met]').check()
    expect(await corridor.innerText()).toContain('Diga en la nota por qué no se cumple')
    await corridor.locator('textarea').fill(`${CANARY} Cajas en el pasillo`)
    const file = { name: 'camera.jpg', mimeType: 'image/jpeg', buffer: await photo() }
    await corridor.locator('input[type=file]').setInputFiles(file)
    await corridor.locator('canvas').waitFor()
    await cardOf(page, 'SO-11').locator('[value=not_met]').check()
    await cardOf(page, 'SO-11').locator('textarea').fill('Salida cerrada')
    expect(await accessibilityProblems(page)).toEqual([])
    await page.click('text=Listo')
    await page.click('text=Escribir una nota o una entrevista')
    await page.fill('#cargo', 'Ventanilla 2')
    await page.fill('#nota', `${CANARY} Dice que falta papel`)
    expect(await accessibilityProblems(page)).toEqual([])
    await waiting(page, 4)
    await tablet.close()
  }, 120_000)

  it('tells whoever finds the tablet nothing of what was written', async () => {
    const found = await readProfile()
    expect(found.length).toBeGreaterThan(50_000)
    expect(found).not.toContain(CANARY)
    expect(found).not.toContain('Ventanilla 2')
  })

  it('goes on without network after the browser was closed', async () => {
    const { tablet, page } = await switchOn(true)
    await waiting(page, 4)
    await page.click(CRITERION)
    expect(await cardOf(page, 'SO-10').locator('[value=not_met]').isChecked()).toBe(true)
    await cardOf(page, 'SO-12').locator('[value=met]').check()
    await waiting(page, 5)
    await tablet.close()
  }, 120_000)

  it('sends everything once after signing in, and shows both texts where another machine said otherwise', async () => {
    await markElements(demo.test.system, adopted.deed, evaluationId, [
      { elementId: 'SO-11', state: 'met', reason: '', revision: 0 },
    ])
    const { tablet, page } = await switchOn(false)
    await page.goto(`${demo.app.url}${HOME}/visita/?evaluacion=${evaluationId}`)
    await page.click('text=Entre con su cuenta para enviar')
    await signIn(page)
    await screen(page, 'home')
    await waiting(page, 0)
    await page.waitForSelector('.visit-conflict')
    expect(await page.locator('.visit-conflict').innerText()).toMatch(
      /SO-11: No se cumple Salida cerrada\s+En el libro\s+Se cumple/,
    )
    expect(await accessibilityProblems(page)).toEqual([])
    await page.click('text=Decidir en el libro')
    await page.click('text=Vale lo de la tableta')
    const main = await page.innerText('main')
    for (const words of ['Cajas en el pasillo', 'Ventanilla 2: ', 'Dice que falta papel'])
      expect(main.split(words)).toHaveLength(2)
    await page.goto(`${demo.app.url}${HOME}/elementos/SO-10?anio=2026&centro=mercado`)
    expect(await page.innerText('main')).toContain('20 feb 2026')
    await tablet.close()
  }, 120_000)

  it('is taken off the tablet when it is done', async () => {
    const { tablet, page } = await switchOn(false)
    await page.goto(`${demo.app.url}/personal/entrar`)
    await signIn(page)
    await page.goto(`${demo.app.url}${HOME}/visita/?evaluacion=${evaluationId}`)
    await page.click('text=Terminé: quitar la visita de esta tableta')
    await page.waitForURL(/hechas/)
    await tablet.setOffline(true)
    await page.goto(`${demo.app.url}${HOME}/visita/?evaluacion=${evaluationId}`)
    await screen(page, 'choice')
    expect(await page.innerText('main')).toContain('Esta visita no está en la tableta')
    await tablet.close()
  }, 120_000)
})
