import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { foundDemo } from '../../src/corruption-reports/index.ts'
import { keepSealed } from '../../src/corruption-reports/retention/keep-sealed.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { openPart } from '../corruption-reports/sealed-sample.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'
import { openCopies } from './another-machine.ts'
import { answerPlainly, filePlainly, withoutScripts } from './plain-reporter.ts'
import {
  act,
  actAndSee,
  asMember,
  asOfficer,
  asReporter,
  comeBack,
  countReports,
  openReport,
  readFileOf,
  type House,
} from './sealed-people.ts'

// one life of a report, in the browsers of six people
jest.setTimeout(90_000)

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let words = ''
let hash = ''
let plainWords = ''
const NARRATION = 'Cobran por adelantar los permisos'

beforeAll(async () => {
  demo = await openDemoInBrowser()
  const { system } = demo.test
  await foundDemo(system, 'demo', system.clock())
})
afterAll(() => demo.close())

const shots = process.env['LIFE_SHOTS']
const look = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

describe('The life of a sealed report', () => {
  it('is told in a browser, with a name under its own seal', async () => {
    await asReporter(demo, async (page) => {
      await page.goto(`${demo.app.url}/demo/denuncia`)
      await page.click('form[data-begin] button')
      await page.waitForSelector('form.journey')
      await page.fill('[name=narration]', NARRATION)
      for (let step = 1; step < 6; step++) await page.click('[data-go-on]')
      await page.check('[value=given]')
      await page.fill('[name=names]', 'Rosalba Canario')
      await page.click('[data-go-on]')
      await look(page, 'check')
      await page.click('[data-go-on]')
      await page.waitForSelector('[data-receipt]:not([hidden])')
      await look(page, 'receipt')
      words = (await page.locator('[data-words] li').allInnerTexts()).join(' ')
      hash = await page.innerText('[data-hash]')
    })
    expect(words.split(' ')).toHaveLength(10)
  })

  it('is opened by an officer, who asks', async () => {
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      expect(await page.textContent('[data-part=narration]')).toBe(NARRATION)
      await actAndSee(page, 'Empezar la revisión', () => page.fill('#act-message', 'La leímos.'))
      await page.fill('#room-write', '¿Tiene algún papel?')
      await page.click('[data-part=write] button')
      await page.waitForSelector('.timeline__item--message:has-text("algún papel")')
    })
  })

  it('is answered by the reporter with a file, which the officer sees', async () => {
    await asReporter(demo, async (page) => {
      await comeBack(demo, page, words)
      await page.getByText('¿Tiene algún papel?').waitFor()
      await page.fill('[name=message]', 'Sí, una lista de precios')
      await page.setInputFiles('[data-write] input[type=file]', {
        name: 'precios.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Permiso urgente: 500'),
      })
      await page.click('[data-write] button:not([type=button])')
      await page.getByText('Sí, una lista de precios').waitFor()
      await look(page, 'dialogue')
    })
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      await page.waitForSelector('.timeline__item:has-text("precios.txt")')
      await look(page, 'officer')
    })
  })

  it('goes on without an officer in whom a conflict was found', async () => {
    await asOfficer(demo, 'integridad2', (page) => openReport(page, NARRATION))
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      const other = await findAccountByEmail(demo.test.system.db, 'integridad2@demo.example')
      await actAndSee(page, 'Apartar a quien tiene un conflicto', async () => {
        await page.check(`#act-member-${other?.accountId}`)
        await page.fill('#act-reason', 'Es familiar de quien cobra.')
      })
    })
    await asOfficer(demo, 'integridad2', async (page) => {
      expect(await countReports(page, NARRATION)).toBe(0)
    })
    await asOfficer(demo, 'integridad3', (page) => openReport(page, NARRATION))
    await asReporter(demo, async (page) => {
      await comeBack(demo, page, words)
      await page.getByText('Cambió quién puede leerla').waitFor()
      await page.fill('[name=message]', 'Gracias por apartarla')
      await page.click('[data-write] button:not([type=button])')
      await page.getByText('Gracias por apartarla').waitFor()
    })
  })

  it('gives the identity when two custodians agree, and tells the reporter', async () => {
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      await act(page, 'Pedir la identidad', () =>
        page.fill('#act-reason', 'La fiscalía la pide por escrito.'),
      )
      await page.getByText('Pedido. Espera a las personas custodias').waitFor()
    })
    for (const custodian of ['custodia', 'custodia2']) {
      await asMember(demo, custodian, 'custodia', async (page) => {
        await page.getByText('La fiscalía la pide por escrito.').waitFor()
        await page.click('[data-part=give]')
        await page.getByText('Listo: dio su parte').waitFor()
      })
    }
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      await page.click('button:text-is("Ver la identidad")')
      await page.getByText('Rosalba Canario').waitFor()
    })
    await asReporter(demo, async (page) => {
      await comeBack(demo, page, words)
      await page.getByText('Se abrió su nombre a quien lo pidió').waitFor()
    })
  })

  it('is sent on, has an outcome and ends, and the reporter reads it', async () => {
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      await actAndSee(page, 'Enviar a otra autoridad', async () => {
        await page.selectOption('#act-receiver', 'disciplinary')
        await page.fill('#act-reason', 'Hay indicios de una falta.')
      })
      await actAndSee(page, 'Registrar el resultado', async () => {
        await page.selectOption('#act-outcome', 'confirmed')
        await page.fill('#act-reason', 'La autoridad lo confirmó.')
      })
      await actAndSee(page, 'Decir el resultado a la persona', () =>
        page.fill('#act-message', 'Se confirmó y hay un procedimiento.'),
      )
      await actAndSee(page, 'Concluir', () => page.selectOption('#act-category', 'bribery'))
    })
    await asReporter(demo, async (page) => {
      await comeBack(demo, page, words)
      await page.getByText('Se confirmó y hay un procedimiento.').waitFor()
      await page.getByText('El caso terminó. Si hay algo nuevo').waitFor()
      await look(page, 'ended')
    })
  })
})

