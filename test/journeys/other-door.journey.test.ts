import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { offerDoor } from '../../src/cases/index.ts'
import { fileComplaint, type Filed } from '../cases/follow/followed-case.ts'
import { BRIBE, NOTE } from '../cases/split/split-case.ts'
import { foundDirectory } from '../corruption-reports/found-directory.ts'
import { asStaff } from '../cases/staff-at-work.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  await foundDirectory(system, administrationId)
}, 120_000)
afterAll(() => demo.close())

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
  const width = (await page.locator('body').boundingBox())?.width
  const scroll = await page.evaluate<number>('document.documentElement.scrollWidth')
  expect([name, scroll]).toEqual([name, width])
}

async function openPage(javaScriptEnabled: boolean, width = 360): Promise<Page> {
  const viewport = { width, height: 740 }
  return (await demo.browser.newContext({ viewport, javaScriptEnabled })).newPage()
}

async function offered(): Promise<Filed> {
  const { system } = demo.test
  const filed = await fileComplaint(system, { description: BRIBE })
  const request = await asStaff(system, 'responsable', filed.caseNumber)
  await offerDoor(system, request, NOTE, system.clock())
  return filed
}

async function enter(page: Page, { caseNumber, trackingToken }: Filed): Promise<void> {
  await page.goto(`${demo.app.url}/seguimiento`)
  await page.fill('#number', caseNumber)
  await page.fill('#secret', trackingToken)
  await page.click('main form button')
}

describe('A complaint that turns out to be corruption', () => {
  it.each([false, true])(
    'goes to the other door and is erased here, with JavaScript %p',
    async (javaScript) => {
      const filed = await offered()
      const page = await openPage(javaScript)
      await enter(page, filed)
      await look(page, `offer-${javaScript}`)
      if (javaScript) expect(await accessibilityProblems(page)).toEqual([])
      await page.getByRole('button', { name: 'Sí, ir a la puerta de denuncias' }).click()
      expect(new URL(page.url()).pathname).toBe('/demo/denuncia')
      expect(await page.textContent('main')).not.toContain(filed.caseNumber)
      await look(page, `door-${javaScript}`)

      await page.goto(`${demo.app.url}/seguimiento/${filed.caseNumber}`)
      await page.getByRole('link', { name: 'Borrar lo que escribí aquí' }).click()
      await page.getByText('Qué se borra y qué se queda').click()
      if (javaScript) expect(await accessibilityProblems(page)).toEqual([])
      await look(page, `withdrawal-${javaScript}`)
      await page.getByLabel('Borrar también lo que escribí').check()
      await page.getByRole('button', { name: 'Sí, retirar mi caso' }).click()
      expect(await page.textContent('main')).toContain('Borramos lo que escribió')
      expect(await page.textContent('main')).not.toContain('mordida')
      await look(page, `erased-${javaScript}`)
    },
    60_000,
  )

  it('is offered on a form that says what the person will see', async () => {
    const { caseNumber } = await fileComplaint(demo.test.system, { description: BRIBE })
    const page = await openPage(false, 1024)
    await page.goto(`${demo.app.url}/personal/entrar`)
    await page.fill('#email', 'responsable@demo.example')
    await page.fill('#password', 'libro-abierto-demo')
    await page.click('main form button')
    await page.goto(`${demo.app.url}/personal/demo/casos/${caseNumber}/otra-via`)
    await look(page, 'staff-offer')
    await page.fill('#reason', NOTE)
    await page.getByRole('button', { name: 'Mostrar la otra vía' }).click()
    expect(await page.textContent('main')).toContain('La persona verá la otra vía')
    await look(page, 'staff-case')
  }, 60_000)
})
