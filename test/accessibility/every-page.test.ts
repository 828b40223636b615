import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { createApp } from '../../src/app.ts'
import { demoSecrets } from '../../src/corruption-reports/index.ts'
import { complainUntil } from '../cases/filing/way.ts'
import { openBrowser } from '../support/browser/index.ts'
import { listRoutes } from '../support/list-routes.ts'
import { startApp } from '../support/running-app.ts'
import { openTestSystem } from '../support/test-system.ts'
import type { Visitor } from '../support/visitor.ts'
import { lookAgain, lookAtMistakes, lookAtScreen, lookClosely, NARROW } from './look-at.ts'
import { FORM, isForNoEyes, NOT_PAGES, PAGES } from './pages.ts'
import { openSampleHouse, type SampleHouse } from './sample-house.ts'
import type { Who } from './visitors.ts'

let house: SampleHouse
let browser: Browser
const tabs = new Map<Who, { context: BrowserContext; page: Page }>()

beforeAll(async () => {
  house = await openSampleHouse()
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

/** One window for each of them. */
async function windowOf(who: Who) {
  const open = tabs.get(who)
  if (open) return open
  const made = await openWindow(house.visitors[who])
  tabs.set(who, made)
  return made
}

/** With what they did so far. */
async function openWindow({ cookies }: Visitor) {
  const context = await browser.newContext({ viewport: NARROW, reducedMotion: 'reduce' })
  await context.addCookies(
    [...cookies].map(([name, value]) => ({ name, value, url: house.app.url })),
  )
  context.setDefaultTimeout(10_000)
  return { context, page: await context.newPage() }
}

async function goTo(who: Who, address: string, language: string) {
  const { context, page } = await windowOf(who)
  const answer = await openIn(context, page, address, language)
  return { page, answer }
}

async function openIn(context: BrowserContext, page: Page, address: string, language: string) {
  await context.addCookies([{ name: 'lang', value: language, url: house.app.url }])
  await page.setViewportSize(NARROW)
  const answer = await page.goto(house.app.url + address)
  if (!answer) throw new Error(`No answer from ${address}`)
  const seen = [
    answer.status(),
    new URL(page.url()).pathname,
    await page.getAttribute('html', 'lang'),
  ]
  expect(seen).toEqual([200, address, language])
  return answer
}

async function sendEmpty(page: Page, form: string): Promise<Response> {
  const texts = JSON.stringify(`${form} textarea`)
  await page.evaluate(`document.querySelectorAll(${texts}).forEach((one) => { one.value = '' })`)
  await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)
  const sent = page.waitForEvent('response', (response) => response.request().isNavigationRequest())
  // what fills a form sends nothing
  await page.locator(`${form} button.govuk-button:not(.form-choice *)`).first().click()
  const answer = await sent
  await page.waitForLoadState()
  return answer
}

describe('Every address that answers with a page', () => {
  it('is among those that are looked at, or said not to be one', () => {
    const all = listRoutes(createApp(house.test.system))
      .filter(({ method }) => method === 'get')
      .map(({ path }) => path)
    const known = [PAGES, NOT_PAGES].flatMap((list) => Object.keys(list))
    expect(all.filter((path) => !isForNoEyes(path)).sort()).toEqual(known.sort())
  })
})

describe('Where nobody has an account yet', () => {
  it.each(['es', 'en'])('the first one is made on a sound page, in "%s"', async (language) => {
    const test = await openTestSystem()
    const app = await startApp(test.system)
    const page = await browser.newPage({ viewport: NARROW, reducedMotion: 'reduce' })
    const answer = await page.goto(`${app.url}/personal/instalar?lang=${language}`)
    if (!answer) throw new Error('No answer')
    expect([answer.status(), await page.getAttribute('html', 'lang')]).toEqual([200, language])
    expect(await lookClosely(page, { answer, isPublic: false, meant: [] })).toEqual([])
    await page.close()
    await app.close()
    await test.close()
  })
})

describe('In both languages, however it is met,', () => {
  it.each(Object.entries(PAGES))('the page %s is for everybody', async (path, seen) => {
    const address = house.addressOf(path, seen)
    const isPublic = !path.startsWith('/personal') && !path.startsWith('/muestra')
    const meant = Object.keys(seen.meant ?? {})
    const found: string[] = []
    for (const language of ['es', 'en']) {
      const { page, answer } = await goTo(seen.as, address, language)
      const look = { answer, isPublic, meant }
      const problems = await (language === 'es' ? lookClosely : lookAgain)(page, look)
      if (seen.empty) {
        const refused = { ...look, answer: await sendEmpty(page, seen.empty) }
        const told = await lookAtMistakes(page, refused)
        problems.push(...told.map((one) => `with mistakes, ${one}`))
      }
      found.push(...problems.map((one) => `${language}: ${one}`))
    }
    expect(found).toEqual([])
  })
})

describe('An officer who opened the room', () => {
  it.each(['es', 'en'])('reads a report on a sound screen, in "%s"', async (language) => {
    const { page } = await goTo('integridad', '/personal/demo/denuncias', language)
    await page.fill('#passphrase', demoSecrets('integridad@demo.example').words.join(' '))
    await page.click('#room-unlock-form button')
    await page.waitForSelector('.case-row')
    expect(await lookAtScreen(page)).toEqual([])
    await page.click('.case-row button')
    await page.waitForSelector('[data-part=narration]')
    expect(await lookAtScreen(page)).toEqual([])
    await page.click('.room-acts button >> nth=0')
    expect(await lookAtScreen(page)).toEqual([])
  })
})

describe('Whoever answers nothing', () => {
  const questions = ['que-paso', 'donde', 'cuando', 'respuesta', 'quien'] as const

  it.each(questions)('is told at once what the question "%s" lacks', async (question) => {
    const { context, page } = await openWindow(await complainUntil(house.app, question))
    const found: string[] = []
    for (const language of ['es', 'en']) {
      await openIn(context, page, `/demo/nuevo/${question}`, language)
      const answer = await sendEmpty(page, FORM)
      const told = await lookAtMistakes(page, { answer, isPublic: true, meant: [] })
      found.push(...told.map((one) => `${language}: ${one}`))
    }
    expect(found).toEqual([])
    await context.close()
  })
})
