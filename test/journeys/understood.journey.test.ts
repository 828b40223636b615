import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { registerWordJobs } from '../../src/analysis/index.ts'
import { registerImportJobs } from '../../src/imports/index.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

/** Invented, one idea each: so many, so that the most frequent may be shown inside. */
const TOLD = [
  ...['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete'].map(
    (n) => `Esperé ${n} horas en la fila.`,
  ),
  'Nadie me miró en la ventanilla.',
  'Me contestaron gritando.',
]
const BOOK = [
  'hoja,recibido,relato',
  ...TOLD.map((text, index) => `${index + 1},2025-11-${index + 10}T15:00:00Z,"${text}"`),
].join('\n')

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
  registerImportJobs(demo.test.system)
  registerWordJobs(demo.test.system)
}, 120_000)
afterAll(() => demo.close())

it('NC-07: an older book goes from its file to a report that two people read and one signed', async () => {
  const analyst = await enter('analisis', 1280)
  const manager = await enter('responsable', 360)

  await bringIn(manager)
  const corpus = await ask(analyst)
  await readApart(analyst, manager, corpus)
  await decide(analyst, corpus)
  await group(analyst, corpus)
  await quote(analyst, corpus)
  await report(analyst, manager)
}, 300_000)

/** The manager brings the file in, says what each column is, looks at the trial and stores it. */
async function bringIn(page: Page): Promise<void> {
  await go(page, '/personal/demo/libros-anteriores')
  const buffer = Buffer.from(BOOK)
  await page.setInputFiles('[name=file]', { name: 'hojas.csv', mimeType: 'text/csv', buffer })
  await press(page, 'form[action$="/archivos"] button')
  for (const [index, use] of ['number', 'receivedAt', 'text'].entries()) {
    await page.selectOption(`[name=uso_${index}]`, use)
  }
  await page.fill('[name=source]', 'hojas-2025')
  await press(page, 'main form button')
  await demo.test.system.jobs.drain()
  await page.reload()
  expect(await page.textContent('main')).toContain(`Se tomarían: ${TOLD.length}`)
  await press(page, 'form[action$="/carga"] button')
  await demo.test.system.jobs.drain()
  await page.reload()
  expect(await page.textContent('main')).toContain(`Tomadas: ${TOLD.length}`)
}

/** The analyst finds the workbench in the navigation, begins a frame and asks a question. */
async function ask(page: Page): Promise<string> {
  await page.click('summary:has-text("Entender")')
  await press(page, '.staff-bar a:has-text("Palabras")')
  await page.fill('[name=name]', 'Marco 2025')
  await press(page, 'form[action$="/marcos"] button')
  await sound(page, 'frame')
  await go(page, '/personal/demo/palabras/nuevo')
  await page.fill('[name=question]', '¿Qué molesta?')
  await page.fill('[name=periodFrom]', '2025-10-01')
  await page.fill('[name=periodUntil]', '2025-12-31')
  await page.check('[name=sampling][value=all]')
  await press(page, 'main form button')
  await demo.test.system.jobs.drain()
  return new URL(page.url()).pathname
}

/** Each by keys alone; the second hears nothing of the first until all is read. */
async function readApart(analyst: Page, manager: Page, corpus: string): Promise<void> {
  await go(analyst, `${corpus}/codificar`)
  await go(manager, `${corpus}/codificar`)
  for (const index of TOLD.keys()) await code(analyst, index < 6 ? 'Tiempo' : 'Trato', '3')
  await code(manager, 'Tiempo', '3')
  await sound(manager, 'coding')
  await go(manager, `${corpus}/hallazgos`)
  expect(new URL(manager.url()).pathname).toBe(corpus)
  expect(await manager.textContent('main')).toContain('Otra persona ya leyó ideas')
  await go(manager, `${corpus}/codificar`)
  // whom keys disturb turns them off, and they stay off
  await manager.click('summary:has-text("Usar el teclado")')
  await manager.uncheck('[data-keys-switch] input')
  await manager.reload()
  await manager.keyboard.press('1')
  expect(await manager.locator('[name=codeId]:checked').count()).toBe(0)
  await manager.click('summary:has-text("Usar el teclado")')
  await manager.check('[data-keys-switch] input')
  for (let index = 1; index < TOLD.length; index += 1) {
    await code(manager, index < 7 ? 'Tiempo' : 'Trato', '3')
  }
  expect(await manager.textContent('main')).toContain('No queda ninguna idea para usted.')
  for (const page of [analyst, manager]) {
    await go(page, corpus)
    await sound(page, 'corpus')
  }
}

