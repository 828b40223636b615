import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../../support/browser/index.ts'
import { closedFolder, startProgram, type Program } from '../../support/program.ts'
import { Visitor } from '../../support/visitor.ts'
import { filesThatHold, holds } from './disk-search.ts'

// the whole program with its own database, also on a busy machine
jest.setTimeout(240_000)

const ORDINARY = 'Canario de lo ordinario 4711'
const TOLD = 'Canario de lo sellado 8152'
const NAMED = 'Canario Con Nombre 9263'
const TOLD_PLAINLY = 'Canario sin guiones 6370'
const NAMED_PLAINLY = 'Canaria Sin Guiones 5481'
const FILE = 'foto-del-canario-7392.txt'

let home: Awaited<ReturnType<typeof closedFolder>>
let program: Program
let url: string
let browser: Browser

beforeAll(async () => {
  home = await closedFolder()
  program = startProgram(home.path, { LOG_LEVEL: 'trace' })
  ;({ url } = await program.ready())
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  program.kill('SIGTERM')
  await program.ended()
  for (const folder of folders()) await rm(folder, { recursive: true, force: true })
})

/** The data folder, and the database's own when it lies outside. */
const folders = () => [home.path, ...(/"folder":"([^"]+)"/.exec(program.output())?.slice(1) ?? [])]

function expectNowhere(sentences: readonly string[]): void {
  expect(filesThatHold(folders(), sentences)).toEqual([])
  expect(holds(program.output(), sentences)).toBe(false)
}

const goOn = (page: Page) => page.click('[data-go-on]')

/** Files with scripts; gives the words of the receipt. */
async function fileInBrowser(page: Page): Promise<string[]> {
  await page.goto(`${url}/demo/denuncia`)
  await page.click('form[data-begin] button')
  await page.waitForSelector('form.journey')
  await goOn(page)
  await page.fill('[name=narration]', TOLD)
  for (let step = 2; step < 6; step++) await goOn(page)
  await goOn(page)
  await page.check('[value=given]')
  await page.fill('[name=names]', NAMED)
  await goOn(page)
  await goOn(page)
  await page.waitForSelector('[data-receipt]:not([hidden])')
  return page.locator('[data-words] li').allInnerTexts()
}

describe('A sentence that nobody else would write', () => {
  it('is found on the disk when it is said in the ordinary book', async () => {
    const answer = await fetch(new URL('/api/v1/administrations/demo/cases', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one-canary' },
      body: JSON.stringify({ kind: 'suggestion', centre: 'centro', description: ORDINARY }),
    })
    expect(answer.status).toBe(201)
    expect(filesThatHold(folders(), [ORDINARY])).not.toEqual([])
  })

  it('with scripts, no canary is found in any request, table, journal, file, log or mail', async () => {
    const context = await browser.newContext()
    const sent: Buffer[] = []
    context.on('request', (request) => {
      const headers = JSON.stringify(request.headers())
      sent.push(
        Buffer.from(`${request.url()}\n${headers}\n`),
        request.postDataBuffer() ?? Buffer.alloc(0),
      )
    })
    const words = await fileInBrowser(await context.newPage())
    expect(words).toHaveLength(10)
    const receipts = [' ', ', ', '-', '","', '\n'].map((between) => words.slice(0, 3).join(between))
    const canaries = [TOLD, NAMED, ...receipts]
    expect(holds(Buffer.concat(sent), canaries)).toBe(false)
    expectNowhere(canaries)
    await context.close()
  })

  it('without scripts, the canary is only in the one request', async () => {
    const visitor = new Visitor({ url })
    await visitor.get('/demo/denuncia')
    await visitor.submit({}, { button: 'Empezar' })
    const receipt = await visitor.submit({
      narration: TOLD_PLAINLY,
      identity: 'given',
      names: NAMED_PLAINLY,
      files: new File(['Adentro canta el canario 3605'], FILE, { type: 'text/plain' }),
    })
    expect(receipt.heading).toBe('Su denuncia está guardada')
    const words = [...receipt.html.matchAll(/<li>([a-zñáéíóú]+)<\/li>/gu)].map(([, word]) => word)
    expect(words).toHaveLength(10)
    const receipts = [' ', ', ', '-', '","'].map((between) => words.slice(0, 3).join(between))
    expectNowhere([TOLD_PLAINLY, NAMED_PLAINLY, FILE, 'Adentro canta el canario', ...receipts])
  })
})
