import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { getBookRules } from '../../src/administrations/index.ts'
import { insertCause, upsertCaseCauses } from '../../src/analysis/findings/cause-store.ts'
import { importCounts } from '../../src/attentions/index.ts'
import { findCase, registerCaseNotices } from '../../src/cases/index.ts'
import { registerImprovementJobs } from '../../src/improvements/index.ts'
import { deliverNotices } from '../../src/notices/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import { buildCodedCorpus, type CodedCorpus } from '../analysis/coded-corpus.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import { adoptInDemo } from '../improvements/evaluation/adopt.ts'
import { photoOf } from '../improvements/evidence/send-photo.ts'
import { buildValidatedProcess } from '../improvements/validated-process.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { startMailbox, type Mailbox } from '../support/mailbox.ts'
import { readPdf } from '../support/read-pdf.ts'
import { readZip } from '../support/read-zip.ts'
import { accountOf } from '../surveys/campaigns.ts'

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']
const CAUSE = { causeId: randomUUID(), code: 'C1', name: 'Nadie ordena la fila' }
const AGREED = 3

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let mailbox: Mailbox
let corpus: CodedCorpus
let project = ''

beforeAll(async () => {
  mailbox = await startMailbox()
  demo = await openDemoInBrowser({ now: '2026-02-10T16:00:00Z', env: { SMTP_URL: mailbox.url } })
  const { system } = demo.test
  registerCaseNotices()
  registerImprovementJobs(system)
  const { book, administrationId, deed } = await adoptInDemo(system)
  const before = await complain(20)
  corpus = await buildCodedCorpus(
    system,
    before.map((caseId) => ({
      text: 'Esperé tres horas en la fila',
      caseId,
      severity: 4,
      centre: book.centres.findIndex(({ slug }) => slug === 'centro'),
    })),
  )
  await inTransaction(system.db, (tx) =>
    insertCause(tx, administrationId, CAUSE, { at: deed.at, by: deed.accountId }),
  )
  await findCauseOf(before)
  await buildValidatedProcess(system, { centre: 'centro', service: 'actas' })
}, 180_000)
afterAll(async () => {
  await demo.close()
  await mailbox.close()
})

it('NC-08: a wait that people complained of ends, they hear of it, and whoever never saw the book reads the proof', async () => {
  at('2026-03-02')
  const owner = await enter('mejora', 1280)
  await findGap(owner)
  await plan(owner)
  await approve(await enter('direccion', 360))

  at('2026-03-16')
  await advance(await enter('mejora', 360))
  at('2026-03-30')
  const finishing = await enter('mejora', 1280)
  await go(finishing, project)
  await press(finishing, '#paso-finish button')

  at('2026-04-10')
  await findCauseOf(await complain(5))
  await countAttended('2026-04-10', 2000)
  at('2026-05-04')
  await verify(await enter('evaluacion', 1280))
  await tell(await enter('mejora', 360))
  await readPack(await enter('jefatura', 1280))
}, 300_000)

/** What people said becomes a gap with a few ticks, and every other activity says that it has none. */
async function findGap(page: Page): Promise<void> {
  await go(page, '/personal/demo/brechas?centro=centro')
  await page.fill('[name=periodFrom]', '2026-01-01')
  await page.fill('[name=periodUntil]', '2026-02-28')
  await page.fill('[name=reviewOn]', '2026-09-01')
  await press(page, '#begin button')
  const rows = await addressesOf(page, 'a[href*="/filas/"]', 'href')
  for (const [index, row] of rows.entries()) {
    await go(page, row)
    if (index === 0) {
      await page.check(`[name=link][value="cause:${CAUSE.causeId}"]`)
      await page.check('[name=link][value^="code:"]')
      await page.fill('[name=problem]', 'La gente espera de pie y sin orden')
      await page.fill('[name=action]', 'Poner turnos numerados')
      await page.selectOption('[name=feasibility]', '3')
      await page.selectOption('[name=owner]', await accountOf(demo.test.system, 'mejora'))
      await page.fill('[name=dueOn]', '2026-04-30')
      await sound(page, 'gap-row')
    } else await page.fill('[name=noProblem]', 'Nadie lo menciona')
    await press(page, '#row button')
  }
  await press(page, '#close button')
  expect(await page.textContent('main')).toContain('Nadie ordena la fila: 20 de 20 casos')
  await sound(page, 'gap')
}

