import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
}, 120_000)
afterAll(() => demo.close())

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

async function atTheCounter(
  options: { language?: string },
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { language = 'es' } = options
  const context = await demo.browser.newContext({ locale: 'es-MX', viewport: WIDE })
  try {
    await context.addCookies([{ name: 'lang', value: language, url: demo.app.url }])
    const page = await context.newPage()
    await page.goto(`${demo.app.url}/personal/entrar?volver=/personal/demo/registrar`)
    await page.fill('[name=email]', 'ventanilla@demo.example')
    await page.fill('[name=password]', 'libro-abierto-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL(({ pathname }) => pathname === '/personal/demo/registrar')
    await work(page, context)
  } finally {
    await context.close()
  }
}

const WIDE = { width: 1280, height: 900 }

/** Somebody at a keyboard, whose strokes are counted. */
class Typist {
  strokes = 0
  words = 0
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async press(key: string): Promise<void> {
    this.strokes += 1
    await this.#page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    this.strokes += text.length
    await this.#page.keyboard.type(text)
  }

  /** The words that a person wrote: typed by anybody, on any form. */
  async copy(text: string): Promise<void> {
    this.words += text.length
    await this.#page.keyboard.type(text)
  }

  async tabTo(id: string): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if ((await this.focused()) === id) return
      await this.press('Tab')
    }
    throw new Error(`${id} is not reached with the keyboard`)
  }

  focused(): Promise<string> {
    return this.#page.evaluate<string>("document.activeElement?.id ?? ''")
  }
}

/** Day first or month first, as the browser's own language has it. */
async function typeDay(page: Page, typist: Typist): Promise<void> {
  for (const typed of ['27022026', '02272026']) {
    await typist.type(typed)
    if ((await page.inputValue('#handedDate')) === '2026-02-27') return
    for (let part = 0; part < 2; part += 1) await typist.press('Shift+Tab')
  }
  throw new Error(`the day is ${await page.inputValue('#handedDate')}`)
}

async function registerSheet(page: Page, typist: Typist, index: number): Promise<void> {
  await typist.tabTo('handedTime')
  await typist.type('0930a')
  await typist.tabTo('sheetNumber')
  await typist.type(`S-${index}`)
  await typist.press('Alt+2')
  expect(await typist.focused()).toBe('kind')
  await typist.type('Su')
  await typist.tabTo('description')
  await typist.copy('Pongan más sillas en la sala de espera, por favor.')
  await typist.press('Alt+3')
  await typist.tabTo('names')
  await typist.copy(`Persona ${index}`)
  await typist.press('Alt+4')
  await typist.type('La r')
  const before = page.url()
  await Promise.all([
    page.waitForURL((url) => url.href !== before, { timeout: 15_000 }),
    typist.press('Control+Enter'),
  ])
  expect(await page.locator('.govuk-error-summary').allInnerTexts()).toEqual([])
}

describe('Whoever types a pile of paper', () => {
  it('registers ten sheets in a row with the keyboard alone', async () => {
    await atTheCounter({}, async (page) => {
      const typist = new Typist(page)
      expect(await typist.focused()).toBe('channel')
      await typist.type('Pa')
      await typist.tabTo('handedDate')
      await typeDay(page, typist)
      const numbers: string[] = []
      const began = performance.now()
      for (let index = 1; index <= 10; index += 1) {
        await registerSheet(page, typist, index)
        expect(await typist.focused()).toBe('handedTime')
        numbers.push(new URL(page.url()).searchParams.get('listo') ?? '')
        expect(await page.inputValue('#handedDate')).toBe('2026-02-27')
      }
      expect(new Set(numbers).size).toBe(10)
      expect(numbers).toEqual([...numbers].sort())
      const [strokes, words] = [typist.strokes / 10, typist.words / 10]
      const seconds = (performance.now() - began) / 10_000
      process.stdout.write(
        `a sheet takes ${strokes.toFixed(1)} strokes besides the ${words.toFixed(1)} of its words, ` +
          `and ${seconds.toFixed(1)} s of our time\n`,
      )
      expect(strokes).toBeLessThan(50)
    })
  }, 180_000)
})

async function examine(page: Page, context: BrowserContext, name: string): Promise<string[]> {
  const found = await accessibilityProblems(page)
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
      found.push(`too wide at ${width}`)
    if (PICTURES)
      await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize(WIDE)
  const sent = await context.request.get(page.url())
  found.push(...(await htmlProblems(await sent.text())))
  return found.map((one) => `${name}: ${one}`)
}

describe('The pages of the counter', () => {
  it.each(['es', 'en'])(
    'have nothing that axe or html-validate find, nor are too wide, in "%s"',
    async (language) => {
      const problems: string[] = []
      await atTheCounter({ language }, async (page, context) => {
        const look = async (name: string) =>
          problems.push(...(await examine(page, context, `${name}-${language}`)))
        await look('entry')
        await page.keyboard.press('Control+Enter')
        await page.waitForSelector('.govuk-error-summary')
        await look('entry-errors')
        await page.selectOption('#kind', 'complaint')
        await page.fill('#description', 'Cerraron antes de la hora.')
        await page.fill('#names', 'Rosa')
        await page.fill('#firstSurname', 'Peña')
        await page.fill('#phone', `55 1234 00${language === 'es' ? '01' : '02'}`)
        await page.selectOption('#answerBy', 'pickup')
        const again = await page.inputValue('#phone')
        await page.click('#registro button')
        await page.waitForURL('**listo=*')
        await look('entry-filed')
        await page.selectOption('#kind', 'complaint')
        await page.fill('#description', 'Otra vez cerraron.')
        await page.fill('#names', 'Rosa')
        await page.fill('#phone', again)
        await page.selectOption('#answerBy', 'pickup')
        await page.click('#registro button')
        await page.waitForSelector('#similar')
        await look('entry-similar')
        await page.goto(`${demo.app.url}/personal/demo/hojas`)
        await page.fill('#first', `${language}-1`)
        await page.fill('#last', '9')
        await page.click('#recibir button')
        await page.waitForURL('**listo=received')
        await look('sheets')
        await page.goto(`${demo.app.url}/personal/demo/incidentes`)
        await page.fill('#what', 'No salía el recibo.')
        await page.fill('#solution', 'Se imprimió otra vez.')
        await page.click('#incidente button')
        await page.waitForURL('**listo=recorded')
        await look('incidents')
      })
      expect(problems).toEqual([])
    },
    300_000,
  )

  it('say at once by when a sheet had to be typed, and open what to say for its kind', async () => {
    await atTheCounter({}, async (page) => {
      await page.fill('#handedDate', '2026-02-20')
      await page.locator('#handedDate').dispatchEvent('change')
      await page.waitForSelector('.entry-limit--late')
      expect(await page.innerText('#entry-limit')).toContain('va con 4 días hábiles de atraso')
      await page.selectOption('#kind', 'need')
      expect(await page.locator('details[data-kind=need]').getAttribute('open')).not.toBeNull()
    })
  })
})
