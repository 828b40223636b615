import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page, Request } from 'playwright-core'
import { getAdministrationBySlug, getBookRules } from '../../src/administrations/index.ts'
import { fileReport } from '../../src/corruption-reports/door/actions/file-report.ts'
import { sayHash } from '../../src/corruption-reports/sealing/say-hash.ts'
import { listReports } from '../../src/corruption-reports/report-store.ts'
import { eraseReport } from '../../src/corruption-reports/retention/erase.ts'
import { keepSealed } from '../../src/corruption-reports/retention/keep-sealed.ts'
import { requireSealed } from '../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../src/corruption-reports/sealed-store.ts'
import {
  type BatchesJson,
  newReceiptBits,
  sealReport,
  sha256,
} from '../../src/corruption-reports/sealing/index.ts'
import { sayWords } from '../../src/corruption-reports/door/say-words.ts'
import { foundDirectory } from '../corruption-reports/found-directory.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

const noMarks = { members: [], people: [], units: [], words: [] }

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let words: string
let hash: string
const otherWords = sayWords(newReceiptBits(randomBytes), 'es').join(' ')

/** Filed, its week over, erased: nothing is left of it but what was published. */
beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  const now = system.clock()
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  const { directory } = await foundDirectory(system, administrationId)
  const bits = newReceiptBits(randomBytes)
  const told = { narration: 'Cobró dos veces' }
  const envelope = sealReport(
    { directory, told, marks: noMarks, struck: [], receipt: bits },
    randomBytes,
  )
  const rules = await getBookRules(system, 'demo', now)
  await fileReport(system, { rules, envelope, channel: 'web' }, now)
  words = sayWords(bits, 'es').join(' ')
  hash = sayHash(sha256(envelope.content))
  const sealed = requireSealed(system)
  await keepSealed(system, sealed, new Date('2026-03-24T07:41:00Z'))
  const left = await inSealedTransaction(sealed, administrationId, async (tx) => {
    for (const { reportId } of await listReports(tx)) await eraseReport(tx, reportId, '2026-03-24')
    return listReports(tx)
  })
  expect(left).toEqual([])
}, 120_000)
afterAll(() => demo.close())

interface Seen {
  page: Page
  requests: Request[]
}

async function visit<T>(walk: (seen: Seen) => Promise<T>, lang = 'es'): Promise<T> {
  const context = await demo.browser.newContext({ viewport: { width: 360, height: 740 } })
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  try {
    const page = await context.newPage()
    await page.goto(`${demo.app.url}/demo/denuncia/constancias?lang=${lang}`)
    return await walk({ page, requests })
  } finally {
    await context.close()
  }
}

async function check(page: Page, typed: { words: string; hash: string }): Promise<string> {
  await page.fill('[name=words]', typed.words)
  await page.fill('[name=hash]', typed.hash)
  await page.click('form[data-prove] button')
  const done = /presentada|filed in|ninguna|none of|no son|se pudieron/
  await page.locator('[data-answer]').filter({ hasText: done }).waitFor()
  return page.innerText('[data-answer]')
}

const download = async (which: string) =>
  (await (await fetch(`${demo.app.url}/demo/denuncia/constancias/${which}`)).json()) as BatchesJson

describe('What proves that a report was filed', () => {
  it('holds after the report was erased, with the words and the hash of the receipt', async () => {
    await visit(async ({ page }) => {
      expect(await check(page, { words: words.toUpperCase(), hash })).toBe(
        'Esta denuncia fue presentada en la semana del 2 de marzo de 2026.',
      )
    })
  }, 60_000)

  it('is not there for other words, nor for another hash', async () => {
    await visit(async ({ page }) => {
      const otherHash = sayHash(randomBytes(32))
      expect(await check(page, { words, hash: otherHash })).toContain('No está en ninguna lista')
      await page.reload()
      expect(await check(page, { words: otherWords, hash })).toContain('No está en ninguna lista')
    })
  }, 60_000)

  it('is looked for in the browser: it asks for every list, and sends nothing', async () => {
    await visit(async ({ page, requests }) => {
      await page.waitForLoadState('networkidle')
      await check(page, { words, hash })
      const data = requests.filter((one) => !new URL(one.url()).pathname.startsWith('/assets/'))
      expect(data.map((one) => `${one.method()} ${new URL(one.url()).pathname}`)).toEqual([
        'GET /demo/denuncia/constancias',
        'GET /demo/denuncia/constancias/todas',
      ])
      expect(requests.filter((one) => one.method() !== 'GET')).toEqual([])
      const secrets = [...words.split(' '), ...hash.split(' '), hash.replaceAll(' ', '')]
      for (const one of requests) {
        const sent = decodeURIComponent(new URL(one.url()).search)
        expect(secrets.filter((secret) => sent.includes(secret))).toEqual([])
      }
      expect(await page.context().cookies()).toEqual([])
    })
  }, 60_000)

  it('is not proved by lists that are not what was signed', async () => {
    await visit(async ({ page }) => {
      const published = await download('todas')
      const [first] = published.batches
      first!.leaves[0] = published.batches[1]!.leaves[0]!
      await page.route('**/constancias/todas', (route) => route.fulfill({ json: published }))
      expect(await check(page, { words, hash })).toContain('no son las que se firmaron')
    })
  }, 60_000)

  it('says what is wrong with what was typed, and asks for nothing', async () => {
    await visit(async ({ page, requests }) => {
      await page.fill('[name=words]', 'una dos')
      await page.fill('[name=hash]', 'abcd')
      await page.click('form[data-prove] button')
      await page.getByText('Son diez palabras. Usted escribió 2.').waitFor()
      expect(await page.isVisible('#hash-problem')).toBe(true)
      expect(requests.filter((one) => one.url().endsWith('/todas'))).toEqual([])
      expect(await accessibilityProblems(page)).toEqual([])
    })
  }, 60_000)

  it.each(['es', 'en'])(
    'meets nothing that axe or html-validate find in "%s", and stays light',
    async (lang) => {
      await visit(async ({ page }) => {
        const bodies: Promise<number>[] = []
        page.on('response', (response) => {
          bodies.push(response.body().then((body) => gzipSync(body).length))
        })
        const problems = await page.reload().then(async (response) => {
          await page.waitForLoadState('networkidle')
          return htmlProblems((await response?.text()) ?? '')
        })
        const first = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0)
        expect(first).toBeLessThan(40_000)
        await check(page, { words, hash })
        problems.push(...(await accessibilityProblems(page)))
        if (await page.evaluate('document.documentElement.scrollWidth > 360')) problems.push('wide')
        expect(problems).toEqual([])
        const whole = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0)
        expect(whole).toBeLessThan(100_000)
      }, lang)
    },
    60_000,
  )

  it('hides the form until a script listens', async () => {
    const html = await (await fetch(`${demo.app.url}/demo/denuncia/constancias`)).text()
    expect(html).toMatch(/<form method="post"[^>]* hidden data-prove>/)
  })

  it('is published whole, every week, also one without reports', async () => {
    const { batches } = await download('todas')
    expect(batches.map(({ week }) => week)).toEqual(['2026-03-02', '2026-03-09', '2026-03-16'])
    expect(batches.map(({ leaves }) => leaves.length)).toEqual([64, 64, 64])
    expect((await download('2')).batches).toEqual([batches[1]])
    for (const which of ['4', '0', 'x']) {
      const answer = await fetch(`${demo.app.url}/demo/denuncia/constancias/${which}`)
      expect(answer.status).toBe(404)
    }
  })
})
