import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { returnDraft } from '../../src/cases/actions/decide-answer.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import { asStaff, assignToUnit, draftAnswer } from '../cases/staff-at-work.ts'
import { accessibilityProblems } from '../support/accessibility-problems.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let waiting: string
let returned: string
beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  waiting = (await fileComplaint(system)).caseNumber
  await fileComplaint(system, {
    service: 'alumbrado',
    description: 'Hay un cable caído que echa chispas frente a la escuela.',
  })
  returned = (await fileComplaint(system, { language: 'en' })).caseNumber
  await assignToUnit(system, returned)
  await draftAnswer(system, returned)
  const manager = await asStaff(system, 'responsable', returned)
  await returnDraft(system, manager, 'Diga cuándo.', system.clock())
}, 120_000)
afterAll(() => demo.close())

async function atWork<T>(
  name: string,
  options: { language?: string; width?: number; javaScriptEnabled?: boolean },
  work: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> {
  const { language = 'es', width = 1280, javaScriptEnabled = true } = options
  const viewport = { width, height: 800 }
  const context = await demo.browser.newContext({ viewport, javaScriptEnabled })
  try {
    await context.addCookies([{ name: 'lang', value: language, url: demo.app.url }])
    const page = await context.newPage()
    await page.goto(`${demo.app.url}/personal/entrar`)
    await page.fill('[name=email]', `${name}@demo.example`)
    await page.fill('[name=password]', 'libro-abierto-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/personal\/demo\/(casos|mi-dia)/)
    return await work(page, context)
  } finally {
    await context.close()
  }
}

/** Set to a folder, each page is left there as a picture to look at. */
const PICTURES = process.env['PICTURES']

async function examine(page: Page, context: BrowserContext): Promise<string[]> {
  const found = await accessibilityProblems(page)
  for (const width of [1280, 640, 360]) {
    await page.setViewportSize({ width, height: 800 })
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
      found.push(`too wide at ${width}`)
    if (PICTURES) {
      const name = new URL(page.url()).href.replace(/\W+/g, '-').slice(22)
      await page.screenshot({ path: `${PICTURES}/${name}-${width}.png`, fullPage: true })
    }
  }
  const sent = await context.request.get(page.url())
  found.push(...(await htmlProblems(await sent.text())))
  return found.map((one) => `${page.url()}: ${one}`)
}

describe('The pages of the staff', () => {
  it.each(['es', 'en'])(
    'have nothing that axe or html-validate find, nor are too wide, in "%s"',
    async (language) => {
      const problems: string[] = []
      await atWork('responsable', { language }, async (page, context) => {
        for (const path of [
          'casos?vista=unassigned&marcar=todos',
          'casos?vista=urgent',
          'casos?vista=open',
          `casos/${waiting}`,
          'reglas',
          'feriados',
          'reglas-de-turno/probar',
          'cuentas',
          'ausencias',
          'avisos',
        ]) {
          await page.goto(`${demo.app.url}/personal/demo/${path}`)
          problems.push(...(await examine(page, context)))
        }
      })
      await atWork('unidad2', { language, width: 360 }, async (page, context) => {
        for (const path of ['casos', `casos/${returned}`, `casos/${returned}/respuesta`]) {
          await page.goto(`${demo.app.url}/personal/demo/${path}`)
          problems.push(...(await examine(page, context)))
        }
      })
      expect(problems).toEqual([])
    },
    300_000,
  )
})

describe('Whoever assigns a case', () => {
  const handlers = (page: Page) => page.innerText('#paso')

  it('sees the people of another unit as soon as it is chosen, with what was set before', async () => {
    await atWork('responsable', {}, async (page) => {
      await page.goto(`${demo.app.url}/personal/demo/casos/${waiting}/asignacion`)
      expect(await page.isVisible('.choose-unit button')).toBe(false)
      await page.check('#paso input[name=priority][value="1"]')
      await page.focus('#area')
      await page.selectOption('#area', 'agua')
      await page.waitForURL('**/asignacion?area=agua')
      expect(await handlers(page)).toContain('Ulises Barragán Soto')
      expect(await handlers(page)).not.toContain('Úrsula Ibáñez Ríos')
      expect(await page.isChecked('#paso input[name=priority][value="1"]')).toBe(true)
      expect(await page.evaluate('document.activeElement.id')).toBe('area')
      await page.click('#paso button')
      await page.waitForURL('**hecho=asignado**')
      expect(await page.innerText('.case-facts')).toContain('Agua y Drenaje')
      const banner = await page.locator('.govuk-notification-banner').boundingBox()
      expect(banner?.height).toBeLessThan(60)
    })
  }, 120_000)

  it('has a button for it without JavaScript', async () => {
    await atWork('responsable', { javaScriptEnabled: false }, async (page) => {
      await page.goto(`${demo.app.url}/personal/demo/casos/${waiting}/asignacion`)
      await page.selectOption('#area', 'ingresos')
      await page.click('.choose-unit button')
      expect(await handlers(page)).toContain('Úrsula Ibáñez Ríos')
    })
  }, 120_000)
})

describe('The keyboard alone', () => {
  it('leads from the list to a case and its note, and shows at every stop where it is', async () => {
    await atWork('responsable', {}, async (page) => {
      await page.goto(`${demo.app.url}/personal/demo/casos?vista=all`)
      const seen: string[] = []
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press('Tab')
        seen.push(await page.evaluate<string>(FOCUS))
        if (await page.evaluate('document.activeElement.matches(".case-row a")')) break
      }
      expect(seen.filter((each) => each.startsWith('unseen'))).toEqual([])
      await page.keyboard.press('Enter')
      await page.waitForURL('**/casos/DEMO-*')
    })
  }, 120_000)
})

describe('Keys of one letter', () => {
  const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent.trim()')

  it('do nothing until they are switched on, then lead along the list and through a case', async () => {
    await atWork('responsable', {}, async (page) => {
      const list = `${demo.app.url}/personal/demo/casos?vista=all`
      await page.goto(list)
      await page.keyboard.press('j')
      expect(await focused(page)).not.toBe(await page.innerText('.case-row__title a >> nth=0'))
      await page.goto(`${demo.app.url}/personal/mi-cuenta`)
      await page.check('#page_keys')
      await page.click('form[action$="/atajos"] button')
      await page.waitForURL('**listo=keys_on')

      await page.goto(list)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('x')
      await page.keyboard.press('Control+k')
      await page.keyboard.press('K')
      expect(await page.isChecked('.case-row__check >> nth=1')).toBe(true)
      await page.keyboard.press('/')
      await page.keyboard.type('jo')
      expect(await page.inputValue('#buscar')).toBe('jo')
      await page.focus('.case-row__title a >> nth=1')
      await page.keyboard.press('?')
      expect(await page.isVisible('dialog[data-keys-help]')).toBe(true)
      expect(await accessibilityProblems(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('k')
      expect(await focused(page)).toBe(await page.innerText('.case-row__title a >> nth=0'))
      await page.keyboard.press('o')
      await page.waitForURL('**/casos/DEMO-*')
      await page.keyboard.press('n')
      await page.keyboard.type('gd')
      expect(await page.inputValue('#nota')).toBe('gd')
      await page.focus('#main-content')
      await page.keyboard.press('g')
      await page.keyboard.press('d')
      await page.waitForURL('**/personal/demo/casos')
    })
  }, 120_000)
})

describe('A click with Shift', () => {
  it('marks every case from the last one clicked', async () => {
    await atWork('responsable', {}, async (page) => {
      await page.goto(`${demo.app.url}/personal/demo/casos?vista=all`)
      await page.click('.case-row__check >> nth=0')
      await page.click('.case-row__check >> nth=2', { modifiers: ['Shift'] })
      expect(await page.isChecked('.case-row__check >> nth=1')).toBe(true)
      await page.click('.case-row__check >> nth=0', { modifiers: ['Shift'] })
      expect(await page.locator('.case-row__check:checked').count()).toBe(0)
    })
  }, 120_000)
})

/** Whether the element in focus can be told from the others: by an outline, a shadow or its ground. */
const FOCUS = `(() => {
  const element = document.activeElement
  const marks = (of) => { const s = getComputedStyle(of); return [s.outlineStyle, s.outlineWidth, s.boxShadow, s.backgroundColor].join() }
  const focused = marks(element)
  element.blur()
  const plain = marks(element)
  element.focus({ focusVisible: true })
  return (focused === plain ? 'unseen: ' : '') + (element.textContent || element.name || element.tagName).trim()
})()`
