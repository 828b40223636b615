import type { Browser, BrowserContext, Page } from 'playwright-core'
import { demoSecrets } from '../../src/corruption-reports/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { signInMember } from '../corruption-reports/officers/sign-in-member.ts'
import type { RunningApp } from '../support/running-app.ts'
import type { TestSystem } from '../support/test-system.ts'

/** The demonstration's municipality, served, and a browser for whoever comes. */
export interface House {
  browser: Browser
  test: Pick<TestSystem, 'system'>
  app: Pick<RunningApp, 'url'>
}

type Walk = (page: Page) => Promise<void>

/** Somebody who reports, on a telephone. */
export function asReporter(house: House, walk: Walk, javaScriptEnabled = true): Promise<void> {
  const phone = { viewport: { width: 360, height: 800 }, javaScriptEnabled }
  return inContext(house.browser.newContext(phone), async (context) => {
    await walk(await context.newPage())
  })
}

/** Somebody of the office, before the closed room. */
export function beforeRoom(house: House, name: string, room: string, walk: Walk): Promise<void> {
  const { browser, test, app } = house
  const desk = { viewport: { width: 1280, height: 900 } }
  return inContext(browser.newContext(desk), async (context) => {
    const account = await findAccountByEmail(test.system.db, emailOf(name))
    await signInMember(test.system, context, account?.accountId ?? '', app.url)
    const page = await context.newPage()
    await page.goto(`${app.url}/personal/demo/${room}`)
    await walk(page)
  })
}

/** They open it with the six words of the demonstration. */
export function asMember(house: House, name: string, room: string, walk: Walk): Promise<void> {
  return beforeRoom(house, name, room, async (page) => {
    await page.fill('#passphrase', demoSecrets(emailOf(name)).words.join(' '))
    await page.click('#room-unlock-form button')
    await page.waitForSelector('#room-list:not([hidden])')
    await walk(page)
  })
}

export const asOfficer = (house: House, name: string, walk: Walk) =>
  asMember(house, name, 'denuncias', walk)

const emailOf = (name: string) => `${name}@demo.example`

async function inContext(
  opening: Promise<BrowserContext>,
  use: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await opening
  try {
    await use(context)
  } finally {
    await context.close()
  }
}

/** How many reports the officer finds that say this. */
export async function countReports(page: Page, saying: string): Promise<number> {
  await page.selectOption('#room-state', '*')
  await page.fill('#room-search', saying)
  return page.locator('.case-row').count()
}

export async function openReport(page: Page, saying: string): Promise<void> {
  await countReports(page, saying)
  await page.click('.case-row button')
  await page.waitForSelector('[data-part=narration]')
}

export async function act(page: Page, name: string, fill: () => Promise<unknown>): Promise<void> {
  await page.click(`.room-acts button:text-is("${name}")`)
  await fill()
  await page.click('[data-part=form] button.govuk-button')
}

export async function actAndSee(
  page: Page,
  name: string,
  fill: () => Promise<unknown>,
): Promise<void> {
  await act(page, name, fill)
  await page.waitForSelector(`#room-said:has-text("Listo: ${name}")`)
}

/** The reporter returns with the ten words. */
export async function comeBack({ app }: House, page: Page, words: string): Promise<void> {
  await page.goto(`${app.url}/demo/denuncia/seguimiento`)
  await page.fill('[name=words]', words)
  await page.getByRole('button', { name: 'Abrir', exact: true }).click()
}

/** What the officer's room shows of a file, in a frame that can do nothing. */
export async function readFileOf(page: Page, name: string): Promise<string | null> {
  const row = page.locator('.room-file').filter({ hasText: name })
  await row.locator('[data-part=look]').first().click()
  return row.frameLocator('iframe').first().locator('body').textContent()
}
