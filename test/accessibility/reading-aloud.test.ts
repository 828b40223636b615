import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { complainUntil } from '../cases/filing/way.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
beforeAll(async () => {
  demo = await openDemoInBrowser()
}, 120_000)
afterAll(() => demo.close())

/** A device with a voice of its own, which headless browsers have not; what it is told to say is kept. */
const VOICE = `(() => {
  window.said = []
  const voice = { lang: 'es-MX', localService: true }
  const device = Object.assign(new EventTarget(), {
    speaking: false,
    getVoices: () => [voice],
    cancel: () => { device.speaking = false },
    speak: ({ text }) => { device.speaking = true; window.said.push(text) },
  })
  Object.defineProperty(window, 'speechSynthesis', { value: device })
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text }
  }
})()`

describe('Reading aloud', () => {
  it('is offered where the device has a voice, says what is asked and not what was typed', async () => {
    const { app, browser } = demo
    const { cookies } = await complainUntil(app, 'revise')
    const context = await browser.newContext()
    await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: app.url })))
    const page = await context.newPage()
    await page.addInitScript(VOICE)
    await page.goto(`${app.url}/demo/nuevo/que-paso`)
    await page.getByRole('button', { name: 'Escuchar esta página' }).click()
    const said = await page.evaluate<string[]>('window.said')
    expect(said[0]).toMatch(/pas/)
    expect(said.join(' ')).not.toContain('Esperé tres horas')
    await page.getByRole('button', { name: 'Dejar de escuchar' }).click()
    expect(await page.getByRole('button', { name: 'Escuchar esta página' }).count()).toBe(1)
    await context.close()
  })

  it('is not offered without a voice of the device', async () => {
    const page = await demo.browser.newPage()
    await page.goto(`${demo.app.url}/demo`)
    expect(await page.getByRole('button', { name: 'Escuchar' }).count()).toBe(0)
    await page.close()
  })
})
