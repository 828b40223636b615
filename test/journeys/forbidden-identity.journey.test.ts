import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { foundDemo } from '../../src/corruption-reports/index.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { inPeru } from '../support/demo-book.ts'
import { act, beforeRoom, asOfficer, asReporter, comeBack, openReport } from './sealed-people.ts'

const NARRATION = 'Cobran el trámite gratuito'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>

beforeAll(async () => {
  demo = await openDemoInBrowser({ change: inPeru })
  const { system } = demo.test
  await foundDemo(system, 'demo', system.clock())
}, 180_000)
afterAll(() => demo.close())

async function fileWithName(): Promise<string> {
  let words = ''
  await asReporter(demo, async (page) => {
    await page.goto(`${demo.app.url}/demo/denuncia`)
    await page.click('form[data-begin] button')
    await page.fill('[name=narration]', NARRATION)
    for (let step = 1; step < 3; step++) await page.click('[data-go-on]')
    await page.fill('[name=involved]', 'La cajera de la mañana')
    for (let step = 3; step < 6; step++) await page.click('[data-go-on]')
    await page.check('[value=given]')
    await page.fill('[name=names]', 'Rosalba Canario')
    for (let step = 6; step < 8; step++) await page.click('[data-go-on]')
    await page.waitForSelector('[data-receipt]:not([hidden])')
    words = (await page.locator('[data-words] li').allInnerTexts()).join(' ')
  })
  return words
}

describe('The identity of a reporter in Peru', () => {
  it('is refused to whoever asks, with the reason of the law, and the reporter reads of it', async () => {
    const words = await fileWithName()
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      await act(page, 'Pedir la identidad', () =>
        page.fill('#act-reason', 'La pide el titular de la entidad.'),
      )
      await page.waitForSelector(
        '#room-said:has-text("La identidad de quien denuncia es reservada")',
      )
      const asked = await page.innerText('[data-part=asked]')
      expect(asked).toContain('negado')
      expect(asked).toContain('Órgano de Control Institucional (OCI)')
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.click('text=Guardar el oficio para avisar'),
      ])
      const letter = await readFile(await saved.path(), 'utf8')
      expect(letter).toContain('A: Órgano de Control Institucional (OCI)')
      expect(letter).toContain('El pedido se negó')
      expect(letter).not.toContain(NARRATION)
      expect(await page.innerText('[data-part=history]')).toContain('Se negó la identidad')
      expect(await page.content()).not.toContain('Rosalba')
    })
    await beforeRoom(demo, 'custodia', 'custodia', async (page) => {
      await page.getByText('La identidad de quien denuncia es reservada').waitFor()
      expect(await page.locator('main form, main button').count()).toBe(0)
    })
    await asReporter(demo, async (page) => {
      await comeBack(demo, page, words)
      await page.getByText('Se negó el pedido de conocer su nombre').waitFor()
    })
  }, 180_000)
})
