import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { accessibilityProblems } from '../../support/accessibility-problems.ts'
import { openBrowser } from '../../support/browser/index.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { openSampleSite } from './sample-site.ts'

const pages = ['/', '/muestra', '/muestra/personal', '/no-existe']
const publicPages = ['/', '/muestra', '/no-existe']
const languages = ['es', 'en']

let site: Awaited<ReturnType<typeof openSampleSite>>
let browser: Browser
beforeAll(async () => {
  site = await openSampleSite()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})

/** In the page: an outline or a shadow on what has the focus, or on the sign of a radio or a tick. */
const focusIsSeen = `(() => {
  const focused = document.activeElement
  const styles = [getComputedStyle(focused)]
  if (focused.nextElementSibling) styles.push(getComputedStyle(focused.nextElementSibling, '::before'))
  return styles.some((style) => style.boxShadow !== 'none' || style.outlineStyle !== 'none')
})()`

interface Visit {
  path: string
  language?: string
  width?: number
  javaScriptEnabled?: boolean
}

async function look<T>(visit: Visit, at: (page: Page) => Promise<T>): Promise<T> {
  const { path, language = 'es', width = 360, javaScriptEnabled = true } = visit
  const context = await browser.newContext({ viewport: { width, height: 740 }, javaScriptEnabled })
  try {
    await context.addCookies([{ name: 'lang', value: language, url: site.address }])
    const page = await context.newPage()
    await page.goto(site.address + path)
    return await at(page)
  } finally {
    await context.close()
  }
}

const everyPage = pages.flatMap((path) => languages.map((language) => ({ path, language })))

describe.each(everyPage)('The page $path in "$language"', ({ path, language }) => {
  it('is sound HTML', async () => {
    const response = await site.fetch(path, { headers: { cookie: `lang=${language}` } })
    expect(await htmlProblems(await response.text())).toEqual([])
  })

  it('has nothing that axe finds', async () => {
    const width = language === 'es' ? 360 : 1280
    expect(await look({ path, language, width }, accessibilityProblems)).toEqual([])
  })
})

describe('A page', () => {
  it.each(pages)('%s fits a screen of 320 pixels', async (path) => {
    const beyond = await look({ path, width: 320 }, (page) =>
      page.evaluate('document.documentElement.scrollWidth - innerWidth'),
    )
    expect(beyond).toBe(0)
  })

  it.each(publicPages)('%s has targets of 44 pixels', async (path) => {
    const selector =
      '.govuk-button, .govuk-back-link, .govuk-input, .govuk-select, .govuk-radios__input, ' +
      '.govuk-checkboxes__input, header a, footer a, .govuk-file-upload-button'
    const small = await look({ path }, async (page) => {
      const boxes = await Promise.all(
        (await page.locator(selector).all()).map((target) => target.boundingBox()),
      )
      return boxes.filter((box) => box !== null && box.height > 0 && box.height < 44)
    })
    expect(small).toEqual([])
  })

  it('weighs at most 40 kB at the first visit, all included', async () => {
    const html = await (await site.fetch('/muestra')).text()
    const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      ([, a]) => a ?? '',
    )
    const files = await Promise.all(
      addresses.map(async (address) => (await site.fetch(address)).arrayBuffer()),
    )
    const weights = [Buffer.from(html), ...files.map((file) => Buffer.from(file))].map(
      (file) => gzipSync(file).length,
    )
    expect(weights.reduce((sum, weight) => sum + weight)).toBeLessThan(40_000)
  })

  it('carries nothing of the brand of the components’ authors', async () => {
    const html = await (await site.fetch('/muestra')).text()
    const styles = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, a]) => a ?? '')
    for (const address of styles) {
      expect(await (await site.fetch(address)).text()).not.toMatch(/GDS Transport|crown|GOV\.UK/i)
    }
    expect(html).not.toMatch(/GOV\.UK|crown/)
  })

  it('speaks no English of the library to who reads Spanish', async () => {
    const html = await look({ path: '/muestra' }, (page) => page.content())
    expect(html).not.toMatch(
      /There is a problem|Choose file|remaining|No file chosen|Warning|Success/,
    )
  })
})

describe('With JavaScript', () => {
  it('what belongs to a choice shows when it is chosen', async () => {
    await look({ path: '/muestra' }, async (page) => {
      const mail = page.getByLabel('Correo electrónico', { exact: true })
      expect(await mail.isVisible()).toBe(false)
      await page.getByLabel('Por correo electrónico').check()
      expect(await mail.isVisible()).toBe(true)
      await page.getByLabel('La recojo en la oficina').check()
      expect(await mail.isVisible()).toBe(false)
    })
  })

  it('the letters left are counted while typing', async () => {
    await look({ path: '/muestra' }, async (page) => {
      await page.getByLabel('Cuente con sus palabras').fill('x'.repeat(4001))
      expect(await page.locator('.govuk-character-count__status').textContent()).toBe(
        'Sobra 1 letra',
      )
    })
  })
})

describe('Without JavaScript', () => {
  it('everything that can be asked is seen', async () => {
    await look({ path: '/muestra', javaScriptEnabled: false }, async (page) => {
      expect(await page.getByLabel('Correo electrónico', { exact: true }).isVisible()).toBe(true)
      expect(await page.locator('input[type=file]').isVisible()).toBe(true)
      expect(await page.getByText('Puede escribir hasta 4000 letras').isVisible()).toBe(true)
    })
  })
})

describe('With the keyboard', () => {
  it('the first stop is the way to the content, and focus is always seen', async () => {
    await look({ path: '/muestra' }, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Ir al contenido')
      for (let stop = 0; stop < 25; stop++) {
        await page.keyboard.press('Tab')
        expect(await page.evaluate(focusIsSeen)).toBe(true)
      }
    })
  })
})
