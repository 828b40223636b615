import type { Page } from 'playwright-core'
import { asReporter, comeBack, type House } from './sealed-people.ts'

/** A text file that somebody sends. */
const textFile = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})

type Sent = Readonly<{ text: string; file: string; content: string }>

/** Whoever reports with a browser that runs no script. */
export const withoutScripts = (house: House, walk: (page: Page) => Promise<void>) =>
  asReporter(house, walk, false)

/** On the single page, to the ten words. No cookie is left. */
export async function filePlainly(house: House, { text, file, content }: Sent): Promise<string> {
  let words = ''
  await withoutScripts(house, async (page) => {
    await page.goto(`${house.app.url}/demo/denuncia`)
    await page.click('form[data-begin] button')
    await page.getByText('Nuestro servidor la ve un instante').waitFor()
    await page.fill('[name=narration]', text)
    await page.setInputFiles('[name=files]', textFile(file, content))
    await page.getByRole('button', { name: 'Enviar denuncia' }).click()
    await page.getByRole('heading', { name: 'Su denuncia está guardada' }).waitFor()
    words = (await page.locator('.ten-words li').allInnerTexts()).join(' ')
    const cookies = await page.context().cookies()
    if (cookies.length > 0) throw new Error('The door left a cookie')
  })
  return words
}

/** Reads what was asked and answers it, with a file. */
export async function answerPlainly(
  house: House,
  words: string,
  { asked, text, file, content }: Sent & Readonly<{ asked: string }>,
): Promise<void> {
  await withoutScripts(house, async (page) => {
    await comeBack(house, page, words)
    await page.getByText(asked).waitFor()
    await page.fill('[name=message]', text)
    await page.setInputFiles('[name=files]', textFile(file, content))
    await page.getByRole('button', { name: 'Enviar', exact: true }).click()
    await page.getByText(`Archivo: ${file}`).waitFor()
  })
}