/** The project takes the words of its gap, and says beforehand by what it will be judged. */
async function plan(page: Page): Promise<void> {
  await go(page, '/personal/demo/proyectos/nuevo')
  await page.check('[name=gapRowId]')
  await page.fill('[name=title]', 'Turnos en la sala')
  await page.fill('[name=endsOn]', '2026-03-31')
  await sound(page, 'project-new')
  await press(page, 'main form button')
  project = new URL(page.url()).pathname.replace(/\/plan$/, '')
  for (const [field, text] of Object.entries({
    why: 'Nadie sabe cuándo le toca.',
    where: 'Sala de espera',
    how: 'Comprar el equipo y avisar.',
    howMuch: '12 000 pesos',
    goal: 'La mitad de quejas en un mes',
    feasibility: 'Hay presupuesto de la oficina.',
    'what-0': 'Comprar el equipo de turnos',
    'evidence-0': 'Factura y foto',
    'endsOn-0': '2026-03-20',
  })) {
    await page.fill(`[name=${field}]`, text)
  }
  await page.check('[name=feasible][value=yes]')
  await sound(page, 'project-plan')
  await press(page, 'main form button')
  await go(page, `${project}/indicador`)
  await page.selectOption('[name=subject]', `cause:${CAUSE.code}`)
  await page.fill('[name=beforeUntil]', '2026-02-28')
  await page.fill('[name=afterDays]', '30')
  await sound(page, 'project-indicator')
  await countAttended('2026-02-10', 1000)
  await press(page, 'main form button')
  expect(await page.textContent('main')).toContain('20 casos de 1,000 atenciones')
  await sendPhoto(page, { takenOn: '2026-03-02', caption: 'La fila', shade: '#555555' })
  await press(page, '#paso-submit button')
  await sound(page, 'project-submitted')
}

async function approve(page: Page): Promise<void> {
  await go(page, project)
  await press(page, '#paso-approve button')
  expect(await page.textContent('main')).toContain('Quedó fijo cuando se aprobó el proyecto')
  await sound(page, 'project-approved')
}

/** The same spot again, beside how it was. */
async function advance(page: Page): Promise<void> {
  await go(page, project)
  await press(page, '#paso-begin button')
  await page.fill('[name^=done-]', '100')
  await page.fill('#progress', 'El equipo está puesto y en uso.')
  await press(page, '#nuevo-avance button')
  await sendPhoto(page, { takenOn: '2026-03-16', caption: 'Los turnos', shade: '#dddddd' })
  await page.click('details.govuk-details:has([name=beforeId]) > summary')
  await page.selectOption('[name=beforeId]', { index: 0 })
  await page.selectOption('[name=afterId]', { index: 1 })
  await page.fill('[name=pairSpot]', 'Sala')
  await press(page, 'form:has([name=beforeId]) button')
  expect(await page.locator('.photo-pair img').count()).toBe(2)
  await sound(page, 'project-running')
}

async function verify(page: Page): Promise<void> {
  await go(page, project)
  await press(page, 'form[action$="/efecto"] button')
  // (5/2000)/(20/1000) = 0.125; e^(ln 0.125 ± 1.96·√(1/5 + 1/20)) = 0.047 to 0.333
  expect(await page.textContent('main')).toContain('Razón: 0.13 (0.05 a 0.33)')
  await press(page, '#paso-verify button')
  expect(await page.textContent('h1')).toContain('Verificado')
  await sound(page, 'project-verified')
}

/** To those who agreed by letter, to everybody on a page. */
async function tell(page: Page): Promise<void> {
  await go(page, `${project}/contar`)
  expect(await page.textContent('main')).toContain(`Se escribirá a ${AGREED} personas`)
  await page.fill('[name=did_es]', 'Pusimos turnos numerados.')
  await page.fill('[name=did_en]', 'We put up numbered turns.')
  await sound(page, 'tell')
  await press(page, 'main form button')
  await sound(page, 'told')
  await deliverNotices(demo.test.system)
  const letters = mailbox.letters.filter(({ text }) => text?.includes('/demo/mejoras/'))
  expect(letters).toHaveLength(AGREED)

  const [address] = /\/demo\/mejoras\/\d+/.exec(letters[0]?.text ?? '') ?? []
  const viewport = { width: 360, height: 900 }
  const context = await demo.browser.newContext({ locale: 'es-MX', viewport })
  const anybody = await context.newPage()
  await go(anybody, address ?? '')
  const said = await anybody.textContent('main')
  expect(said).toContain('Pusimos turnos numerados.')
  expect(said).toContain('Razón: 0.13 (0.05 a 0.33)')
  const photos = await addressesOf(anybody, '.photo-pair img', 'src')
  expect(photos).toHaveLength(2)
  for (const photo of photos) {
    expect((await context.request.get(`${demo.app.url}${photo}`)).status()).toBe(200)
  }
  await sound(anybody, 'public')
}

