import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { complainUntil } from '../cases/filing/way.ts'
import { openBrowser } from '../support/browser/index.ts'
import { openDemoBook } from '../support/demo-book.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'
import { BEYOND, CROWDED, FOCUS, lowerThan, MOVING } from './measures.ts'
import { PUBLIC_PAGES, STAFF_PAGES } from './pages.ts'

/** 320 pixels are also what 1280 become at 400 %. */
const NARROW = { width: 320, height: 640 }
const MOST_STOPS = 80

let test: TestSystem
let app: RunningApp
let browser: Browser
const open: Record<'public' | 'staff', { context: BrowserContext; page: Page } | null> = {
  public: null,
  staff: null,
}

async function openAs(visitor: Visitor) {
  const context = await browser.newContext({
    viewport: NARROW,
    forcedColors: 'active',
    reducedMotion: 'reduce',
  })
  const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value, url: app.url }))
  await context.addCookies(cookies)
  return { context, page: await context.newPage() }
}

beforeAll(async () => {
  test = await openDemoBook()
  app = await startApp(test.system)
  browser = await openBrowser()
  const staff = new Visitor(app)
  await staff.get('/personal/entrar')
  await staff.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
  open.public = await openAs(await complainUntil(app, 'revise'))
  open.staff = await openAs(staff)
}, 180_000)
afterAll(async () => {
  await browser.close()
  await app.close()
  await test.close()
})

async function goTo(who: 'public' | 'staff', path: string): Promise<Page> {
  const page = open[who]?.page
  if (!page) throw new Error('no browser')
  const response = await page.goto(app.url + path)
  expect([response?.status(), new URL(page.url()).pathname]).toEqual([200, path])
  return page
}

/** Every stop of the Tab key that is not seen, lies under something or comes out of turn. */
async function badStops(page: Page): Promise<string[]> {
  const bad: string[] = []
  let stops = 0
  for (; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<{ name: string; faults: string[] } | null>(FOCUS)
    if (stop === null) break
    if (stop.faults.length > 0) bad.push(`${stop.name}: ${stop.faults.join(', ')}`)
  }
  expect(stops).toBeGreaterThan(2)
  return bad
}

async function findings(page: Page, isPublic: boolean) {
  return {
    beyond: await page.evaluate<number>(BEYOND),
    moving: await page.evaluate<number>(MOVING),
    crowded: await page.evaluate<string[]>(CROWDED),
    low: isPublic ? await page.evaluate<string[]>(lowerThan(44)) : [],
    stops: await badStops(page),
  }
}

const NOTHING = { beyond: 0, moving: 0, crowded: [], low: [], stops: [] }

describe('On a narrow screen, with forced colours, less motion and the keyboard alone', () => {
  it.each(PUBLIC_PAGES)('the public page %s is used whole', async (path) => {
    expect(await findings(await goTo('public', path), true)).toEqual(NOTHING)
  })

  it.each(STAFF_PAGES)('the page of the staff %s is used whole', async (path) => {
    expect(await findings(await goTo('staff', path), false)).toEqual(NOTHING)
  })

  it('the page where staff sign in is used whole', async () => {
    expect(await findings(await goTo('public', '/personal/entrar'), false)).toEqual(NOTHING)
  })

  it('a mistake is announced, and the focus goes to what was not understood', async () => {
    const page = await goTo('public', '/demo/nuevo/donde')
    await page.goto(`${app.url}/seguimiento`)
    await page.locator('main form button').first().click()
    const summary = page.locator('.govuk-error-summary')
    expect(await summary.locator('[role=alert]').count()).toBe(1)
    expect(await page.evaluate('document.activeElement.className')).toContain('error-summary')
  })
})

/** A device with a voice of its own, which headless browsers have not; what it is told to say is kept. */
const VOICE = `(() => {
  window.said = []
  const voice = { lang: 'es-MX', localService: true }
  const device = Object.assign(new EventTarget(), {
    speaking: false,
    getVoices: () => [voice],
    cancel: () => { device.speaking = false },
    speak: ({ text }) => { device.speaking = true; window.said.push(text) },
  })
  Object.defineProperty(window, 'speechSynthesis', { value: device })
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text }
  }
})()`

describe('Reading aloud', () => {
  it('is offered where the device has a voice, says what is asked and not what was typed', async () => {
    const context = open.public?.context
    const page = await context?.newPage()
    if (!page) throw new Error('no browser')
    await page.addInitScript(VOICE)
    await page.goto(`${app.url}/demo/nuevo/que-paso`)
    await page.getByRole('button', { name: 'Escuchar esta página' }).click()
    const said = await page.evaluate<string[]>('window.said')
    expect(said[0]).toMatch(/pas/)
    expect(said.join(' ')).not.toContain('Esperé tres horas')
    await page.getByRole('button', { name: 'Dejar de escuchar' }).click()
    expect(await page.getByRole('button', { name: 'Escuchar esta página' }).count()).toBe(1)
    await page.close()
  })

  it('is not offered without a voice of the device', async () => {
    const page = await goTo('public', '/demo')
    expect(await page.getByRole('button', { name: 'Escuchar' }).count()).toBe(0)
  })
})
