import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { press, sound, type Stage } from './stage.ts'

const CAUSE = 'Nadie ordena la fila de la ventanilla 3'
const WORDS = '/personal/demo/palabras'
/** People speak of two things at this office; each has its code and how grave it is. */
const WAITING = /fila|espera|esperé|acta|lugar|ventanilla 3|formado|turnos|salí/i
const CODES = { waiting: ['Tiempo', '3'], other: ['Información', '2'] } as const

/** The analyst gathers what people said in a period, reads it and codes it by keys. Gives how many ideas. */
export async function readByKeys(
  stage: Stage,
  page: Page,
  { from, until, isFirst }: { from: string; until: string; isFirst: boolean },
): Promise<{ corpus: string; waiting: number; other: number }> {
  if (isFirst) {
    await stage.go(page, WORDS)
    await page.fill('[name=name]', 'Conductores')
    await press(page, 'main form button')
  }
  await stage.go(page, `${WORDS}/nuevo`)
  await page.fill('[name=question]', '¿Qué molesta a la gente en el Centro?')
  await page.fill('[name=periodFrom]', from)
  await page.fill('[name=periodUntil]', until)
  await page.getByLabel('Queja', { exact: true }).check()
  await page.getByLabel('Oficina Centro').check()
  await page.check('[name=sampling][value=all]')
  await press(page, 'main form button')
  await stage.demo.test.system.jobs.drain()
  const corpus = new URL(page.url()).pathname
  await stage.go(page, `${corpus}/codificar`)
  if (isFirst) await sound(page, 'coding')
  const coded = { waiting: 0, other: 0 }
  while ((await page.locator('form#coding').count()) > 0) coded[await codeOne(page)] += 1
  return { corpus, ...coded }
}

/** Reads the idea, presses the number of its code and then how grave it is: nothing else. */
async function codeOne(page: Page): Promise<keyof typeof CODES> {
  const said = (await page.textContent('mark')) ?? ''
  const about = WAITING.test(said) ? 'waiting' : 'other'
  const [name, severity] = CODES[about]
  const label = page.locator('label', { hasText: new RegExp(`^\\s*\\d\\s+${name}\\s*$`) })
  const key = (await label.locator('kbd').textContent()) ?? ''
  await page.keyboard.press(key)
  const left = page.waitForEvent('load')
  await page.keyboard.press(severity)
  await left
  return about
}

/** The theme that weighs most, why it happens, how one knows, and in which cases. */
export async function findCause(stage: Stage, page: Page, corpus: string): Promise<void> {
  await openHeaviest(stage, page, corpus)
  await page.fill('[name=why1]', 'La gente no sabe su lugar en la fila')
  await page.fill('[name=how1]', 'Observación de tres mañanas')
  await page.fill('[name=why2]', 'Nadie entrega un turno al llegar')
  await page.fill('[name=how2]', 'Proceso validado')
  await press(page, '#search button')
  await page.fill('#publish [name=name]', CAUSE)
  await press(page, '#publish button')
  await confirmAll(page)
  await sound(page, 'cause')
}

/** In what was said later it is the same one. */
export async function findCauseAgain(stage: Stage, page: Page, corpus: string): Promise<void> {
  await openHeaviest(stage, page, corpus, 'Tiempo')
  await page.selectOption('[name=same]', { label: `C1: ${CAUSE}` })
  await press(page, '#again button')
  await confirmAll(page)
}

async function openHeaviest(
  { go }: Stage,
  page: Page,
  corpus: string,
  name?: string,
): Promise<void> {
  await go(page, `${corpus}/hallazgos`)
  const themes = page.locator('tbody th a')
  if (!name) {
    await sound(page, 'themes')
    expect(await themes.first().textContent()).toBe('Tiempo')
  }
  const left = page.waitForEvent('load')
  await (name ? themes.filter({ hasText: name }) : themes).first().click()
  await left
}

async function confirmAll(page: Page): Promise<void> {
  for (const tick of await page.locator('#cases [name=case]').all()) await tick.check()
  await press(page, '#cases button')
}
