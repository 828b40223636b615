import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { deliverNotices } from '../../../src/notices/index.ts'
import { addressesOf, press, sound, type Stage } from './stage.ts'

/** One in three of those who complained of the wait before the change agreed to hear. */
const AGREED = 10

/** By letter to those who agreed, to everybody on a page that the letter leads to. */
export async function tellPeople(
  stage: Stage,
  page: Page,
  { project, ratio }: { project: string; ratio: string },
): Promise<void> {
  await stage.go(page, `${project}/contar`)
  expect(await page.textContent('main')).toContain(`Se escribirá a ${AGREED} personas`)
  await page.fill('[name=did_es]', 'Pusimos turnos numerados.')
  await page.fill('[name=did_en]', 'We put up numbered turns.')
  await sound(page, 'tell')
  await press(page, 'main form button')
  await sound(page, 'told')
  await readPublicPage(stage, await openLetter(stage), ratio)
}

/** What came through the mail server. Gives where it leads. */
async function openLetter({ demo, mailbox }: Stage): Promise<string> {
  await deliverNotices(demo.test.system)
  const letters = mailbox.letters.filter(({ text }) => text?.includes('/demo/mejoras/'))
  expect(letters).toHaveLength(AGREED)
  const to = letters.map((letter) => letter.to?.[0]?.address ?? '')
  expect(to.filter((address) => !/^wait\.\d+@example\.org$/.test(address))).toEqual([])
  const [letter] = letters
  expect(letter?.text).toContain('Pusimos turnos numerados.')
  return /\/demo\/mejoras\/\d+/.exec(letter?.text ?? '')?.[0] ?? ''
}

async function readPublicPage(stage: Stage, address: string, ratio: string): Promise<void> {
  const anybody = await stage.visit(address)
  const said = await anybody.textContent('main')
  expect(said).toContain('Pusimos turnos numerados.')
  expect(said).toContain(ratio)
  const photos = await addressesOf(anybody, '.photo-pair img', 'src')
  expect(photos).toHaveLength(2)
  for (const photo of photos) {
    const sent = await anybody.context().request.get(`${stage.demo.app.url}${photo}`)
    expect(sent.status()).toBe(200)
  }
  await sound(anybody, 'public')
}
