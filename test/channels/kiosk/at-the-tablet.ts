import type { Page } from 'playwright-core'

/** What somebody does who stands at the tablet. */
export interface Told {
  language?: 'es' | 'en'
  kind?: string
  description: string
  photos?: readonly Buffer[]
  place?: string
  names?: string
  /** Sees every screen on the way. */
  look?: (screen: string) => Promise<void>
}

export interface Printed {
  number: string
  secret: string
}

export const goOn = (page: Page) => page.click('[data-go-on]')

export async function enrolTablet(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/tableta/`)
  await page.fill('#code', code)
  await page.click('.enrol .button')
  await page.waitForSelector('.attract')
}

/** From the first screen to the receipt, which stays open. */
export async function tellTablet(page: Page, told: Told): Promise<Printed> {
  await tellUntilCheck(page, told)
  await goOn(page)
  return readReceipt(page, told)
}

export async function tellUntilCheck(page: Page, told: Told): Promise<void> {
  const { kind = 'complaint', look = async () => undefined } = told
  await page.waitForSelector('.button--start')
  await look('attract')
  await page.click(`.button--start[lang=${told.language ?? 'es'}]`)
  await page.waitForSelector('#kind')
  await look('kind')
  await page.check(`[value=${kind}]`)
  await goOn(page)
  await page.fill('#description', told.description)
  for (const [at, buffer] of (told.photos ?? []).entries()) {
    await page.setInputFiles('#photo', { name: 'camera.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('.photo').nth(at).waitFor()
  }
  await look('story')
  await goOn(page)
  await page.fill('#place', told.place ?? '')
  await look('place')
  await goOn(page)
  await page.check('[value=other]')
  await look('day')
  await page.check('[value=today]')
  await goOn(page)
  await page.check('[value=pickup]')
  for (const more of await page.locator('summary').all()) await more.click()
  await look('answer')
  await goOn(page)
  if (kind === 'complaint' || kind === 'observation') {
    await page.fill('#names', told.names ?? 'Ana')
    await look('who')
    await goOn(page)
  }
  await page.waitForSelector('[data-screen=check]')
  await look('check')
}

export async function readReceipt(page: Page, told: Partial<Told> = {}): Promise<Printed> {
  await page.waitForSelector('.slip')
  await told.look?.('receipt')
  const [number = '', secret = ''] = await page.locator('.slip__number').allInnerTexts()
  return { number, secret }
}

/** The person leaves; the next one finds the first screen. */
export async function finish(page: Page): Promise<void> {
  await page.click('.actions .button >> nth=-1')
  await page.waitForSelector('.attract')
}

/** Everything that lies in the tablet's own memory, as text. */
export function readMemory(page: Page): Promise<{ items: number; files: number; text: string }> {
  return page.evaluate(`(async () => {
    const open = indexedDB.open('tableta')
    const database = await new Promise((done) => { open.onsuccess = () => done(open.result) })
    const all = (name) => new Promise((done) => {
      const asked = database.transaction(name).objectStore(name).getAll()
      asked.onsuccess = () => done(asked.result)
    })
    const [items, files, device] = [await all('items'), await all('files'), await all('device')]
    const answers = await all('answers')
    database.close()
    const bytes = files.map(({ sealed }) => new TextDecoder('latin1').decode(sealed)).join('')
    const text = JSON.stringify([items, device, answers, { ...localStorage }, { ...sessionStorage }]) + bytes
    return { items: items.length, files: files.length, text }
  })()`)
}
