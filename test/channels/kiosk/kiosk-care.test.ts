import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildPhoto } from '../../attachments/sample-files.ts'
import { openBrowser } from '../../support/browser/index.ts'
import {
  enrolTablet,
  finish,
  goOn,
  readMemory,
  readReceipt,
  tellTablet,
  tellUntilCheck,
} from './at-the-tablet.ts'
import { asset } from '../../../src/platform/web/index.ts'
import { openSmallServer, type SmallServer } from './small-server.ts'

const CANARY = 'CANARIO-3310'
const CHROMIUM_LOOKS_AGAIN_MS = 32_000

let browser: Browser
let server: SmallServer
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(() => browser.close())
beforeEach(async () => {
  server = await openSmallServer()
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await server.close()
})

const enrol = () => enrolTablet(page, server.url, 'ABCDEFGH')
const told = { description: `${CANARY} Tardaron mucho`, kind: 'suggestion' }

async function untilSent(count: number): Promise<void> {
  const until = performance.now() + 30_000
  while (server.filings.length < count && performance.now() < until) await page.waitForTimeout(100)
  expect(server.filings).toHaveLength(count)
}

describe('A tablet that somebody left', () => {
  it('asks first, stays if somebody answers, and then leaves nothing to read', async () => {
    server.setup.idleSeconds = 27
    await enrol()
    await page.click('.button--start[lang=es]')
    await page.check('[value=suggestion]')
    await goOn(page)
    await page.fill('#description', CANARY)
    const photo = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await buildPhoto() }
    await page.setInputFiles('#photo', photo)
    await page.waitForSelector('.photo')
    await page.keyboard.press('Tab')
    await page.waitForSelector('dialog[open]')
    expect(await page.innerText('dialog')).toContain('¿Sigue aquí?')
    const first = Number(await page.innerText('.idle__count'))
    expect(first).toBeGreaterThanOrEqual(20)
    await page.waitForTimeout(2_500)
    expect(Number(await page.innerText('.idle__count'))).toBeLessThan(first)
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog', { state: 'detached' })
    expect(await page.inputValue('#description')).toBe(CANARY)

    await page.waitForSelector('dialog[open]')
    await page.waitForSelector('.attract', { timeout: 40_000 })
    expect(await page.content()).not.toContain(CANARY)
    expect((await readMemory(page)).text).not.toContain(CANARY)
    await page.goBack()
    await page.click('.button--start[lang=es]')
    expect(await page.isChecked('[value=suggestion]')).toBe(false)
    await page.check('[value=suggestion]')
    await goOn(page)
    expect(await page.inputValue('#description')).toBe('')
    expect(await page.locator('.photo').count()).toBe(0)
  }, 120_000)

  it('wipes a receipt as it wipes answers, and the queue never', async () => {
    await enrol()
    await context.setOffline(true)
    const { secret } = await tellTablet(page, told)
    await page.click('.finish')
    await page.waitForSelector('.attract')
    expect(await page.content()).not.toContain(secret)
    expect((await readMemory(page)).items).toBe(1)
    expect(await page.getAttribute('.button--bare', 'aria-label')).toContain('1 caso por enviar')
  }, 60_000)

  it('goes one question back by the device’s own key, and never out', async () => {
    await enrol()
    await page.click('.button--start[lang=es]')
    await page.check('[value=suggestion]')
    await goOn(page)
    await page.goBack()
    await page.waitForSelector('#kind')
    expect(page.url()).toBe(`${server.url}/tableta/`)
    const stopped = await page.evaluate<boolean>(
      `!document.dispatchEvent(new MouseEvent('contextmenu', { cancelable: true }))`,
    )
    expect(stopped).toBe(true)
  }, 60_000)
})

