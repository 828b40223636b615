import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext } from 'playwright-core'
import { switchDevice } from '../../../src/channels/devices/actions/change-device.ts'
import { accessibilityProblems } from '../../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { enrolledTablet } from './tablet.ts'

const NOW = '2026-03-02T16:00:00Z'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let context: BrowserContext
let paths: readonly string[]
beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  const silent = await enrolledTablet(demo.app, system, { name: 'Tableta de la entrada' })
  await silent.tablet.contact(NOW, 3, 3)
  const lost = await enrolledTablet(demo.app, system, { name: 'Tableta del patio' })
  await switchDevice(system.db, lost.deed, lost.deviceId, 'off')
  await lost.tablet.send(lost.tablet.take(NOW, { motive: 'no_longer' }), NOW)
  const { item_id } = await system.db
    .selectFrom('device_filings')
    .select('item_id')
    .executeTakeFirstOrThrow()
  demo.test.clockAt('2026-03-03T18:00:00Z')
  paths = ['', `/${silent.deviceId}`, '/nueva', '/apartados', `/apartados/${item_id}`]
  context = await demo.browser.newContext({ viewport: { width: 1100, height: 900 } })
}, 120_000)
afterAll(async () => {
  await context.close()
  await demo.close()
})

describe('The pages of tablets', () => {
  it('are sound and accessible in both languages, also on a narrow screen', async () => {
    const page = await context.newPage()
    await page.goto(`${demo.app.url}/personal/entrar`)
    await page.fill('[name=email]', 'responsable@demo.example')
    await page.fill('[name=password]', 'libro-abierto-demo')
    await page.click('main button')
    await page.waitForLoadState()
    for (const language of ['en', 'es']) {
      await page.goto(`${demo.app.url}/personal/mi-cuenta?lang=${language}`)
      for (const path of paths) {
        await page.setViewportSize({ width: language === 'en' ? 360 : 1100, height: 900 })
        const response = await page.goto(`${demo.app.url}/personal/demo/tabletas${path}`)
        expect(response?.status()).toBe(200)
        expect(await accessibilityProblems(page)).toEqual([])
        expect(await htmlProblems(await response!.text())).toEqual([])
        const beyond = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
        expect([path, beyond]).toEqual([path, 0])
      }
    }
  }, 180_000)
})
