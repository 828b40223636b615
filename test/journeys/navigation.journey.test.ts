import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
}, 120_000)
afterAll(() => demo.close())

it.each([1280, 360])(
  'the responsible finds many sections on few shelves, %i px wide',
  async (width) => {
    const context = await demo.browser.newContext({
      locale: 'es-MX',
      viewport: { width, height: 900 },
    })
    const page = await context.newPage()
    await page.goto(`${demo.app.url}/personal/entrar?volver=/personal/demo/reglas`)
    await page.fill('[name=email]', 'responsable@demo.example')
    await page.fill('[name=password]', 'libro-abierto-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL(({ pathname }) => pathname === '/personal/demo/reglas')

    await page.focus('text=Escuchar')
    await page.keyboard.press('Enter')
    expect(await page.isVisible('text=Encuestas')).toBe(true)
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/navigation-${width}.png` })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    expect(await accessibilityProblems(page)).toEqual([])
    expect(await htmlProblems(await (await page.request.get(page.url())).text())).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(({ pathname }) => pathname === '/personal/demo/encuestas')
    await context.close()
  },
  120_000,
)
