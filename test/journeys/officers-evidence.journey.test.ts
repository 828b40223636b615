import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { demoSecrets, foundDemo } from '../../src/corruption-reports/index.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { signInMember } from '../corruption-reports/officers/sign-in-member.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

jest.setTimeout(120_000)

const OFFICER = 'integridad@demo.example'
let demo: Awaited<ReturnType<typeof openDemoInBrowser>>

beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  await foundDemo(system, 'demo', system.clock())
})
afterAll(() => demo.close())

async function reportWithFiles(): Promise<void> {
  const context = await demo.browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  await page.goto(`${demo.app.url}/demo/denuncia`)
  await page.click('form[data-begin] button')
  await page.fill('[name=narration]', 'Cobra por adelantado')
  for (let step = 1; step < 4; step++) await page.click('[data-go-on]')
  await page.setInputFiles('form.journey input[type=file]', [
    { name: 'nota.txt', mimeType: 'text/plain', buffer: Buffer.from('hola') },
    { name: 'contrato.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2_500_000, '%PDF') },
  ])
  for (let step = 4; step < 8; step++) await page.click('[data-go-on]')
  await page.getByText('Sus archivos ya están guardados').waitFor()
  await context.close()
}

async function openReport(): Promise<Page> {
  const { system } = demo.test
  const account = await findAccountByEmail(system.db, OFFICER)
  const context = await demo.browser.newContext({ viewport: { width: 360, height: 740 } })
  await signInMember(system, context, account?.accountId ?? '', demo.app.url)
  const page = await context.newPage()
  await page.goto(`${demo.app.url}/personal/demo/denuncias`)
  await page.fill('#passphrase', demoSecrets(OFFICER).words.join(' '))
  await page.click('#room-unlock-form button')
  await page.click('.case-row button')
  await page.waitForSelector('[data-part=narration]')
  return page
}

/** As the other authority does, without a network. */
async function filesInPackage(page: Page): Promise<string[]> {
  const words = await page.locator('[data-part=form] .told-words li').allTextContents()
  const saved = page.waitForEvent('download')
  await page.click('[data-part=form] button:text-is("Guardar el archivo")')
  const html = await readFile(await (await saved).path(), 'utf8')
  const other = await (await demo.browser.newContext()).newPage()
  await other.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await other.goto('http://other-authority.test/')
  await other.fill('input', words.join(' '))
  await other.click('button')
  return other.locator('article a').allTextContents()
}

describe('Evidence before an officer', () => {
  it('stands in one place, however it came, under the warning that nobody could scan it', async () => {
    await reportWithFiles()
    const page = await openReport()
    const evidence = page.locator('section:has(> [data-part=evidence])')
    expect(await evidence.innerText()).toContain('no pudieron revisarse contra virus')
    expect(await page.getByText('No hay archivos').isVisible()).toBe(false)
    const rows = await evidence.locator('.room-file').allInnerTexts()
    expect(rows.map((row) => row.split('\n')[0])).toEqual([
      'nota.txt 4 bytes · 2 de marzo de 2026',
      'contrato.pdf 2,5 MB · 2 de marzo de 2026',
    ])
    const [note, contract] = [
      evidence.locator('.room-file').nth(0),
      evidence.locator('.room-file').nth(1),
    ]
    expect(await note.getByText('Ver aquí').isVisible()).toBe(true)
    expect(await contract.getByText('Ver aquí').isVisible()).toBe(false)
    const saved = page.waitForEvent('download')
    await contract.getByText('Guardar en este equipo').click()
    expect((await saved).suggestedFilename()).toBe('contrato.pdf')
    expect(await page.locator('[data-part=dialogue]').innerText()).toContain(
      'Archivo: contrato.pdf',
    )
    expect(await page.locator('[data-part=dialogue] button').count()).toBe(0)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it('goes along to another authority, also what came with a message', async () => {
    const page = await openReport()
    await page.click('.room-acts button:text-is("Empezar la revisión")')
    await page.click('[data-part=form] button.govuk-button')
    await page.waitForSelector('#room-said:has-text("Listo: Empezar la revisión")')
    await page.click('.room-acts button:text-is("Enviar a otra autoridad")')
    await page.selectOption('#act-receiver', 'prosecution')
    await page.fill('#act-reason', 'Puede ser un delito.')
    await page.click('[data-part=form] button.govuk-button')
    await page.waitForSelector('[data-part=form] .told-words')
    expect(await filesInPackage(page)).toEqual(['nota.txt', 'contrato.pdf'])
    await page.context().close()
  })

  it('is locked away from where it is read, at once', async () => {
    const page = await openReport()
    await page.click('#room-lock')
    expect(await page.locator('#room-unlock').isVisible()).toBe(true)
    expect(await page.locator('#room-bar').isVisible()).toBe(false)
    expect(await page.content()).not.toContain('Cobra por adelantado')
    await page.context().close()
  })
})
