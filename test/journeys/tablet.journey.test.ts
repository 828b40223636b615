import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { getAdministrationBySlug } from '../../src/administrations/index.ts'
import { listAttachments } from '../../src/attachments/index.ts'
import { findOrigin } from '../../src/cases/index.ts'
import { followCase } from '../../src/cases/follow-case.ts'
import { madeTablet } from '../channels/devices/tablet.ts'
import {
  enrolTablet,
  finish,
  readMemory,
  tellTablet,
  type Printed,
} from '../channels/kiosk/at-the-tablet.ts'
import { openTabletBrowser } from '../support/browser/index.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'

const FRIDAY = '2026-02-27T16:00:00.000Z'
const SATURDAY = '2026-02-28T16:00:00.000Z'
const MONDAY = '2026-03-02T16:00:00.000Z'
const CANARY = 'CANARIO-5142'
const CANARIES = /CANARIO/

let demo: DemoApp
let profile: string

beforeAll(async () => {
  demo = await openDemoApp()
  profile = await mkdtemp(join(tmpdir(), 'libro-abierto-tablet-'))
}, 120_000)
afterAll(async () => {
  await demo.close()
  await rm(profile, { recursive: true })
})

/** The tablet switched on, on a day by its own clock. */
async function switchOn(day: string): Promise<{ tablet: BrowserContext; page: Page }> {
  const tablet = await openTabletBrowser(profile, { viewport: { width: 1280, height: 800 } })
  await tablet.clock.setFixedTime(day)
  const page = tablet.pages()[0] ?? (await tablet.newPage())
  return { tablet, page }
}

async function photoBy(name: string): Promise<Buffer> {
  return sharp({
    create: { width: 2400, height: 1800, channels: 3, background: { r: 90, g: 40, b: 130 } },
  })
    .withExif({ IFD0: { Artist: `${CANARY} ${name}` } })
    .jpeg()
    .toBuffer()
}

/** As text of one byte a letter and of two, as browsers write either. */
async function readProfile(): Promise<string> {
  const names = await readdir(profile, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  const contents = await Promise.all(
    files.map((entry) => readFile(join(entry.parentPath, entry.name))),
  )
  return contents.map((content) => content.toString('latin1').replaceAll('\0', '')).join('\n')
}

async function waitUntilSent(page: Page): Promise<void> {
  const until = performance.now() + 60_000
  while ((await readMemory(page)).items > 0 && performance.now() < until) await wait(200)
  expect((await readMemory(page)).items).toBe(0)
}

const NAMES = ['Ana', 'Benito', 'Carmen', 'Delfino', 'Eva']

describe('A tablet without network', () => {
  const printed: Printed[] = []

  it('takes five filings with photos while the network is cut', async () => {
    demo.test.clockAt(FRIDAY)
    const { code } = await madeTablet(demo.test.system)
    const friday = await switchOn(FRIDAY)
    await enrolTablet(friday.page, demo.app.url, code)
    await friday.tablet.close()

    const { tablet, page } = await switchOn(SATURDAY)
    await tablet.setOffline(true)
    await page.goto(`${demo.app.url}/tableta/`)
    for (const name of NAMES) {
      const told = {
        description: `${CANARY} Esperé tres horas. Soy ${name}.`,
        place: `${CANARY} ventanilla 2`,
        names: `${name} ${CANARY}`,
        photos: [await photoBy(name), await photoBy(name)],
      }
      printed.push(await tellTablet(page, told))
      expect(await page.innerText('.sent')).toContain('es provisional')
      await finish(page)
    }
    expect(printed.map(({ number }) => number.replace(/-[^-]{4}-/, '-…-'))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `DEMO-…-00000${n}`),
    )
    expect(new Set(printed.map(({ secret }) => secret)).size).toBe(5)
    const memory = await readMemory(page)
    expect([memory.items, memory.files]).toEqual([5, 10])
    expect(memory.text).not.toMatch(CANARIES)
    for (const { secret } of printed) expect(memory.text).not.toContain(secret)
    await tablet.close()
  }, 240_000)

  it('tells nothing to whoever steals it', async () => {
    const stolen = await readProfile()
    expect(stolen.length).toBeGreaterThan(50_000)
    expect(stolen).not.toMatch(CANARIES)
    for (const { secret } of printed) expect(stolen).not.toContain(secret)
    expect(stolen).not.toContain('Delfino')
  })

  it('sends them by itself once the network is back, and keeps nothing', async () => {
    demo.test.clockAt(MONDAY)
    const { tablet, page } = await switchOn(MONDAY)
    await page.goto(`${demo.app.url}/tableta/`)
    await waitUntilSent(page)
    expect((await readMemory(page)).files).toBe(0)
    await tablet.close()

    const { system } = demo.test
    const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
    for (const [at, { number, secret }] of printed.entries()) {
      const item = await followCase(system, number, secret, new Date(MONDAY))
      expect(item.caseNumber).toBe(`DEMO-2026-00000${at + 1}`)
      expect(item).toMatchObject({ channel: 'tablet', kind: 'complaint', occurredOn: '2026-02-28' })
      expect(item.registeredAt.toISOString()).toBe(MONDAY)
      const origin = await findOrigin(system.db, item)
      expect(origin).toMatchObject({
        handedOverAt: new Date(SATURDAY),
        provisionalNumber: number,
      })
      const photos = await listAttachments(system.db, { administrationId, caseId: item.caseId })
      expect(photos.map(({ name }) => name).sort()).toEqual(['foto-1.jpg', 'foto-2.jpg'])
    }
  }, 120_000)

  it('gave receipts that open the case on anybody’s own phone', async () => {
    const phone = await openTabletBrowser(`${profile}-phone`)
    const page = phone.pages()[0] ?? (await phone.newPage())
    const [{ number, secret } = { number: '', secret: '' }] = printed
    await page.goto(`${demo.app.url}/seguimiento/${number}`)
    await page.fill('[name=secret]', secret.toLowerCase())
    await page.click('main form button')
    expect(await page.innerText('main')).toContain('DEMO-2026-000001')
    await phone.close()
    await rm(`${profile}-phone`, { recursive: true })
  }, 60_000)
})
