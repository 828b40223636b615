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

async function visit<T>(
  options: { language?: string; javaScriptEnabled?: boolean },
  walk: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const { language = 'es', javaScriptEnabled = true } = options
  const context = await demo.browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled,
  })
  try {
    await context.addCookies([{ name: 'lang', value: language, url: demo.app.url }])
    return await walk(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

const send = (page: Page) => page.click('main form:not([action*=quitar]) button.govuk-button')

/** Whoever does not know what it is, and whose words do not tell. */
async function doNotKnow(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(`${demo.app.url}/demo/nuevo`)
  await page.check('input[value=unsure]')
  await send(page)
  await page.fill('textarea', 'Fui ayer por la mañana.')
  await send(page)
  await page.waitForURL('**/que-es')
  await look(page)
  await send(page)
  await look(page)
}

/** All the pages of a complaint about danger, with mistakes on the way; `look` sees each of them. */
async function complain(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await page.goto(`${demo.app.url}/demo/nuevo`)
  await look(page)
  await page.check('input[value=complaint]')
  await send(page)
  await send(page)
  await look(page)
  await page.fill('textarea', 'Me pidieron una mordida en la ventanilla.')
  await send(page)
  await look(page)
  await page.goto(`${demo.app.url}/demo/nuevo/que-paso`)
  await page.fill('textarea', 'Hay un cable caído que echa chispas frente a la escuela.')
  await send(page)
  await look(page)
  await page.click('main a.govuk-button')
  await page.check('input[value=centro]')
  await page.selectOption('select[name=service-centro]', 'alumbrado')
  await look(page)
  await send(page)
  await page.check('input[value=other]')
  await page.fill('[name=date-day]', '31')
  await page.fill('[name=date-month]', '2')
  await page.fill('[name=date-year]', '2026')
  await send(page)
  await look(page)
  await page.check('input[value=yesterday]')
  await send(page)
  await page.setInputFiles('input[type=file]', {
    name: 'poste.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('El poste de la esquina'),
  })
  await page.click('button[value=add]')
  await look(page)
  await page.click('button[value=next]')
  await page.check('input[value=email]')
  await page.fill('[name=email]', 'ana@example.org')
  await send(page)
  await look(page)
  await page.check('#electronicNotice')
  await send(page)
  await look(page)
  await page.fill('[name=names]', 'Ana')
  await page.fill('[name=firstSurname]', 'Ñúñez')
  await send(page)
  await look(page)
  await send(page)
  await look(page)
}

describe('Filing on a telephone', () => {
  it.each(['es', 'en'])(
    'meets nothing that axe or html-validate find, nor a page too wide, in "%s"',
    async (language) => {
      const problems: string[] = []
      let pages = 0
      const examine = (context: BrowserContext) => async (page: Page) => {
        pages += 1
        const found = await accessibilityProblems(page)
        if (await page.evaluate('document.documentElement.scrollWidth > 360'))
          found.push('too wide')
        const opened = await context.request.get(page.url())
        found.push(...(await htmlProblems(await opened.text())))
        problems.push(...found.map((one) => `${page.url()}: ${one}`))
      }
      await visit({ language }, (page, context) => complain(page, examine(context)))
      await visit({ language }, (page, context) => doNotKnow(page, examine(context)))
      expect(pages).toBe(13)
      expect(problems).toEqual([])
    },
    300_000,
  )

  it('ends with number, secret and date with JavaScript off', async () => {
    const words = await visit({ javaScriptEnabled: false }, async (page) => {
      await complain(page, () => Promise.resolve())
      return page.innerText('main')
    })
    expect(words).toMatch(/DEMO-2026-\d{6}/)
    expect(words).toMatch(/([0-9A-Z]{4}-){3}[0-9A-Z]{4}/)
    expect(words).toContain('23 de marzo de 2026')
  }, 120_000)

  it('goes on by keyboard alone', async () => {
    const path = await visit({}, async (page) => {
      await page.goto(`${demo.app.url}/demo/nuevo`)
      await tabTo(page, 'kind')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/que-paso')
      await tabTo(page, 'description')
      await page.keyboard.type('Esperé tres horas.')
      await tabTo(page, '')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/donde')
      return new URL(page.url()).pathname
    })
    expect(path).toBe('/demo/nuevo/donde')
  }, 120_000)
})

/** Presses Tab until the field of this name has the focus; without a name, until a button of the page has. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press('Tab')
    const there = name
      ? `document.activeElement.name === '${name}'`
      : `document.activeElement.matches('main button')`
    if (await page.evaluate(there)) return
  }
  throw new Error(`No Tab leads to ${name || 'the button'}`)
}