/** Asked, looked through, released, taken away, and read with no network. */
async function readPack(page: Page): Promise<void> {
  await go(page, '/personal/demo/paquete')
  await page.selectOption('[name=year]', '2026')
  await press(page, 'main form.inline-form button')
  await demo.test.system.jobs.drain()
  await page.reload()
  const looked = await addressesOf(page, 'main a[href*="/pagina?"]', 'href')
  expect(looked).toHaveLength(2)
  for (const photo of looked) {
    expect((await page.context().request.get(`${demo.app.url}${photo}`)).status()).toBe(200)
  }
  for (const tick of await page.locator('[name=looked]').all()) await tick.check()
  await sound(page, 'pack')
  await press(page, 'button[value=release]')
  const href = await page.getAttribute('a[href*="/archivo"]', 'href')
  const sent = await page.context().request.get(`${demo.app.url}${href}`)
  const files = readZip(await sent.body())
  const folder = await mkdtemp(join(tmpdir(), 'loop-pack-'))
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  const context = await demo.browser.newContext({
    offline: true,
    viewport: { width: 1280, height: 900 },
  })
  const evaluator = await context.newPage()
  await evaluator.goto(pathToFileURL(join(folder, 'index.html')).href)
  await sound(evaluator, 'pack-front')
  const pages = [...files].filter(
    ([path, bytes]) => path.endsWith('/index.html') && bytes.includes('Turnos en la sala'),
  )
  expect(pages.length).toBeGreaterThan(0)
  const [path] = pages[0] ?? ['']
  await evaluator.click(`a[href="${path}"]`)
  expect(await evaluator.textContent('main')).toContain('Turnos en la sala')
  await sound(evaluator, 'pack-evidence')
  const texts = [...files].map(([name, bytes]) =>
    name.endsWith('.pdf') ? readPdf(bytes).text : bytes.toString(),
  )
  expect(texts.some((text) => text.includes('DEMO-2026-000001'))).toBe(true)
  expect(texts.filter((text) => /Robles|ana\d+@/.test(text))).toEqual([])
  await rm(folder, { recursive: true })
}

function at(day: string): void {
  demo.test.clockAt(`${day}T16:00:00Z`)
}

/** So many people who waited; the first of them agreed to hear what changed. */
async function complain(times: number): Promise<string[]> {
  const { system } = demo.test
  const { administration } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = administration
  const caseIds: string[] = []
  for (let n = 0; n < times; n += 1) {
    const { caseNumber } = await fileComplaint(system, {
      service: 'actas',
      answerBy: 'email',
      person: { names: 'Ana', firstSurname: 'Robles', email: `ana${n}@example.org` },
      consents: { electronicNotice: true, resultsTold: n < AGREED, quotation: false },
    })
    const item = await findCase(system.db, { administrationId, caseNumber })
    caseIds.push(item?.caseId ?? '')
  }
  return caseIds
}

async function findCauseOf(caseIds: readonly string[]): Promise<void> {
  const { system } = demo.test
  const cases = caseIds.map((caseId) => ({ caseId, source: 'book' as const }))
  const found = { at: system.clock(), by: await accountOf(system, 'analisis') }
  await inTransaction(system.db, (tx) => upsertCaseCauses(tx, corpus, CAUSE.causeId, cases, found))
}

async function countAttended(day: string, attended: number): Promise<void> {
  const { system } = demo.test
  const { centres, services } = await getBookRules(system, 'demo', system.clock())
  const { administrationId } = corpus
  const { centreId } = centres.find(({ slug }) => slug === 'centro')!
  const { serviceId } = services.find(({ slug }) => slug === 'actas')!
  const deed = {
    administrationId,
    accountId: await accountOf(system, 'ventanilla'),
    at: system.clock(),
  }
  const counted = { centreId, serviceId, day, channel: 'counter', attended } as const
  await importCounts(system, deed, [counted])
}

async function sendPhoto(
  page: Page,
  { caption, ...photo }: { takenOn: string; caption: string; shade: string },
): Promise<void> {
  const file = await photoOf(photo)
  const buffer = Buffer.from(await file.arrayBuffer())
  await page.click('details.govuk-details:has([name=file]) > summary')
  await page.setInputFiles('[name=file]', { name: 'foto.jpg', mimeType: 'image/jpeg', buffer })
  await page.fill('form:has([name=file]) [name=caption]', caption)
  await page.fill('form:has([name=file]) [name=spot]', 'Sala')
  await page.check('[name=isPublic]')
  await press(page, 'form:has([name=file]) button')
  expect(await page.textContent('main')).toContain(caption)
}

async function enter(name: string, width: number): Promise<Page> {
  const viewport = { width, height: 900 }
  const context = await demo.browser.newContext({ locale: 'es-MX', viewport })
  const page = await context.newPage()
  await page.goto(`${demo.app.url}/personal/entrar?volver=/personal/demo/proyectos`)
  await page.fill('[name=email]', `${name}@demo.example`)
  await page.fill('[name=password]', 'libro-abierto-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL(({ pathname }) => pathname === '/personal/demo/proyectos')
  return page
}

/** Where each of these leads. */
async function addressesOf(
  page: Page,
  those: string,
  attribute: 'href' | 'src',
): Promise<string[]> {
  const found = await page.locator(those).all()
  const addresses = await Promise.all(found.map((one) => one.getAttribute(attribute)))
  return addresses.map((address) => address ?? '')
}

const go = (page: Page, path: string) => page.goto(`${demo.app.url}${path}`)

/** Presses what leads to another page, and waits for it. */
async function press(page: Page, button: string): Promise<void> {
  const left = page.waitForEvent('load')
  await page.locator(button).first().click()
  await left
}

/** Nobody is shut out of it, it is no wider than the window, and a picture is left of it. */
async function sound(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
  expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width])
  expect([name, await accessibilityProblems(page)]).toEqual([name, []])
}
