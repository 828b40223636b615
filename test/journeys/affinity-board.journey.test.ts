import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { listCards, openBoard } from '../../src/analysis/board/index.ts'
import { buildCodedCorpus, type CodedCorpus } from '../analysis/coded-corpus.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { accountOf } from '../surveys/campaigns.ts'

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']
const IDEAS = [
  'Esperé dos horas de pie',
  'La cola no avanzaba',
  'Me gritaron en la ventanilla',
  'Nadie me saludó ni me miró',
  'Había goteras en la sala',
]

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let corpus: CodedCorpus
beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  corpus = await buildCodedCorpus(
    system,
    IDEAS.map((text) => ({ text })),
  )
  const { administrationId, corpusId, segmentIds } = corpus
  const accountId = await accountOf(system, 'analisis')
  const deed = { administrationId, accountId, at: system.clock() }
  await openBoard(system, deed, { corpusId, votesEach: 3, segmentIds })
}, 180_000)
afterAll(() => demo.close())

async function enter(name: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await demo.browser.newContext({ locale: 'es-MX', viewport })
  const page = await context.newPage()
  const board = `${corpus.url}/tablero`
  await page.goto(`${demo.app.url}/personal/entrar?volver=${board}`)
  await page.fill('[name=email]', `${name}@demo.example`)
  await page.fill('[name=password]', 'libro-abierto-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname === board)
  return page
}

const cardOf = (page: Page, text: string) => page.locator('[data-card]', { hasText: text })
/** The name of the place where a card lies on a page. */
const placeOf = (page: Page, text: string) =>
  page
    .locator('[data-group]', { has: cardOf(page, text) })
    .locator('[data-label]')
    .textContent()

async function dragTo(page: Page, text: string, place: string): Promise<void> {
  const target = page.locator('[data-group]', {
    has: page.locator('[data-label]', { hasText: place }),
  })
  await cardOf(page, text).hover()
  await page.mouse.down()
  const box = await target.boundingBox()
  if (!box) throw new Error(`No place ${place}`)
  await page.mouse.move(box.x + 30, box.y + 20, { steps: 5 })
  await page.mouse.up()
}

const picture = (page: Page, name: string) =>
  PICTURES ? page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true }) : null

it('two people group at once, one by mouse and one by keys, and neither overwrites the other', async () => {
  const mouse = await enter('analisis', { width: 1280, height: 900 })
  const keys = await enter('mejora', { width: 360, height: 800 })
  expect(await accessibilityProblems(mouse)).toEqual([])

  await dragTo(mouse, 'dos horas', 'Grupo nuevo')
  await mouse.waitForSelector('text=La tarjeta está ahora en Grupo 1.')
  await dragTo(mouse, 'no avanzaba', 'Grupo 1')
  await keys.waitForSelector('#group-1')
  await keys.waitForSelector('[role=status]:has-text("Alguien movió")')
  expect(await placeOf(keys, 'dos horas')).toBe('Grupo 1')

  // by keys: taken, led past the group to a new one, dropped
  await cardOf(keys, 'gritaron').locator('input').focus()
  await keys.keyboard.press('Enter')
  await keys.waitForSelector('[role=status]:has-text("Tomó la tarjeta: Me gritaron")')
  await keys.keyboard.press('ArrowRight')
  await keys.waitForSelector('[role=status]:has-text("Grupo 1, 2 de 3.")')
  await keys.keyboard.press('ArrowRight')
  await keys.keyboard.press('Enter')
  await keys.waitForSelector('text=La tarjeta está ahora en Grupo 2.')
  expect(
    await keys.evaluate('document.activeElement.closest("[data-card]").textContent'),
  ).toContain('gritaron')

  // both have hold of the same card; the one who drops last is told, and nothing is overwritten
  await cardOf(keys, 'saludó').locator('input').focus()
  await keys.keyboard.press('Enter')
  await mouse.waitForSelector('#group-2')
  await dragTo(mouse, 'saludó', 'Grupo 2')
  await mouse.waitForSelector('text=La tarjeta está ahora en Grupo 2.')
  // whether the page has heard of it or not
  const second = keys.locator('[data-group]', {
    has: keys.locator('[data-label]', { hasText: 'Grupo 2' }),
  })
  await second.locator('[data-card]', { hasText: 'saludó' }).waitFor()
  await keys.keyboard.press('ArrowRight')
  await keys.keyboard.press('Enter')
  await keys.waitForSelector('text=Otra persona movió antes esta tarjeta. Ahora está en Grupo 2.')
  for (const page of [mouse, keys]) {
    expect(await placeOf(page, 'saludó')).toBe('Grupo 2')
    expect(await placeOf(page, 'goteras')).toBe('Sueltas')
  }
  await picture(mouse, 'board-1280')
  const cards = await listCards(demo.test.system.db, corpus)
  expect(cards.map(({ version }) => version)).toEqual([2, 2, 2, 2, 1])
  expect(await keys.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
  expect(await accessibilityProblems(keys)).toEqual([])

  // and what was found in the same corpus is for everybody to read
  const { provision_time: code } = corpus.codes
  for (const path of [
    '',
    '/experiencia',
    '/citas',
    `/citas/${code}`,
    '/causas',
    `/causas/${code}`,
  ]) {
    await mouse.goto(`${demo.app.url}${corpus.url}/hallazgos${path}`)
    expect([path, await accessibilityProblems(mouse)]).toEqual([path, []])
  }
  await picture(keys, 'board-360')
}, 180_000)
