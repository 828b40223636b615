import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { buildPhoto } from '../../attachments/sample-files.ts'
import { accessibilityProblems } from '../../support/accessibility-problems.ts'
import { openBrowser } from '../../support/browser/index.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { enrolTablet, goOn, tellTablet } from './at-the-tablet.ts'
import { openSmallServer, type SmallServer } from './small-server.ts'

const SIZES = {
  'lying tablet': { width: 1280, height: 800 },
  'standing tablet': { width: 800, height: 1280 },
  telephone: { width: 360, height: 740 },
  'narrow window': { width: 320, height: 600 },
}
const SMALLEST_TARGET = 56

let server: SmallServer
let browser: Browser
beforeAll(async () => {
  server = await openSmallServer()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.close()
})

async function atTablet<T>(
  viewport: { width: number; height: number },
  walk: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    return await walk(page)
  } finally {
    await context.close()
  }
}

/** Whatever can be touched, smaller than a finger. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.querySelector('#app').shadowRoot
    const all = root.querySelectorAll('button, input, select, textarea, a, summary')
    return [...all]
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && height > 0)
      .filter(([, { width, height }]) => width < ${SMALLEST_TARGET} || height < ${SMALLEST_TARGET})
      .map(([element, { width, height }]) =>
        element.tagName + '#' + element.id + '.' + element.className + ' ' + width + '×' + height)
  })()`)
}

/** Words that run out of what holds them. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.querySelector('#app').shadowRoot
    const all = root.querySelectorAll('.slip__number, button, label, h1, p, dd, dt, li')
    return [...all]
      .filter((element) => element.offsetParent && !element.matches('.seen-by-none'))
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map(({ tagName, textContent }) => 'cut: ' + tagName + ' ' + textContent)
  })()`)
}

async function problemsOn(page: Page): Promise<string[]> {
  const wide = await page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  return [
    ...(await accessibilityProblems(page)),
    ...(await smallTargets(page)),
    ...(await cutWords(page)),
    ...(wide ? ['wider than the screen'] : []),
  ]
}

describe('The screens of a tablet', () => {
  it.each(Object.entries(SIZES))(
    'can be read, heard and touched by anybody on a %s',
    async (_, viewport) => {
      const problems: string[] = []
      await atTablet(viewport, async (page) => {
        const look = async (screen: string) => {
          const found = await problemsOn(page)
          problems.push(...found.map((one) => `${screen}: ${one}`))
        }
        await page.goto(`${server.url}/tableta/`)
        await page.waitForSelector('#code')
        await look('enrol')
        await page.click('.enrol .button')
        await page.waitForSelector('.field__error')
        await look('enrol, wrong')
        await enrolTablet(page, server.url, 'abcd-efgh')
        await page.click('.button--start[lang=en]')
        await goOn(page)
        await page.waitForSelector('.wrong')
        await look('kind, wrong')
        await page.check('[value=corruption_report]')
        await goOn(page)
        await look('corruption')
        await page.click('.finish')
        const photos = [await buildPhoto()]
        await tellTablet(page, { description: 'Larga espera', photos, look })
        await page.click('.actions .button >> nth=-1')
        await page.waitForSelector('.attract')
        await page.click('.button--bare')
        await page.waitForSelector('[data-fact=sent]')
        await look('staff')
        await page.click('.finish')
        await page.click('.button--survey[lang=es]')
        await look('survey')
        await page.check('[name=overall][value="4"]')
        await goOn(page)
        await look('survey, more')
      })
      expect(problems).toEqual([])
    },
    180_000,
  )

  it('say the same in English, as readably, without a word left in Spanish', async () => {
    const texts: string[] = []
    const problems: string[] = []
    await atTablet(SIZES['narrow window'], async (page) => {
      await enrolTablet(page, server.url, 'ABCDEFGH')
      const look = async (screen: string) => {
        if (screen !== 'attract') texts.push(await page.innerText('.app'))
        problems.push(...(await problemsOn(page)).map((one) => `${screen}: ${one}`))
      }
      await tellTablet(page, { description: 'Long wait', language: 'en', look })
      expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    })
    const ours = texts.join('\n').replaceAll(/Municipio de Tres Jacarandas|Oficina Centro/g, '')
    const services = server.setup.services.map(({ name }) => name)
    const told = services.reduce((text, name) => text.replaceAll(name, ''), ours)
    expect(told).not.toMatch(/\b(kiosk|filing)\.|\b(qué|usted|Atrás|Continuar|enviar|clave)\b|ñ/i)
    expect(problems).toEqual([])
  }, 180_000)

  it('keep their fields where the browser’s memory of pages does not look', async () => {
    await atTablet(SIZES['lying tablet'], async (page) => {
      await enrolTablet(page, server.url, 'ABCDEFGH')
      await page.click('.button--start[lang=es]')
      await page.waitForSelector('#kind')
      const fields = 'input, textarea, select, form'
      expect(await page.evaluate(`document.querySelectorAll('${fields}').length`)).toBe(0)
      expect(await page.locator(fields).count()).toBeGreaterThan(5)
    })
  }, 60_000)

  it('read a question aloud where the device has a voice of its own in the language', async () => {
    await atTablet(SIZES['lying tablet'], async (page) => {
      // the voices are the device's; a browser without a screen brings none
      await page.addInitScript(`
        globalThis.said = []
        speechSynthesis.getVoices = () => [{ lang: 'es-MX', localService: true, name: 'Voz' }]
        globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
        speechSynthesis.speak = ({ text }) => globalThis.said.push(text)
      `)
      await enrolTablet(page, server.url, 'ABCDEFGH')
      await page.click('.button--start[lang=es]')
      await page.click('.listen')
      const said = await page.evaluate<string[]>('globalThis.said')
      expect(said.slice(0, 3)).toEqual([
        '¿Qué nos quiere decir?',
        'Elija lo que más se parezca.',
        'Queja',
      ])
      await page.reload()
      await page.click('.button--start[lang=en]')
      await page.waitForSelector('#kind')
      expect(await page.isVisible('.listen')).toBe(false)
    })
  }, 60_000)

  it('are one page that html-validate has nothing against', async () => {
    const answer = await fetch(`${server.url}/tableta/`)
    expect(await htmlProblems(await answer.text())).toEqual([])
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("form-action 'none'")
    expect(policy).not.toContain('unsafe')
    const moved = await fetch(`${server.url}/tableta`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([308, '/tableta/'])
  })

  it('weigh no more than 130 kB, the whole app', async () => {
    const worker = await (await fetch(`${server.url}/tableta/sw.js`)).text()
    const { files, page } = JSON.parse(/offlineApp=(\{.*?\});\n/.exec(worker)?.[1] ?? '{}') as {
      files: string[]
      page: string
    }
    expect(files.length).toBeGreaterThan(4)
    const bodies = await Promise.all(
      [page, '/tableta/sw.js', ...files].map(async (path) => {
        const answer = await fetch(server.url + path)
        expect([path, answer.status]).toEqual([path, 200])
        return gzipSync(Buffer.from(await answer.arrayBuffer())).length
      }),
    )
    expect(bodies.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(130_000)
  })
})
