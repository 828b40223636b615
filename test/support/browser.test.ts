import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser/index.ts'

describe('the browser for journeys', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  it('shows a page, also after a context was closed', async () => {
    for (const words of ['Libro abierto', 'Otra hoja']) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 } })
      const page = await context.newPage()
      await page.setContent(`<h1>${words}</h1>`)
      expect(await page.textContent('h1')).toBe(words)
      expect((await page.screenshot()).length).toBeGreaterThan(1000)
      await context.close()
    }
  })
})
