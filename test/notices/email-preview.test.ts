import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser } from 'playwright-core'
import {
  caseEmails,
  registerCaseEmails,
  type CaseEmailModels,
} from '../../src/cases/emails/index.ts'
import { ensureAssets } from '../../src/platform/web/index.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openBrowser } from '../support/browser/index.ts'
import { htmlProblems } from '../support/html-problems.ts'
import { startApp, type RunningApp } from '../support/running-app.ts'
import { openTestSystem, type TestSystem } from '../support/test-system.ts'
import { Visitor } from '../support/visitor.ts'

const A_BROWSER_IS_SLOW = 120_000
const START = '/personal/vista-previa-correos'
const templates = Object.keys(caseEmails)

let house: TestSystem
let app: RunningApp
let browser: Browser

beforeAll(async () => {
  const models = Object.fromEntries(templates.map((template) => [template, async () => null]))
  registerCaseEmails(models as unknown as CaseEmailModels)
  house = await openTestSystem()
  app = await startApp(house.system)
  await ensureAssets()
  browser = await openBrowser()
}, A_BROWSER_IS_SLOW)
afterAll(async () => {
  await browser.close()
  await app.close()
  await house.close()
})

describe('the preview of e-mails, where the house is built', () => {
  it('lists every letter in both languages', async () => {
    const page = await new Visitor(app).get(START)
    expect(page.heading).toBe('Vista previa de los correos')
    const letters = page.links.filter(({ href }) => href.startsWith(`${START}/`))
    expect(letters).toHaveLength(templates.length * 2)
  })

  it('shows a letter as page and as text', async () => {
    const visitor = new Visitor(app)
    const page = await visitor.get(`${START}/answer_delivered/en`)
    expect(page.heading).toBe('Respuesta')
    expect(page.text).toContain('Case DEMO-2026-000123: here is our answer')
    expect(page.text).toContain('THE ANSWER TO YOUR CASE')
    const letter = await visitor.get(`${START}/answer_delivered/en/pagina`)
    expect(letter.heading).toBe('The answer to your case')
    expect(letter.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('is sound HTML', async () => {
    const visitor = new Visitor(app)
    for (const path of [START, `${START}/case_received/es`]) {
      const { html } = await visitor.get(path)
      expect(await htmlProblems(html)).toEqual([])
    }
  })

  it(
    'and its letters can be read by everyone, on a small screen too',
    async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      const page = await context.newPage()
      const letters = ['answer_delivered/es', 'case_received/en/pagina', 'danger_alert/es/pagina']
      for (const path of [START, ...letters.map((letter) => `${START}/${letter}`)]) {
        await page.goto(`${app.url}${path}`)
        expect(await accessibilityProblems(page)).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
      }
      await context.close()
    },
    A_BROWSER_IS_SLOW,
  )

  it('knows neither other letters nor other languages', async () => {
    const visitor = new Visitor(app)
    expect((await visitor.get(`${START}/unheard_of/es`)).status).toBe(404)
    expect((await visitor.get(`${START}/case_received/xx`)).status).toBe(404)
  })
})

describe('the preview of e-mails in production', () => {
  it('does not exist', async () => {
    const { system } = house
    const live = { ...system, config: { ...system.config, environment: 'production' as const } }
    const inProduction = await startApp(live)
    for (const path of [START, `${START}/case_received/es`, `${START}/case_received/es/pagina`]) {
      expect((await new Visitor(inProduction).get(path)).status).toBe(404)
    }
    await inProduction.close()
  })
})
