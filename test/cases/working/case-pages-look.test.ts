import { mkdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { accessibilityProblems } from '../../support/accessibility-problems.ts'
import { openBrowser } from '../../support/browser/index.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { caseOf, openDeskHouse, type DeskHouse, type Receipt } from './desk-house.ts'
import type { Visitor } from '../../support/visitor.ts'

let house: DeskHouse
let browser: Browser
let receipt: Receipt
let manager: Visitor

beforeAll(async () => {
  house = await openDeskHouse()
  browser = await openBrowser()
  receipt = await house.file()
  manager = await house.signedIn('responsable')
  await manager.get(`${caseOf(receipt)}/nota`)
  await manager.submit({ reason: 'Llamé a la ventanilla: el sistema se cayó.' }, { form: 'paso' })
}, 120_000)
afterAll(async () => {
  await browser.close()
  await house.close()
})

const pages = ['', '/asignacion', '/correccion', '/clasificacion', '/funcionarios', '/nota']

async function look<T>(
  path: string,
  language: string,
  width: number,
  at: (page: Page) => Promise<T>,
) {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  try {
    const cookies = [...manager.cookies].map(([name, value]) => ({
      name,
      value,
      url: house.app.url,
    }))
    await context.addCookies([
      ...cookies.filter(({ name }) => name !== 'lang'),
      { name: 'lang', value: language, url: house.app.url },
    ])
    const page = await context.newPage()
    await page.goto(`${house.app.url}${caseOf(receipt)}${path}`)
    return await at(page)
  } finally {
    await context.close()
  }
}

describe.each(pages)('The page of a case %s', (path) => {
  it.each([
    ['es', 360],
    ['en', 1280],
  ])('is sound and accessible in "%s" at %i pixels', async (language, width) => {
    await look(path, language, width, async (page) => {
      expect(await accessibilityProblems(page)).toEqual([])
      const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(beyond).toBe(0)
      const shots = process.env['SHOTS']
      if (shots) {
        mkdirSync(shots, { recursive: true })
        await page.screenshot({
          path: `${shots}/${path.slice(1) || 'caso'}-${width}.png`,
          fullPage: true,
        })
      }
    })
    await manager.get(`${caseOf(receipt)}${path}`, { cookie: `lang=${language}` })
    expect(await htmlProblems(manager.page.html)).toEqual([])
  })
})
