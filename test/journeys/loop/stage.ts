import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { registerWordJobs } from '../../../src/analysis/index.ts'
import { registerCaseNotices } from '../../../src/cases/index.ts'
import { registerImprovementJobs } from '../../../src/improvements/index.ts'
import { fillImprovements } from '../../../src/seeding/actions/fill-improvements.ts'
import { tellStory } from '../../../src/seeding/index.ts'
import { accessibilityProblems } from '../../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../../support/demo-app.ts'
import { startMailbox, type Mailbox } from '../../support/mailbox.ts'

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

/** Where the story plays: the demonstration's municipality, people at their browsers, and their mail. */
export interface Stage {
  demo: Awaited<ReturnType<typeof openDemoInBrowser>>
  mailbox: Mailbox
  /** From now on it is this day. */
  at: (day: string) => void
  enter: (name: string, width: number) => Promise<Page>
  /** Anybody, with a telephone. */
  visit: (path: string) => Promise<Page>
  go: (page: Page, path: string) => Promise<unknown>
  close: () => Promise<void>
}

/** The day of the change: everything that people say is told around it. */
export const CHANGED_ON = '2026-05-11'
/** Before it, two years were told; the story on the screen begins three months before the change. */
const BEGINS = { day: '2026-02-10', from: '2024-05-22', until: '2026-02-09' }
/** What is told once it is looked at what came of it. */
const SINCE = { from: '2026-02-10', until: '2026-11-07' }

export async function setStage(): Promise<Stage> {
  const mailbox = await startMailbox()
  const now = `${BEGINS.day}T16:00:00Z`
  const demo = await openDemoInBrowser({ now, env: { SMTP_URL: mailbox.url } })
  const { system } = demo.test
  registerCaseNotices()
  registerWordJobs(system)
  registerImprovementJobs(system)
  await fillImprovements(system, 'demo', system.clock())
  await tellStory(system, 'demo', { changedOn: CHANGED_ON, ...BEGINS }, system.clock())
  const go = (page: Page, path: string) => page.goto(`${demo.app.url}${path}`)
  const open = async (width: number) => {
    const viewport = { width, height: 900 }
    return (await demo.browser.newContext({ locale: 'es-MX', viewport })).newPage()
  }
  return {
    demo,
    mailbox,
    go,
    at: (day) => demo.test.clockAt(`${day}T16:00:00Z`),
    enter: async (name, width) => enterAs(await open(width), demo.app.url, name),
    visit: async (path) => {
      const page = await open(360)
      await go(page, path)
      return page
    },
    close: async () => {
      await demo.close()
      await mailbox.close()
    },
  }
}

/** People went on saying what is wrong while it was changed, and since. */
export function goOnTelling({ demo }: Stage): Promise<number> {
  const { system } = demo.test
  return tellStory(system, 'demo', { changedOn: CHANGED_ON, ...SINCE }, system.clock())
}

async function enterAs(page: Page, url: string, name: string): Promise<Page> {
  await page.goto(`${url}/personal/entrar?volver=/personal/demo/palabras`)
  await page.fill('[name=email]', `${name}@demo.example`)
  await page.fill('[name=password]', 'libro-abierto-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname !== '/personal/entrar')
  return page
}

/** Where each of these leads. */
export async function addressesOf(
  page: Page,
  those: string,
  attribute: 'href' | 'src',
): Promise<string[]> {
  const found = await page.locator(those).all()
  const addresses = await Promise.all(found.map((one) => one.getAttribute(attribute)))
  return addresses.map((address) => address ?? '')
}

/** Presses what leads to another page, and waits for it. */
export async function press(page: Page, button: string): Promise<void> {
  const left = page.waitForEvent('load')
  await page.locator(button).first().click()
  await left
}

/** Nobody is shut out of it, it is no wider than the window, and a picture is left of it. */
export async function sound(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
  expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width])
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
}
