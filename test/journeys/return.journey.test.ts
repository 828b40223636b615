import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import exifr from 'exifr'
import type { Page, Request } from 'playwright-core'
import sharp from 'sharp'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import {
  decryptFile,
  fromBase64url,
  type FileKey,
} from '../../src/corruption-reports/sealing/index.ts'
import { foundDirectory, type FoundMember } from '../corruption-reports/found-directory.ts'
import { readAs } from '../corruption-reports/read-as.ts'
import { readUpload } from '../corruption-reports/read-upload.ts'
import { dialogueAs, writeAs } from '../corruption-reports/write-as.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

const CANARY = 'CANARIO-5150'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let administrationId: string
let officer: FoundMember

beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  ;({ administrationId } = await getAdministrationBySlug(system.db, 'demo'))
  const { members } = await foundDirectory(system, administrationId)
  officer = members[0]!
}, 120_000)
afterAll(() => demo.close())

async function openPage(): Promise<{ page: Page; requests: Request[] }> {
  const context = await demo.browser.newContext({ viewport: { width: 360, height: 740 } })
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  return { page: await context.newPage(), requests }
}

/** A photograph that says where it was taken. */
function photograph(): Promise<Buffer> {
  const ground = { width: 900, height: 700, channels: 3 as const, background: '#a33' }
  return sharp({ create: ground })
    .withExif({
      IFD0: { Artist: CANARY },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 25/1 0/1' },
    })
    .jpeg()
    .toBuffer()
}

async function plainOf(file: FileKey): Promise<Buffer> {
  const sealed = await readUpload(demo.test.system, administrationId, file.id)
  const plain: Uint8Array[] = []
  for await (const chunk of decryptFile(fromBase64url(file.key), file.length, [sealed]))
    plain.push(chunk)
  return Buffer.concat(plain)
}

const isClean = (requests: readonly Request[], words: string) =>
  requests.every((request) => {
    const body = request.postDataBuffer()?.toString('latin1') ?? ''
    const sent = `${request.url()} ${body}`
    return !sent.includes(CANARY) && !sent.includes(words.split(' ').slice(0, 2).join(' '))
  })

let words = ''
let hash = ''