describe('Sending from a tablet', () => {
  it('survives a reset in the middle, and doubles nothing', async () => {
    await enrol()
    let held = 0
    server.answer = (request) => request.method === 'PUT' && ++held < 2
    const photos = [await buildPhoto()]
    await tellTablet(page, { ...told, photos })
    const until = performance.now() + 20_000
    while (held === 0 && performance.now() < until) await page.waitForTimeout(50)
    await finish(page)
    server.answer = null
    await tellTablet(page, told)
    await untilSent(2)
    await page.waitForSelector('.sent--done')
    expect(server.filings.map(({ provisionalNumber }) => provisionalNumber)).toEqual([
      'DEMO-T7K3-000001',
      'DEMO-T7K3-000002',
    ])
    expect((await readMemory(page)).items).toBe(0)
  }, 90_000)

  it('is done by one window at a time', async () => {
    await enrol()
    await context.setOffline(true)
    await tellTablet(page, told)
    await finish(page)
    await tellTablet(page, told)
    const other = await context.newPage()
    await other.goto(`${server.url}/tableta/`)
    const posts: string[] = []
    context.on('request', (request) => {
      if (request.url().endsWith('/filings')) posts.push(request.url())
    })
    await context.setOffline(false)
    await untilSent(2)
    await page.waitForTimeout(500)
    expect(posts).toHaveLength(2)
  }, 90_000)

  it('tells the book its clock, how far it counted and what waits', async () => {
    await enrol()
    await tellTablet(page, told)
    await untilSent(1)
    await page.waitForTimeout(300)
    expect(server.contacts.at(-1)).toMatchObject({
      lastSequence: 1,
      waiting: 0,
      waitingSince: null,
    })
  }, 60_000)
})

describe('A tablet that may take nothing', () => {
  it('says so when it was switched off from afar, and goes on sending', async () => {
    await enrol()
    await context.setOffline(true)
    await tellTablet(page, told)
    await finish(page)
    server.setup.device.state = 'off'
    await context.setOffline(false)
    await untilSent(1)
    await page.waitForSelector('[data-closed=off]')
    expect(await page.locator('.button--start').count()).toBe(0)
  }, 60_000)

  it('says so past the end of its enrolment, by its own clock', async () => {
    server.setup.device.endsOn = '2020-01-01'
    await enrol()
    await page.waitForSelector('[data-closed=ended]')
  }, 60_000)

  it('says so to staff when the book does not know it, and keeps what waits', async () => {
    await enrol()
    server.answer = (_request, response) => {
      response.status(401).json({})
      return true
    }
    await tellTablet(page, told)
    await finish(page)
    await page.waitForSelector('[data-closed=unknown]')
    expect((await readMemory(page)).items).toBe(1)
    await page.click('.button--bare')
    expect(await page.innerText('[data-fact=state]')).toBe('El libro no la conoce')
    expect(await page.innerText('[data-fact=waiting]')).toBe('1')
    server.answer = null
    await page.click('.actions .button--second')
    await untilSent(1)
  }, 60_000)

  it('says so when it took all that it may on a day, under its office’s own mark, without network', async () => {
    server.setup.device.quotaPerDay = 1
    server.setup.administration.theme = { markUrl: asset('mark.svg') }
    await enrol()
    await page.evaluate('navigator.serviceWorker.ready')
    await context.setOffline(true)
    await tellTablet(page, told)
    await finish(page)
    await page.waitForSelector('[data-closed=quota]')
    expect(await page.getAttribute('.attract__mark', 'src')).toMatch(/^data:image\/svg/)
    expect((await readMemory(page)).items).toBe(1)
  }, 60_000)

  it('says that it is full before a person begins', async () => {
    await enrol()
    const session = await context.newCDPSession(page)
    const { origin } = new URL(server.url)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 })
    await page.click('.button--start[lang=es]')
    await page.waitForSelector('[data-closed=full]')
  }, 60_000)

  it('promises nothing when the disk fills up meanwhile, and keeps what was written on the page', async () => {
    await enrol()
    await context.setOffline(true)
    await tellTablet(page, told)
    await finish(page)
    await tellUntilCheck(page, told)
    const session = await context.newCDPSession(page)
    const { origin } = new URL(server.url)
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    // so long the browser believes what it knew of the disk
    await page.waitForTimeout(CHROMIUM_LOOKS_AGAIN_MS)
    await goOn(page)
    await page.waitForSelector('[data-screen=check] .wrong')
    expect(await page.innerText('.wrong')).toContain('no pudo guardar su caso')
    expect(await page.innerText('.told-list')).toContain(CANARY)
    expect((await readMemory(page)).items).toBe(1)
    await session.send('Storage.overrideQuotaForOrigin', { origin })
    await goOn(page)
    expect((await readReceipt(page)).number).toBe('DEMO-T7K3-000002')
  }, 120_000)
})

