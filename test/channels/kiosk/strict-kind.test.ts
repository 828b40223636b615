import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { problemsUnderRules, type FilingRules } from '../../../src/cases/filing-rules.ts'
import { parseFiling } from '../../../src/cases/filing.ts'
import { openBrowser } from '../../support/browser/index.ts'
import { enrolTablet, goOn } from './at-the-tablet.ts'
import { openSmallServer, type SmallServer } from './small-server.ts'

/** As the Peruvian claim asks. */
const requires = [
  '/description',
  '/occurredOn',
  '/motive|/motives',
  '/person/names|/person/legalName',
  '/person/documentType',
  '/person/documentNumber',
  '/person/email|/person/phone|/person/address',
  '/answerBy',
]
const documentTypes = [{ code: 'dni', label: 'DNI', pattern: '^[0-9]{8}[0-9A-Z]?$' }]
const motives = [
  { code: 'time', label: 'Tiempo' },
  { code: 'waiting', label: 'Espera', parent: 'time' },
  { code: 'bribe', label: 'Pidieron dinero', suggestsCorruption: true },
]

let server: SmallServer
let browser: Browser
let page: Page
beforeAll(async () => {
  const kinds = [{ code: 'claim', label: 'Reclamo', example: 'Un mal trato', requires }]
  const kindWords = [{ kind: 'claim', words: ['no hay'] }]
  server = await openSmallServer({ kinds, kindWords, documentTypes, motives })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 800, height: 1280 } })
  await enrolTablet(page, server.url, 'ABCDEFGH')
  await page.click('.button--start[lang=es]')
}, 120_000)
afterAll(async () => {
  await browser.close()
  await server.close()
})

const wrong = () => page.locator('.wrong__list li').allInnerTexts()

describe('A kind of which the law asks much', () => {
  it('is asked for all of it, each with its own words, and of nothing else', async () => {
    await page.check('[value=claim]')
    await goOn(page)
    await goOn(page)
    expect(await wrong()).toEqual(['Escriba qué pasó', 'Elija de qué se trata'])
    await page.click('.actions .button >> nth=0')
    await page.check('[value=unsure]')
    await goOn(page)
    await page.fill('#description', 'Esperé toda la mañana y no hay sillas')
    await page.selectOption('#motive', 'bribe')
    await goOn(page)
    expect(await page.innerText('h1')).toBe('Esto se denuncia por otra puerta')
    await page.click('.actions .button >> nth=0')
    await page.selectOption('#motive', 'waiting')
    await goOn(page)
    expect(await page.innerText('.lead')).toBe(
      'Parece esto: Reclamo. Usted escribió «no hay». Confirme o elija otra opción.',
    )
    expect(await page.isChecked('[value=claim]')).toBe(true)
    await goOn(page)
    await goOn(page)
    expect(await page.locator('[value=unknown]').count()).toBe(0)
    await goOn(page)
    expect(await wrong()).toEqual(['Elija cuándo fue'])
    await page.check('[value=other]')
    for (const [part, value] of [
      ['day', '31'],
      ['month', '2'],
      ['year', '2026'],
    ])
      await page.fill(`#date-${part}`, value ?? '')
    await goOn(page)
    expect(await wrong()).toEqual(['Esa fecha no existe. Escriba por ejemplo 27 3 2026'])
    await page.check('[value=yesterday]')
    await page.selectOption('#official', { label: 'Rosa Luna, Jefa de oficina' })
    await goOn(page)
    expect(await page.locator('[name=answerBy][value=none]').count()).toBe(0)
    await page.check('[name=answerBy][value=email]')
    await page.fill('#email', 'ana en correo')
    await goOn(page)
    expect(await wrong()).toEqual([
      'Al correo le falta algo. Escríbalo así: ana@correo.com',
      'Para responderle por correo o mensaje, marque que lo acepta',
    ])
    await page.fill('#email', 'ana@correo.com')
    await page.check('#electronicNotice')
    await page.selectOption('#spokenLanguage', 'lsm')
    await page.click('summary')
    await page.check('#need-hearing')
    await goOn(page)
    await page.fill('#documentNumber', '123')
    await goOn(page)
    expect(await wrong()).toEqual(['Escriba sus nombres', 'Elija el tipo de documento'])
    await page.fill('#names', 'Ana')
    await page.selectOption('#documentType', 'dni')
    await goOn(page)
    expect(await wrong()).toEqual(['Revise el número: no es como los de ese documento'])
    await page.click('.wrong__list button')
    expect(await page.evaluate(`document.querySelector('#app').shadowRoot.activeElement.id`)).toBe(
      'documentNumber',
    )
    await page.fill('#documentNumber', '1234 5678')
    await goOn(page)
    await page.waitForSelector('[data-screen=check]')
  }, 60_000)

  it('comes back to the check from what was changed, and passes the book’s own rules', async () => {
    await page.click('[aria-label="Cambiar: Cuándo"]')
    await page.check('[value=today]')
    await goOn(page)
    await page.waitForSelector('[data-screen=check]')
    await goOn(page)
    await page.waitForSelector('.sent--done')
    const parsed = parseFiling(server.filings[0]?.filing)
    if (!('filing' in parsed)) throw new Error(JSON.stringify(parsed.problems))
    const { services, centre, officials = [] } = server.setup
    expect(parsed.filing).toMatchObject({
      kind: 'claim',
      motives: ['waiting', 'time'],
      officials: officials.map(({ id }) => id),
      spokenLanguage: 'lsm',
      person: { names: 'Ana', supportNeeds: ['hearing'] },
    })
    const rules: FilingRules = {
      timeZone: 'America/Mexico_City',
      languages: ['es', 'en'],
      spokenLanguages: ['lsm'],
      kinds: [{ code: 'claim', requires }],
      centres: [{ slug: centre.slug, services: services.map(({ slug }) => slug) }],
      motives: motives.map(({ code }) => code),
      documentTypes,
      officialIds: new Set(officials.map(({ id }) => id)),
      sendsTexts: false,
    }
    expect(problemsUnderRules(parsed.filing, rules, new Date(), 'device')).toEqual([])
  }, 60_000)
})