async function decide(page: Page, corpus: string): Promise<void> {
  await go(page, `${corpus}/acuerdo`)
  expect(await page.textContent('#kappa')).toContain(`en ${TOLD.length} ideas`)
  await sound(page, 'agreement')
  await page.click('article.requirement summary')
  await page.selectOption('article.requirement [name=codeId]', { label: 'Trato' })
  await page.fill('article.requirement [name=reason]', 'Habla de cómo la trataron')
  await press(page, 'article.requirement form button')
  expect(await page.textContent('main')).toContain('Decidido')
}

/** By the form; dragging has a journey of its own. */
async function group(page: Page, corpus: string): Promise<void> {
  await go(page, `${corpus}/tablero`)
  await press(page, 'form[action$="/tablero"] button')
  for (const tick of await page.locator('[data-card]:has-text("Esperé") input').all()) {
    await tick.check()
  }
  await press(page, '#moves button')
  await press(page, '#phase button')
  await page.fill('[name=sentence]', 'La gente pierde la mañana en la fila')
  await press(page, 'form[id^="name-"] button')
  expect(await page.textContent('#group-1')).toContain('La gente pierde la mañana en la fila')
  await sound(page, 'board')
}

async function quote(page: Page, corpus: string): Promise<void> {
  await go(page, `${corpus}/hallazgos`)
  expect(await page.textContent('main')).toContain('2 de 2 temas')
  await sound(page, 'pareto')
  await go(page, `${corpus}/hallazgos/citas`)
  await press(page, 'main a:has-text("Tiempo")')
  await page.click('main details summary')
  await page.fill('#paraphrase-typical', 'Cuentan que esperaron horas de pie.')
  await press(page, 'main form button[value=accepted]')
  expect(await page.textContent('main')).toContain('La cita quedó aceptada')
}

/** The analyst writes, the manager signs and publishes, and anybody reads. */
async function report(analyst: Page, manager: Page): Promise<void> {
  await go(analyst, '/personal/demo/informes')
  await analyst.click('summary:has-text("Un periodo más antiguo")')
  await analyst.fill('[name=year]', '2025')
  await analyst.selectOption('[name=part]', 'Q4')
  await press(analyst, 'form:has([name=period]) button')
  expect(await analyst.textContent('h1')).toContain('cuarto trimestre de 2025')
  await sound(analyst, 'draft')
  await analyst.fill('[name=summary]', 'La espera es lo que más pesa.')
  await press(analyst, 'form.report button')
  await go(manager, new URL(analyst.url()).pathname)
  await press(manager, 'form[action$="/firma"] button')
  expect(await manager.textContent('main')).toContain('El informe quedó firmado.')
  await press(manager, 'form[action$="/publicacion"] button')
  await sound(manager, 'signed')

  const anybody = await (await demo.browser.newContext({ locale: 'es-MX' })).newPage()
  await go(anybody, '/demo/informes/2025-Q4')
  const said = await anybody.textContent('main')
  expect(said).toContain('La espera es lo que más pesa.')
  expect(said).toContain('Cuentan que esperaron horas de pie.')
  for (const text of TOLD) expect(said).not.toContain(text)
}

async function enter(name: string, width: number): Promise<Page> {
  const viewport = { width, height: 900 }
  const context = await demo.browser.newContext({ locale: 'es-MX', viewport })
  const page = await context.newPage()
  await page.goto(`${demo.app.url}/personal/entrar?volver=/personal/demo/palabras`)
  await page.fill('[name=email]', `${name}@demo.example`)
  await page.fill('[name=password]', 'libro-abierto-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/personal/demo/palabras')
  return page
}

const go = (page: Page, path: string) => page.goto(`${demo.app.url}${path}`)

/** Presses what leads to another page, and waits for it. */
async function press(page: Page, button: string): Promise<void> {
  const left = page.waitForEvent('load')
  await page.locator(button).first().click()
  await left
}

/** A code by its number, the severity by its own, and the next one is there at once. */
async function code(page: Page, name: string, severity: string): Promise<void> {
  const before = await page.locator('[name=segmentId]').inputValue()
  const label = page.locator(`label:text-matches("^\\\\s*\\\\d\\\\s+${name}\\\\s*$")`)
  const item = page.locator('.govuk-radios__item', { has: label })
  await page.keyboard.press((await item.locator('kbd').textContent()) ?? '')
  await page.keyboard.press(severity)
  await page.locator(`[name=segmentId][value="${before}"]`).waitFor({ state: 'detached' })
  await page.waitForLoadState()
}

/** Nobody is shut out of it, it is no wider than the window, and a picture is left of it. */
async function sound(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
  expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width])
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
}
