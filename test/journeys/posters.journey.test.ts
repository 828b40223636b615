import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { getBookRules } from '../../src/administrations/index.ts'
import { allowOrigin } from '../../src/channels/posters/actions/keep-origins.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { readPdf } from '../support/read-pdf.ts'
import { Visitor } from '../support/visitor.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
}, 120_000)
afterAll(() => demo.close())

async function responsible(): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: 'responsable@demo.example', password: 'libro-abierto-demo' })
  return visitor
}

/** Makes a link on screen and reads the address from its printed poster. */
async function hang(fields: Record<string, string>): Promise<{ page: string; printed: string }> {
  const visitor = await responsible()
  await visitor.get('/personal/demo/carteles/nuevo')
  await visitor.submit({ label: 'Cartel', ...fields })
  const page = visitor.page.path.split('?')[0] ?? ''
  const response = await visitor.request(`${page}/cartel.pdf?tamano=a5`)
  const { text } = readPdf(Buffer.from(await response.arrayBuffer()))
  return { page, printed: /libro\.test(\/demo\/q\/\S+)/.exec(text)?.[1] ?? '' }
}

async function onPhone<T>(walk: (page: Page) => Promise<T>): Promise<T> {
  const context = await demo.browser.newContext({ viewport: { width: 360, height: 740 } })
  try {
    return await walk(await context.newPage())
  } finally {
    await context.close()
  }
}

async function expectFine(page: Page): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  expect([page.url(), await accessibilityProblems(page), wide]).toEqual([page.url(), [], false])
}

describe('The code of a poster', () => {
  it('opens the right form on a telephone, and a forged one is refused politely', async () => {
    const { printed } = await hang({ place: 'centro/v2', service: 'predial', kind: 'complaint' })
    await onPhone(async (page) => {
      await page.goto(demo.app.url + printed)
      expect(new URL(page.url()).pathname).toBe('/demo/nuevo/que-paso')
      await expectFine(page)
      await page.fill('textarea', 'Esperé tres horas.')
      await page.click('main button.govuk-button')
      await page.waitForURL('**/donde')
      expect(await page.isChecked('input[value=centro]')).toBe(true)
      expect(await page.inputValue('select[name=service-centro]')).toBe('predial')
      expect(await page.inputValue('[name=place]')).toBe('Ventanilla 2, pagos')

      const last = printed.at(-1) === 'a' ? 'b' : 'a'
      const answer = await page.goto(demo.app.url + printed.slice(0, -1) + last)
      expect(answer?.status()).toBe(404)
      await expectFine(page)
      await page.click('main .govuk-button')
      expect(new URL(page.url()).pathname).toMatch(/^\/demo\/nuevo/)
    })
  }, 120_000)
})

describe('The staff’s pages of links', () => {
  it.each(['es', 'en'])(
    'meet nothing that axe finds, however narrow, in "%s"',
    async (lang) => {
      const { page: link } = await hang({ label: `Mesa ${lang}`, place: 'norte' })
      const { page: button } = await hang({ label: `Portal ${lang}`, medium: 'site' })
      const visitor = await responsible()
      const context = await demo.browser.newContext({ viewport: { width: 320, height: 700 } })
      const cookies = [...visitor.cookies].map(([name, value]) => ({ name, value }))
      await context.addCookies(
        [...cookies, { name: 'lang', value: lang }].map((one) => ({ ...one, url: demo.app.url })),
      )
      const page = await context.newPage()
      for (const path of ['', '/nuevo', '/insertar', link, button]) {
        const address = path.startsWith('/personal') ? path : `/personal/demo/carteles${path}`
        await page.setViewportSize({ width: 1200, height: 900 })
        await page.goto(demo.app.url + address)
        await expectFine(page)
        await page.setViewportSize({ width: 320, height: 700 })
        await expectFine(page)
      }
      await context.close()
    },
    180_000,
  )
})

describe('The first question on the office’s own page', () => {
  it('works in a frame of another site, which a site that is not listed cannot show', async () => {
    const office = await serve(
      `<iframe title="Libro" src="${demo.app.url}/demo/insertar"></iframe>`,
    )
    const { system } = demo.test
    const { administration } = await getBookRules(system, 'demo', system.clock())
    const account = await findAccountByEmail(system.db, 'responsable@demo.example')
    await onPhone(async (page) => {
      await page.goto(office.url)
      expect(await page.frameLocator('iframe').locator('h1').count()).toBe(0)
      const { administrationId } = administration
      const deed = { administrationId, accountId: account?.accountId ?? '', at: system.clock() }
      await allowOrigin(system.db, deed, office.url)
      await page.goto(office.url)
      const frame = page.frameLocator('iframe')
      await frame.locator('input[value=suggestion]').check()
      expect(await page.context().cookies()).toEqual([])
      const opened = page.context().waitForEvent('page')
      await frame.locator('button').click()
      const tab = await opened
      await tab.waitForURL('**/demo/nuevo/que-paso')
      await expectFine(tab)
      await page.goto(`${demo.app.url}/demo/insertar`)
      await expectFine(page)
    })
    office.server.closeAllConnections()
    office.server.close()
  }, 120_000)
})

/** A page of another site: the same machine under another name. */
async function serve(html: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response
      .setHeader('Content-Type', 'text/html')
      .end(`<!doctype html><title>Oficina</title>${html}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, server }
}