describe('Evidence and the dialogue in a browser', () => {
  it('sends files after the text, sealed, photographs without what they hid', async () => {
    const { page, requests } = await openPage()
    await page.goto(`${demo.app.url}/demo/denuncia`)
    await page.click('form[data-begin] button')
    await page.fill('[name=narration]', `${CANARY} con foto`)
    for (let step = 1; step < 4; step++) await page.click('[data-go-on]')
    await page.setInputFiles('form.journey input[type=file]', [
      { name: `${CANARY}.jpg`, mimeType: 'image/jpeg', buffer: await photograph() },
      { name: 'notas.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2_500_000, CANARY) },
    ])
    expect(await page.innerText('[data-files]')).toContain('puede decir quién lo hizo')
    for (let step = 4; step < 8; step++) await page.click('[data-go-on]')
    await page.waitForSelector('[data-receipt]:not([hidden])')
    words = (await page.locator('[data-words] li').allInnerTexts()).join(' ')
    hash = await page.innerText('[data-receipt] [data-hash]')
    await page.getByText('Sus archivos ya están guardados').waitFor({ timeout: 60_000 })
    expect(hash).toMatch(/^([0-9a-f]{4} ?){16}$/)
    expect(isClean(requests, words)).toBe(true)
    const [opened] = await readAs(demo.test.system, administrationId, officer)
    const { messages } = await dialogueAs(demo.test.system, administrationId, opened!)
    const { files } = messages[0]?.body as { files: FileKey[] }
    expect(files.map(({ name }) => name)).toEqual([`${CANARY}.jpg`, 'notas.txt'])
    const picture = await plainOf(files[0]!)
    expect(await exifr.parse(picture)).toBeUndefined()
    expect((await sharp(picture).metadata()).width).toBe(900)
    expect((await plainOf(files[1]!)).equals(Buffer.alloc(2_500_000, CANARY))).toBe(true)
    await page.context().close()
  }, 120_000)

  it('goes on with a file where the line broke, also when only the answer was lost', async () => {
    const { page } = await openPage()
    await page.goto(`${demo.app.url}/demo/denuncia/seguimiento`)
    await page.fill('[name=words]', words)
    await page.click('form[data-return] button')
    await page.waitForSelector('[data-messages]')
    const tried: string[] = []
    await page.route('**/dialogue/files/parts', async (route) => {
      const part = route.request().headers()['x-file-part'] ?? ''
      tried.push(part)
      const times = tried.filter((one) => one === part).length
      if (part !== '1' || times > 2) return route.continue()
      // the first time nothing arrives, the second time all but the answer
      if (times === 2) await route.fetch()
      await route.abort('connectionreset')
    })
    const content = Buffer.alloc(2_500_000, `${CANARY} otra vez`)
    await page.setInputFiles('[data-write] input[type=file]', {
      name: 'largo.txt',
      mimeType: 'text/plain',
      buffer: content,
    })
    await page.fill('[name=message]', 'Con la lista larga')
    await page.click('[data-write] button:not([type=button])')
    await page.getByText('Sin conexión. Seguirá por sí solo.').waitFor()
    await page.getByText('Con la lista larga').waitFor()
    expect(tried).toEqual(['0', '1', '1', '1', '2'])
    const [opened] = await readAs(demo.test.system, administrationId, officer)
    const { messages } = await dialogueAs(demo.test.system, administrationId, opened!)
    const { files } = messages.at(-1)?.body as { files: FileKey[] }
    expect((await plainOf(files[0]!)).equals(content)).toBe(true)
    await page.context().close()
  }, 120_000)

  it.each(['es', 'en'])(
    'opens with the words, reads, writes and meets no barrier in "%s"',
    async (lang) => {
      const { system } = demo.test
      const [opened] = await readAs(system, administrationId, officer)
      await writeAs(system, administrationId, opened!, `¿Cuánto pidió? ${lang}`)
      const { page, requests } = await openPage()
      await page.goto(`${demo.app.url}/demo/denuncia/seguimiento?lang=${lang}`)
      const problems = await accessibilityProblems(page)
      await page.fill('[name=words]', 'una dos')
      await page.click('form[data-return] button')
      await page.waitForSelector('.govuk-error-message')
      problems.push(...(await accessibilityProblems(page)))
      await page.fill('[name=words]', words.toUpperCase())
      await page.click('form[data-return] button')
      await page.waitForSelector('[data-messages] li')
      expect(await page.innerText('[data-messages]')).toContain(`¿Cuánto pidió? ${lang}`)
      expect(await page.innerText('[data-hash]')).toBe(hash)
      await page.fill('[name=message]', `${CANARY} quinientos`)
      await page.click('[data-write] button:not([type=button])')
      await page.getByText(`${CANARY} quinientos`).waitFor()
      problems.push(...(await accessibilityProblems(page)))
      if (await page.evaluate('document.documentElement.scrollWidth > 360')) problems.push('wide')
      await page.evaluate('window.scrollTo(0, 500)')
      const covers =
        '[5, 355].every((x) => document.elementFromPoint(x, 30)?.closest(".quick-exit"))'
      if (!(await page.evaluate(covers))) problems.push('half a line beside the quick exit')
      expect(problems).toEqual([])
      expect(isClean(requests, words)).toBe(true)
      const { messages } = await dialogueAs(system, administrationId, opened!)
      expect(messages.at(-1)?.body).toMatchObject({ text: `${CANARY} quinientos` })
      await page.context().close()
    },
    120_000,
  )

  it('only the proof of the receipt leaves the browser', async () => {
    const { page, requests } = await openPage()
    await page.goto(`${demo.app.url}/demo/denuncia/seguimiento`)
    await page.fill('[name=words]', words)
    await page.click('form[data-return] button')
    await page.waitForSelector('[data-messages]')
    const posts = requests.filter((request) => request.method() === 'POST')
    expect(posts.map((request) => Object.keys(request.postDataJSON() as object))).toEqual([
      ['auth'],
    ])
    expect(isClean(requests, words)).toBe(true)
    await page.context().close()
  }, 60_000)

  it('gives a name later and withdraws', async () => {
    const { page } = await openPage()
    await page.goto(`${demo.app.url}/demo/denuncia/seguimiento`)
    await page.fill('[name=words]', words)
    await page.click('form[data-return] button')
    await page.click('[data-give] summary')
    await page.fill('[name=names]', 'Ana')
    await page.click('[data-identity] button')
    await page.getByText('Su nombre está guardado').waitFor()
    await page.click('[data-withdraw] summary')
    await page.click('[data-withdrawal] button')
    await page.getByText('Usted retiró esta denuncia').waitFor()
    await page.context().close()
  }, 60_000)
})