describe('The same life without scripts on the reporter’s side', () => {
  const TOLD = 'Venden las plazas de la policía'

  it('is told on a single page, with a file', async () => {
    const dates = { file: 'fechas.txt', content: 'Martes y jueves' }
    plainWords = await filePlainly(demo, { text: TOLD, ...dates })
    expect(plainWords.split(' ')).toHaveLength(10)
  })

  it('is opened by an officer with its file, who asks', async () => {
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, TOLD)
      expect(await readFileOf(page, 'fechas.txt')).toBe('Martes y jueves')
      await actAndSee(page, 'Empezar la revisión', () => page.fill('#act-message', 'La leímos.'))
      await page.fill('#room-write', '¿A cuánto la plaza?')
      await page.click('[data-part=write] button')
      await page.waitForSelector('.timeline__item--message:has-text("A cuánto")')
    })
  })

  it('is answered with a file, and the officer reads both', async () => {
    await answerPlainly(demo, plainWords, {
      asked: '¿A cuánto la plaza?',
      text: 'Aquí está la lista',
      file: 'precios.txt',
      content: 'Plaza: 9000',
    })
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, TOLD)
      await page.getByText('Aquí está la lista').waitFor()
      expect(await readFileOf(page, 'precios.txt')).toBe('Plaza: 9000')
      await actAndSee(page, 'Registrar el resultado', async () => {
        await page.selectOption('#act-outcome', 'confirmed')
        await page.fill('#act-reason', 'La lista es de la oficina.')
      })
      await actAndSee(page, 'Decir el resultado a la persona', () =>
        page.fill('#act-message', 'Se confirmó. Se anularon las ventas.'),
      )
    })
  })

  it('tells its outcome to whoever comes back with the ten words', async () => {
    await withoutScripts(demo, async (page) => {
      await comeBack(demo, page, plainWords)
      await page.getByText('Se anularon las ventas').waitFor()
      await page.getByText('La leímos.').waitFor()
    })
  })
})

describe('A report whose day has come', () => {
  let copies: Awaited<ReturnType<typeof openCopies>>
  beforeAll(async () => {
    copies = await openCopies(demo)
  })
  afterAll(() => copies.remove())

  async function nightOf(day: string): Promise<void> {
    demo.test.clockAt(`${day}T08:00:00Z`)
    await keepSealed(demo.test.system, openPart(demo.test), demo.test.system.clock())
  }

  async function expectOnlyTheOther(house: House): Promise<void> {
    await asOfficer(house, 'integridad', async (page) => {
      expect(await countReports(page, NARRATION)).toBe(0)
      expect(await countReports(page, '')).toBe(1)
    })
    await asReporter(house, async (page) => {
      await comeBack(house, page, words)
      await page.getByText('No encontramos una denuncia').first().waitFor()
      await comeBack(house, page, plainWords)
      await page.getByText('Se anularon las ventas').waitFor()
    })
  }

  it('waits for the day to which an officer puts it off, with a reason', async () => {
    await nightOf('2028-02-28')
    await asOfficer(demo, 'integridad', async (page) => {
      await openReport(page, NARRATION)
      await actAndSee(page, 'Aplazar el borrado', async () => {
        await page.fill('#act-until', '2028-03-20')
        await page.fill('#act-reason', 'El juicio no ha terminado.')
      })
    })
    await nightOf('2028-03-20')
    await asOfficer(demo, 'integridad', async (page) => {
      expect(await countReports(page, NARRATION)).toBe(1)
    })
    await copies.writeBackup()
  })

  it('is erased the day after, and nobody opens it again', async () => {
    await nightOf('2028-03-21')
    await copies.writeKeys()
    await expectOnlyTheOther(demo)
  })

  it('does not come back with a backup of before, and its receipt still proves it', async () => {
    await copies.onAnotherMachine('2028-03-22T08:00:00Z', async (restored) => {
      await expectOnlyTheOther(restored)
      await asReporter(restored, async (page) => {
        await page.goto(`${restored.app.url}/demo/denuncia/constancias`)
        await page.fill('[name=words]', words)
        await page.fill('[name=hash]', hash)
        await page.click('form[data-prove] button')
        await page.getByText('fue presentada en la semana del 2 de marzo de 2026').waitFor()
      })
    })
  })
})
