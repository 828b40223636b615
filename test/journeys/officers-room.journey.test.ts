import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import {
  memberOf,
  sealTown,
  tell,
  WORDS,
  type SealedTown,
} from '../corruption-reports/officers/sealed-town.ts'
import { signInMember } from '../corruption-reports/officers/sign-in-member.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let town: SealedTown
beforeAll(async () => {
  demo = await openDemoInBrowser()
  town = await sealTown(demo.test, { inBrowser: true })
}, 180_000)
afterAll(() => demo.close())

const NARRATION = 'El inspector de mercados pide dinero cada lunes para no multar.'
const shots = process.env['ROOM_SHOTS']

async function look(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  expect(await accessibilityProblems(page)).toEqual([])
}

async function enter(
  name: string,
  room = 'denuncias',
  prepare: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Page> {
  const { system } = demo.test
  const context = await demo.browser.newContext({ viewport: { width: 1280, height: 900 } })
  await signInMember(system, context, memberOf(town, name).accountId, demo.app.url)
  const page = await context.newPage()
  await prepare(page)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(`${demo.app.url}/personal/demo/${room}`)
  return page
}

async function openRoom(page: Page, words = WORDS): Promise<void> {
  await page.fill('#passphrase', words)
  await page.click('#room-unlock-form button')
}

async function act(page: Page, name: string, fill: () => Promise<void>): Promise<void> {
  await page.click(`.room-acts button:text-is("${name}")`)
  await fill()
  await page.click('[data-part=form] button.govuk-button')
  await page.waitForSelector(`#room-said:has-text("Listo: ${name}")`)
}

/** As the other authority does: the file by one way, the ten words by another. */
async function openPackage(page: Page): Promise<void> {
  const words = await page.locator('[data-part=form] .told-words li').allTextContents()
  expect(words).toHaveLength(10)
  const saved = page.waitForEvent('download')
  await page.click('[data-part=form] button:text-is("Guardar el archivo")')
  const path = await (await saved).path()
  const html = await readFile(path, 'utf8')
  expect(html).not.toContain('inspector')
  const elsewhere = await demo.browser.newContext()
  const other = await elsewhere.newPage()
  await other.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await other.goto('http://other-authority.test/')
  await other.fill('input', words.toReversed().join(' '))
  await other.click('button')
  expect(await other.textContent('[role=alert]')).not.toBe('')
  await other.fill('input', words.join(' '))
  await other.click('button')
  expect(await other.textContent('blockquote')).toBe(NARRATION)
  await elsewhere.close()
}

describe('An officer in the room', () => {
  it('opens with six words, asks, records an outcome, tells it and concludes', async () => {
    await tell(demo.test, town, {
      narration: NARRATION,
      marks: { words: ['El inspector de mercados'] },
    })
    await tell(demo.test, town, { narration: 'Otra cosa, de la oficina de licencias.' })
    const page = await enter('integridad')
    await look(page, '1-locked')
    await openRoom(page, 'otras seis palabras que nada abren')
    await page.waitForSelector('#room-unlock-problem:not(:empty)')
    await openRoom(page)
    await page.waitForSelector('.case-row')
    expect(await page.locator('.case-row').count()).toBe(2)
    await look(page, '2-list')
    await page.fill('#room-search', 'inspéctor')
    expect(await page.locator('.case-row').count()).toBe(1)
    await page.click('.case-row button')
    expect(await page.textContent('[data-part=narration]')).toBe(NARRATION)
    await look(page, '3-report')
    await act(page, 'Empezar la revisión', async () => {
      await page.fill('#act-message', 'Gracias. Ya la leímos.')
      await look(page, '4-act')
    })
    await page.fill('#room-write', '¿Recuerda a qué hora?')
    await page.click('[data-part=write] button')
    await page.waitForSelector('.timeline__item--message:has-text("a qué hora")')
    await act(page, 'Enviar a otra autoridad', async () => {
      await page.selectOption('#act-receiver', 'prosecution')
      await page.fill('#act-reason', 'Puede ser un delito.')
    })
    await look(page, '5-handover')
    await openPackage(page)
    await act(page, 'Registrar el resultado', async () => {
      await page.selectOption('#act-outcome', 'confirmed')
      await page.fill('#act-reason', 'Dos comerciantes lo confirman.')
    })
    await act(page, 'Decir el resultado a la persona', () =>
      page.fill('#act-message', 'Se confirmó. Se abrió un procedimiento.'),
    )
    await act(page, 'Concluir', () => page.selectOption('#act-category', 'bribery').then())
    expect(await page.textContent('.case-head__marks')).toContain('Concluida')
    expect(await page.textContent('[data-part=history]')).toContain('Dos comerciantes')
    await look(page, '5-concluded')
    await page.context().close()
  }, 180_000)

  it('locks the room and nothing of it stays on the page', async () => {
    await tell(demo.test, town, { narration: NARRATION })
    const page = await enter('integridad')
    await openRoom(page)
    await page.waitForSelector('.case-row')
    await page.click('#room-lock')
    expect(await page.content()).not.toContain('inspector de mercados')
    expect(await page.isVisible('#passphrase')).toBe(true)
    await page.context().close()
  }, 120_000)
})

describe('A room that was left open', () => {
  it('locks itself once nobody has touched it for ten minutes, and not before', async () => {
    await tell(demo.test, town, { narration: NARRATION })
    const page = await enter('integridad', 'denuncias', (page) => page.clock.install())
    await openRoom(page)
    await page.waitForSelector('.case-row')
    await page.clock.fastForward('09:50')
    await page.keyboard.press('Shift')
    await page.clock.fastForward('09:50')
    expect(await page.isVisible('.case-row')).toBe(true)
    await page.clock.fastForward('00:20')
    await page.waitForSelector('#room-said:has-text("Se cerró")')
    expect(await page.isVisible('#passphrase')).toBe(true)
    expect(await page.content()).not.toContain('inspector de mercados')
    await openRoom(page)
    await page.waitForSelector('.case-row')
    await page.context().close()
  }, 120_000)
})

describe('A conflict found later', () => {
  it('shuts an officer out of what follows, and leaves the others reading', async () => {
    await tell(demo.test, town, { narration: 'Conflicto: el segundo oficial es su primo.' })
    const page = await enter('integridad')
    await openRoom(page)
    await page.fill('#room-search', 'primo')
    await page.click('.case-row button')
    await act(page, 'Apartar a quien tiene un conflicto', async () => {
      await page.check('text=Isidro Lagunes Vera')
      await page.fill('#act-reason', 'Es primo de la persona señalada.')
    })
    expect(await page.textContent('[data-part=readers]')).not.toContain('Isidro')
    expect(await page.textContent('[data-part=history]')).toContain('Es primo')
    await look(page, '6-conflict')
    await page.context().close()

    const other = await enter('integridad2')
    await openRoom(other)
    await other.waitForSelector('#room-list:not([hidden])')
    await other.fill('#room-search', 'primo')
    expect(await other.locator('.case-row').count()).toBe(0)
    await other.context().close()
  }, 180_000)
})

describe('The identity of a reporter', () => {
  it('is asked in writing, given by two custodians and read by the officer', async () => {
    await tell(demo.test, town, {
      narration: 'Identidad: quiero protección.',
      identity: { names: 'Rosa Canario', contact: 'rosa@ejemplo.mx' },
    })
    const officer = await enter('integridad')
    await openRoom(officer)
    await officer.fill('#room-search', 'protección')
    await officer.click('.case-row button')
    await officer.click('.room-acts button:text-is("Pedir la identidad")')
    await officer.fill('#act-reason', 'La fiscalía lo pide por escrito.')
    await officer.click('[data-part=form] button.govuk-button')
    await officer.waitForSelector('#room-said:has-text("Espera a las personas custodias")')
    for (const name of ['custodia', 'custodia2']) {
      const custodian = await enter(name, 'custodia')
      await openRoom(custodian)
      await custodian.waitForSelector('text=La fiscalía lo pide por escrito.')
      await look(custodian, `7-${name}`)
      await custodian.click('[data-part=give]')
      await custodian.waitForSelector('#room-said:has-text("Listo")')
      await custodian.context().close()
    }
    await officer.click('[data-part=back]')
    await officer.click('#room-lock')
    await openRoom(officer)
    await officer.fill('#room-search', 'protección')
    await officer.click('.case-row button')
    await officer.click('button:text-is("Ver la identidad")')
    expect(await officer.textContent('[data-part=asked]')).toContain('Rosa Canario')
    await look(officer, '8-identity')
    await officer.context().close()
  }, 180_000)
})

describe('What somebody tells by mouth', () => {
  it('is written down, checked with the person and sealed; they take ten words along', async () => {
    const page = await enter('integridad')
    await openRoom(page)
    await page.click('#room-record')
    await page.fill('#told-narration', 'De palabra: el almacén vende las medicinas del hospital.')
    await page.fill('#told-involved', 'El jefe del almacén')
    await look(page, '9-told')
    await page.click('#told-form button.govuk-button')
    expect(await page.textContent('#told-text')).toContain('De palabra')
    await look(page, '10-check')
    await page.click('#told-agrees')
    await page.waitForSelector('#told-words li')
    expect(await page.locator('#told-words li').count()).toBe(10)
    await look(page, '11-words')
    await page.click('#told-given')
    await page.waitForSelector('#room-list:not([hidden])')
    expect(await page.locator('#told-words li').count()).toBe(0)
    await page.fill('#room-search', 'medicinas')
    await page.click('.case-row button')
    expect(await page.textContent('[data-part=facts]')).toContain('en persona')
    expect(await page.textContent('[data-part=involved]')).toContain('El jefe del almacén')
    await page.context().close()
  }, 180_000)
})

describe('Evidence', () => {
  it('is opened in a frame of an origin of its own, after a warning', async () => {
    const content = Buffer.from('Recibo 4711: <script>top.location = "/"</script>')
    await tell(demo.test, town, {
      narration: 'Prueba: adjunto el recibo.',
      file: { name: 'recibo.txt', type: 'text/plain', content },
    })
    const page = await enter('integridad')
    await openRoom(page)
    await page.fill('#room-search', 'recibo')
    await page.click('.case-row button')
    expect(await page.textContent('[data-part=evidence]')).toContain('porque están sellados')
    await page.click('[data-part=look]')
    const frame = await (await page.waitForSelector('iframe[sandbox=""]')).contentFrame()
    await frame?.waitForLoadState()
    expect(await frame?.textContent('body')).toContain('Recibo 4711')
    expect(await frame?.evaluate('self.origin')).toBe('null')
    await look(page, '12-evidence')
    await page.context().close()
  }, 180_000)
})
