import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page, Request } from 'playwright-core'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { foundDirectory, type FoundMember } from '../corruption-reports/found-directory.ts'
import { readAs } from '../corruption-reports/read-as.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

const CANARY = 'CANARIO-7261'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let administrationId: string
let members: readonly FoundMember[]

beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  ;({ members } = await foundDirectory(system, administrationId))
}, 120_000)
afterAll(() => demo.close())

interface Seen {
  page: Page
  requests: Request[]
}

async function visit<T>(walk: (seen: Seen) => Promise<T>): Promise<T> {
  const context = await demo.browser.newContext({ viewport: { width: 360, height: 740 } })
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  try {
    return await walk({ page: await context.newPage(), requests })
  } finally {
    await context.close()
  }
}

const goOn = (page: Page) => page.click('[data-go-on]')

interface Report {
  lang: string
  narration: string
  mark?: string
  look: (page: Page) => Promise<void>
}

/** The whole journey; `look` sees every step. Ends on the receipt. */
async function report(page: Page, { lang, narration, mark, look }: Report): Promise<string> {
  await page.goto(`${demo.app.url}/demo/denuncia?lang=${lang}`)
  await look(page)
  await page.click('form[data-begin] button')
  await page.waitForSelector('form.journey')
  await look(page)
  await goOn(page)
  await look(page)
  await page.fill('[name=narration]', narration)
  await goOn(page)
  await look(page)
  await page.fill('[name=place]', `${CANARY} en la ventanilla`)
  await goOn(page)
  await page.fill('#who-search', mark ?? 'contralor')
  await look(page)
  await page.click('.suggestion')
  await goOn(page)
  await look(page)
  await goOn(page)
  await page.check('[value=feared]')
  await look(page)
  await goOn(page)
  await page.check('[value=given]')
  await page.fill('[name=names]', `Ana ${CANARY}`)
  await look(page)
  await goOn(page)
  await look(page)
  await goOn(page)
  await page.waitForSelector('[data-receipt]:not([hidden])')
  await look(page)
  return (await page.locator('[data-words] li').allInnerTexts()).join(' ')
}

const nothing = () => Promise.resolve()
const read = (name: string) =>
  readAs(
    demo.test.system,
    administrationId,
    members.find((one) => one.name === name)!,
  )

describe('Reporting corruption in a browser', () => {
  it('sends nothing that tells what was told, and nothing before the end', async () => {
    await visit(async ({ page, requests }) => {
      const words = await report(page, {
        lang: 'es',
        narration: `${CANARY} pidió dinero`,
        look: nothing,
      })
      const posts = requests.filter((one) => one.method() === 'POST')
      expect(posts.map((one) => new URL(one.url()).pathname)).toEqual([
        '/api/v1/administrations/demo/corruption-reports',
      ])
      for (const request of requests) {
        const sent = [request.url(), request.postData(), JSON.stringify(await request.allHeaders())]
        expect(sent.join('\n')).not.toMatch(/CANARIO|Irene|cookie/i)
        for (const word of words.split(' ')) expect(sent.join('\n')).not.toContain(` ${word} `)
      }
      expect(page.url()).toBe(`${demo.app.url}/demo/denuncia?lang=es`)
      expect(await page.context().cookies()).toEqual([])
      const kept = 'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state])'
      expect(await page.evaluate(kept)).toBe('[{},{},null]')
    })
    const told = (await read('Clara Montes')).map(({ content }) => content)
    const [content] = told.filter(({ told: { narration } }) => narration.startsWith(CANARY))
    expect(content?.told).toMatchObject({ place: `${CANARY} en la ventanilla`, reprisal: 'feared' })
    expect(content?.identityGiven).toBe(true)
    expect(JSON.stringify(content)).not.toContain('Ana')
  }, 60_000)

  it('gives no key to an officer who is marked as involved', async () => {
    await visit(({ page }) =>
      report(page, { lang: 'es', narration: 'Fue Bruno', mark: 'bruno', look: nothing }),
    )
    const told = async (name: string) =>
      (await read(name)).map(({ content }) => content.told.narration)
    expect(await told('Bruno Salas')).not.toContain('Fue Bruno')
    expect(await told('Inés Aguirre')).toContain('Fue Bruno')
  }, 60_000)

  it('says who reads when the list is struck empty, and lets nobody send to nobody', async () => {
    await visit(async ({ page }) => {
      await page.goto(`${demo.app.url}/demo/denuncia`)
      await page.click('form[data-begin] button')
      await page.fill('[name=narration]', 'Todos')
      for (let step = 1; step < 7; step++) await goOn(page)
      for (const at of [0, 1, 2]) await page.locator('[data-readers] button').nth(at).click()
      expect(await page.innerText('[data-readers-note]')).toContain('llegará a Alma Tejeda')
      await page.click('.told__row:nth-child(3) button')
      await page.fill('#who-search', 'alma')
      await page.click('.suggestion')
      for (let step = 3; step < 7; step++) await goOn(page)
      expect(await page.innerText('[data-readers-note]')).toContain('No queda nadie')
      expect(await page.isVisible('[data-go-on]')).toBe(false)
    })
  }, 60_000)

  it.each(['es', 'en'])(
    'meets nothing that axe or html-validate find in "%s"',
    async (lang) => {
      const problems: string[] = []
      await visit(async ({ page }) => {
        await report(page, {
          lang,
          narration: 'Cinco mil pesos',
          look: async () => {
            const found = await accessibilityProblems(page)
            if (await page.evaluate('document.documentElement.scrollWidth > 360'))
              found.push('wide')
            const step = await page.locator('section[data-step]:visible h2').allInnerTexts()
            problems.push(...found.map((one) => `${step.join()}: ${one}`))
          },
        })
        const opened = await page.context().request.get(page.url())
        problems.push(...(await htmlProblems(await opened.text())))
      })
      expect(problems).toEqual([])
    },
    120_000,
  )

  it('weighs no more than 100 kB from the first page to the ten words', async () => {
    const weights = await visit(async ({ page }) => {
      const bodies: Promise<[string, number]>[] = []
      page.on('response', (response) => {
        bodies.push(
          response
            .body()
            .then((body): [string, number] => [
              new URL(response.url()).pathname,
              gzipSync(body).length,
            ]),
        )
      })
      await page.goto(`${demo.app.url}/demo/denuncia`)
      await page.waitForLoadState('networkidle')
      const first = (await Promise.all(bodies)).reduce((sum, [, bytes]) => sum + bytes, 0)
      await report(page, { lang: 'es', narration: 'Pesa', look: nothing })
      const all = new Map(await Promise.all(bodies))
      return { first, whole: [...all.values()].reduce((sum, bytes) => sum + bytes, 0) }
    })
    expect(weights.first).toBeLessThan(40_000)
    expect(weights.whole).toBeLessThan(100_000)
  }, 60_000)

  it('can be left at once, by the link or by three presses of a key', async () => {
    await visit(async ({ page }) => {
      await page.route('https://es.wikipedia.org/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<title>Otra cosa</title>' }),
      )
      for (const leave of [
        () => page.click('[data-exit]'),
        async () => {
          for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
        },
        async () => {
          for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
        },
      ]) {
        await page.goto(`${demo.app.url}/demo/denuncia`)
        await page.click('form[data-begin] button')
        await page.fill('[name=narration]', 'Viene alguien')
        await leave()
        await page.waitForURL('https://es.wikipedia.org/')
        await page.goBack()
        expect(await page.locator('form.journey').count()).toBe(0)
      }
    })
  }, 60_000)
})
