import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { confirmExpiry } from '../../src/cases/actions/end-case.ts'
import { requestCorrection } from '../../src/cases/actions/request-correction.ts'
import { fileComplaint, type Filed } from '../cases/follow/followed-case.ts'
import { answerCase, asStaff } from '../cases/staff-at-work.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
}, 120_000)
afterAll(() => demo.close())

async function openPage(javaScriptEnabled: boolean): Promise<Page> {
  const viewport = { width: 360, height: 740 }
  return (await demo.browser.newContext({ viewport, javaScriptEnabled })).newPage()
}

async function enter(page: Page, { caseNumber, trackingToken }: Filed): Promise<void> {
  await page.goto(`${demo.app.url}/seguimiento`)
  await page.fill('#number', caseNumber)
  await page.fill('#secret', trackingToken)
  await page.click('main form button')
}

async function ask({ caseNumber }: Filed): Promise<void> {
  const request = await asStaff(demo.test.system, 'responsable', caseNumber)
  await requestCorrection(demo.test.system, request, '¿A qué hora fue?', demo.test.system.clock())
}

/** A button or a link, by its very words. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  await button
    .or(page.getByRole('link', { name, exact: true }))
    .first()
    .click()
}

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  const width = (await page.locator('body').boundingBox())?.width
  const scroll = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect([name, scroll]).toEqual([name, width])
}

describe('A person on a small telephone without JavaScript', () => {
  it('replies, reads the answer, says it was not resolved and asks for a review', async () => {
    const filed = await fileComplaint(demo.test.system)
    await ask(filed)
    const page = await openPage(false)
    await enter(page, filed)
    await look(page, 'asked')
    await press(page, 'Responder')
    await page.fill('#text', 'Fue a las diez.')
    await page.setInputFiles('#files', {
      name: 'nota de la ventanilla.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Turno 12'),
    })
    await look(page, 'correction')
    await press(page, 'Enviar mi respuesta')
    expect(await page.textContent('main')).toContain('nota de la ventanilla.txt')
    await look(page, 'replied')

    await answerCase(demo.test.system, filed.caseNumber)
    await page.reload()
    expect(await page.textContent('h1')).toBe('Ya le respondimos')
    await look(page, 'answered')
    await press(page, 'Decirnos si se resolvió')
    await page.check('#resolved-3')
    await page.check('#satisfaction-5')
    await look(page, 'rating')
    await press(page, 'Enviar mi opinión')
    await look(page, 'unresolved')
    await press(page, 'Pedir una revisión')
    await page.fill('#reason', 'Nadie se disculpó.')
    await page.click('main form button')
    expect(await page.textContent('main')).toContain('Recibimos su pedido de revisión')
    await look(page, 'review-asked')

    await press(page, 'Terminar')
    await page.goto(`${demo.app.url}/seguimiento/${filed.caseNumber}`)
    expect(await page.textContent('h1')).toBe('Vea cómo va su caso')
    await look(page, 'finished')
    await page.context().close()
  }, 120_000)
})

describe('What could not be taken', () => {
  it.each(['es', 'en'])(
    'is told in "%s" on a page in which axe and html-validate find nothing',
    async (language) => {
      expect(await examineRefusals(language)).toEqual([])
    },
    120_000,
  )
})

/** The page that keeps what was written when the case moved on, and the one that asks to wait. */
async function examineRefusals(language: string): Promise<string[]> {
  const page = await openPage(true)
  const found: string[] = []
  const examine = async (status: number, sent: Awaited<ReturnType<Page['waitForResponse']>>) => {
    expect(sent.status()).toBe(status)
    await page.waitForLoadState()
    const problems = [
      ...(await htmlProblems(await sent.text())),
      ...(await accessibilityProblems(page)),
    ]
    found.push(...problems.map((one) => `${status}: ${one}`))
    await look(page, `refused-${status}-${language}`)
  }
  const posted = (path: string) =>
    page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith(path),
    )
  await page.goto(`${demo.app.url}/seguimiento?lang=${language}`)
  const filed = await fileComplaint(demo.test.system)
  await ask(filed)
  await enter(page, filed)
  await page.goto(`${demo.app.url}/seguimiento/${filed.caseNumber}/correccion`)
  await page.fill('#text', 'Fue a las diez.')
  const manager = await asStaff(demo.test.system, 'responsable', filed.caseNumber)
  demo.test.clockAt('2026-03-12T16:00:00Z')
  await confirmExpiry(demo.test.system, manager, demo.test.system.clock())
  demo.test.clockAt('2026-03-02T16:00:00Z')
  const moved = posted('/correccion')
  await page.click('main form button[value=send]')
  await examine(409, await moved)

  const number = language === 'es' ? 'DEMO-2026-888888' : 'DEMO-2026-777777'
  for (let turn = 0; turn < 11; turn += 1) {
    await enter(page, { caseNumber: number, trackingToken: `no ${turn}` })
  }
  const slowed = posted('/seguimiento')
  await enter(page, { caseNumber: number, trackingToken: 'no' })
  await examine(429, await slowed)
  await page.context().close()
  return found
}