describe('A survey at a tablet', () => {
  it('is answered without network, lies there sealed, and is sent by itself', async () => {
    await enrol()
    await page.evaluate('navigator.serviceWorker.ready')
    await context.setOffline(true)
    await page.click('.button--survey[lang=es]')
    await goOn(page)
    expect(await page.innerText('.field__error')).toBe('Elija cómo le fue, de muy mal a muy bien')
    await page.check('[name=overall][value="4"]')
    await page.check('[name=resolved][value=partly]')
    await goOn(page)
    await page.check('[name=information][value="5"]')
    await page.selectOption('#segment_purpose', 'procedure')
    await page.fill('#comment', CANARY)
    await goOn(page)
    await page.waitForSelector('[data-screen=survey-thanks]')
    await page.click('[data-screen=survey-thanks] .actions .button')
    await page.waitForSelector('.attract')
    expect((await readMemory(page)).text).not.toContain(CANARY)
    const sent = page.waitForResponse((answer) => answer.url().endsWith('/survey-responses'))
    await context.setOffline(false)
    await sent
    const answers = {
      overall: '4',
      resolved: 'partly',
      information: '5',
      segment_purpose: 'procedure',
      comment: CANARY,
    }
    expect(server.surveys).toEqual([{ v: 1, campaign: 'abc234', answers }])
  }, 60_000)
})

describe('The page of a tablet', () => {
  it('lets no text become markup or a script', async () => {
    await enrol()
    const refused = await page.evaluate(`['innerHTML', 'outerHTML'].map((way) => {
      try {
        document.querySelector('#app')[way] = '<p>text</p>'
        return null
      } catch (error) {
        return error.name
      }
    })`)
    expect(refused).toEqual(['TypeError', 'TypeError'])
  }, 60_000)
})

describe('Corruption at a tablet', () => {
  it('is never taken: chosen, it leads to the person’s own telephone', async () => {
    await enrol()
    await page.click('.button--start[lang=es]')
    await page.check('[value=corruption_report]')
    await goOn(page)
    expect(await page.innerText('main')).toContain('Aquí puede haber cámaras')
    expect(await page.innerText('.address')).toContain('/demo/denuncia')
    expect(await page.isVisible('.square-code')).toBe(true)
    expect(await page.locator('.actions .button').count()).toBe(2)
  }, 60_000)

  it('is noticed in words, and a person may say that it is something else', async () => {
    await enrol()
    await page.click('.button--start[lang=es]')
    await page.check('[value=suggestion]')
    await goOn(page)
    await page.fill('#description', 'Me pidió algo de dinero para atenderme')
    await goOn(page)
    expect(await page.getAttribute('.app', 'data-screen')).toBe('corruption')
    await page.click('.actions .button >> nth=1')
    await page.waitForSelector('#place')
  }, 60_000)

  it('shows help first where words tell of danger', async () => {
    await enrol()
    await page.click('.button--start[lang=es]')
    await page.check('[value=need]')
    await goOn(page)
    await page.fill('#description', 'Hay una fuga de gas en la entrada')
    await goOn(page)
    expect(await page.innerText('.phones')).toContain('911')
    await page.click('.actions .button >> nth=1')
    await page.waitForSelector('#place')
  }, 60_000)
})
