import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Page } from 'playwright-core'
import { demoSecrets, foundDemo } from '../../src/corruption-reports/index.ts'
import { keepSealed } from '../../src/corruption-reports/retention/keep-sealed.ts'
import { findAccountByEmail } from '../../src/people/index.ts'
import { signInMember } from '../corruption-reports/officers/sign-in-member.ts'
import { openPart } from '../corruption-reports/sealed-sample.ts'
import { openDemoInBrowser } from '../support/demo-app.ts'

// one life of a report, in the browsers of six people
jest.setTimeout(300_000)

let demo: Awaited<ReturnType<typeof openDemoInBrowser>>
let words = ''

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

async function inBrowser(walk: (page: Page) => Promise<void>, width = 360): Promise<void> {
  const context = await demo.browser.newContext({ viewport: { width, height: 800 } })
  try {
    await walk(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Somebody of the office who opens their room with the six words of the demonstration. */
async function asMember(
  name: string,
  room: string,
  walk: (page: Page) => Promise<void>,
): Promise<void> {
  const { system } = demo.test
  const email = `${name}@demo.example`
  const account = await findAccountByEmail(system.db, email)
  const context = await demo.browser.newContext({ viewport: { width: 1280, height: 900 } })
  try {
    await signInMember(system, context, account?.accountId ?? '', demo.app.url)
    const page = await context.newPage()
    await page.goto(`${demo.app.url}/personal/demo/${room}`)
    await page.fill('#passphrase', demoSecrets(email).words.join(' '))
    await page.click('#room-unlock-form button')
    await page.waitForSelector('#room-list:not([hidden])')
    await walk(page)
  } finally {
    await context.close()
  }
}

const asOfficer = (name: string, walk: (page: Page) => Promise<void>) =>
  asMember(name, 'denuncias', walk)

async function openOnlyReport(page: Page): Promise<void> {
  await page.selectOption('#room-state', '').catch(() => undefined)
  await page.click('.case-row button')
  await page.waitForSelector('[data-part=narration]')
}

async function act(page: Page, name: string, fill: () => Promise<unknown>): Promise<void> {
  await page.click(`.room-acts button:text-is("${name}")`)
  await fill()
  await page.click('[data-part=form] button.govuk-button')
}

async function actAndSee(page: Page, name: string, fill: () => Promise<unknown>): Promise<void> {
  await act(page, name, fill)
  await page.waitForSelector(`#room-said:has-text("Listo: ${name}")`)
}

async function comeBack(page: Page): Promise<void> {
  await page.goto(`${demo.app.url}/demo/denuncia/seguimiento`)
  await page.fill('[name=words]', words)
  await page.click('form[data-return] button')
}

describe('The life of a sealed report', () => {
  it('is told in a browser, with a name under its own seal', async () => {
    await inBrowser(async (page) => {
      await page.goto(`${demo.app.url}/demo/denuncia`)
      await page.click('form[data-begin] button')
      await page.waitForSelector('form.journey')
      await page.fill('[name=narration]', 'Cobran por adelantar los permisos')
      for (let step = 1; step < 6; step++) await page.click('[data-go-on]')
      await page.check('[value=given]')
      await page.fill('[name=names]', 'Rosalba Canario')
      await page.click('[data-go-on]')
      await look(page, 'check')
      await page.click('[data-go-on]')
      await page.waitForSelector('[data-receipt]:not([hidden])')
      await look(page, 'receipt')
      words = (await page.locator('[data-words] li').allInnerTexts()).join(' ')
    })
    expect(words.split(' ')).toHaveLength(10)
  })

  it('is opened by an officer, who asks', async () => {
    await asOfficer('integridad', async (page) => {
      await openOnlyReport(page)
      expect(await page.textContent('[data-part=narration]')).toBe(
        'Cobran por adelantar los permisos',
      )
      await actAndSee(page, 'Empezar la revisión', () => page.fill('#act-message', 'La leímos.'))
      await page.fill('#room-write', '¿Tiene algún papel?')
      await page.click('[data-part=write] button')
      await page.waitForSelector('.timeline__item--message:has-text("algún papel")')
    })
  })

  it('is answered by the reporter with a file, which the officer sees', async () => {
    await inBrowser(async (page) => {
      await comeBack(page)
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
    await asOfficer('integridad', async (page) => {
      await openOnlyReport(page)
      await page.waitForSelector('.timeline__item:has-text("precios.txt")')
      await look(page, 'officer')
    })
  })

  it('goes on without an officer in whom a conflict was found', async () => {
    await asOfficer('integridad2', openOnlyReport)
    await asOfficer('integridad', async (page) => {
      await openOnlyReport(page)
      const other = await findAccountByEmail(demo.test.system.db, 'integridad2@demo.example')
      await actAndSee(page, 'Apartar a quien tiene un conflicto', async () => {
        await page.check(`#act-member-${other?.accountId}`)
        await page.fill('#act-reason', 'Es familiar de quien cobra.')
      })
    })
    await asOfficer('integridad2', async (page) => {
      expect(await page.locator('.case-row').count()).toBe(0)
    })
    await asOfficer('integridad3', openOnlyReport)
    await inBrowser(async (page) => {
      await comeBack(page)
      await page.getByText('Cambió quién puede leerla').waitFor()
      await page.fill('[name=message]', 'Gracias por apartarla')
      await page.click('[data-write] button:not([type=button])')
      await page.getByText('Gracias por apartarla').waitFor()
    })
  })

  it('gives the identity when two custodians agree, and tells the reporter', async () => {
    await asOfficer('integridad', async (page) => {
      await openOnlyReport(page)
      await act(page, 'Pedir la identidad', () =>
        page.fill('#act-reason', 'La fiscalía la pide por escrito.'),
      )
      await page.getByText('Pedido. Espera a las personas custodias').waitFor()
    })
    for (const custodian of ['custodia', 'custodia2']) {
      await asMember(custodian, 'custodia', async (page) => {
        await page.getByText('La fiscalía la pide por escrito.').waitFor()
        await page.click('[data-part=give]')
        await page.getByText('Listo: dio su parte').waitFor()
      })
    }
    await asOfficer('integridad', async (page) => {
      await openOnlyReport(page)
      await page.click('button:text-is("Ver la identidad")')
      await page.getByText('Rosalba Canario').waitFor()
    })
    await inBrowser(async (page) => {
      await comeBack(page)
      await page.getByText('Se abrió su nombre a quien lo pidió').waitFor()
    })
  })

  it('is sent on, has an outcome and ends, and the reporter reads it', async () => {
    await asOfficer('integridad', async (page) => {
      await openOnlyReport(page)
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
    await inBrowser(async (page) => {
      await comeBack(page)
      await page.getByText('Se confirmó y hay un procedimiento.').waitFor()
      await page.getByText('El caso terminó. Si hay algo nuevo').waitFor()
      await look(page, 'ended')
    })
  })

  it('is erased on its day, and nobody opens it again', async () => {
    const { system } = demo.test
    demo.test.clockAt('2028-04-03T08:00:00Z')
    await keepSealed(system, openPart(demo.test), system.clock())
    await asOfficer('integridad', async (page) => {
      await page.selectOption('#room-state', '').catch(() => undefined)
      expect(await page.locator('.case-row').count()).toBe(0)
    })
    await inBrowser(async (page) => {
      await comeBack(page)
      await page.waitForSelector('.govuk-error-message, .govuk-error-summary')
    })
  })
})
