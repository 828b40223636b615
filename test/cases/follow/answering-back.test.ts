import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { confirmExpiry } from '../../../src/cases/actions/end-case.ts'
import { requestCorrection } from '../../../src/cases/actions/request-correction.ts'
import { findCase } from '../../../src/cases/case-store.ts'
import { verifyBook } from '../../../src/cases/index.ts'
import { findRating } from '../../../src/cases/rating-store.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import type { Visitor } from '../../support/visitor.ts'
import { answerCase, asStaff, assignToUnit } from '../staff-at-work.ts'
import { fileComplaint, follow, type Filed } from './followed-case.ts'

const NOW = '2026-03-02T16:00:00Z'

let test: TestSystem
let app: RunningApp
let administrationId: string
beforeAll(async () => {
  test = await openDemoBook({ now: NOW })
  app = await startApp(test.system)
  administrationId = (await getAdministrationBySlug(test.system.db, 'demo')).administrationId
}, 60_000)
afterAll(async () => {
  const { faults } = await verifyBook(test.system.db, administrationId)
  expect(faults).toEqual([])
  await app.close()
  await test.close()
})

async function caseOf({ caseNumber }: Filed) {
  const item = await findCase(test.system.db, { administrationId, caseNumber })
  if (!item) throw new Error('The case is gone')
  return item
}

async function ask(filed: Filed, what = '¿A qué hora fue?') {
  const request = await asStaff(test.system, 'responsable', filed.caseNumber)
  await requestCorrection(test.system, request, what, test.system.clock())
}

/** On the page where the person does one thing. */
async function before(filed: Filed, address: string): Promise<Visitor> {
  const visitor = await follow(app, filed)
  await visitor.get(`/seguimiento/${filed.caseNumber}/${address}`)
  return visitor
}

const note = (name: string, text = 'Estuve el lunes a las diez.') =>
  new File([text], name, { type: 'text/plain' })

describe('A reply to what the office asked', () => {
  it('lets our clock go on, with its date moved by the days in which we waited', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    test.clockAt('2026-03-04T16:00:00Z')
    const visitor = await before(filed, 'correccion')
    expect(visitor.page.text).toContain('¿A qué hora fue?')
    expect(visitor.page.text).toContain('Puede responder hasta el 9 de marzo de 2026.')
    const page = await visitor.submit({ text: 'A las diez de la mañana.' }, { button: 'send' })
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(page.text).toContain('Recibimos su respuesta')
    expect(page.text).toContain('A las diez de la mañana.')
    expect(page.text).toContain('a más tardar el 25 de marzo de 2026')
    expect(await caseOf(filed)).toMatchObject({
      state: 'in_triage',
      dueOn: '2026-03-25',
      clockSuspended: false,
    })
    // said once
    expect((await visitor.get(page.path)).text).not.toContain('Recibimos su respuesta')
    test.clockAt(NOW)
  })

  it('takes files along, and lists them by name', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    const visitor = await before(filed, 'correccion')
    const page = await visitor.submit(
      { text: 'Va la nota.', files: note('nota del día.txt') },
      { button: 'send' },
    )
    expect(page.text).toContain('nota del día.txt')
  })

  it('may be a file and no words', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    const visitor = await before(filed, 'correccion')
    const page = await visitor.submit({ files: note('hora.txt') }, { button: 'send' })
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(page.text).toContain('hora.txt')
  })

  it('is still taken after its term, until somebody confirms that it is over', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    test.clockAt('2026-03-12T16:00:00Z')
    const visitor = await before(filed, 'correccion')
    expect(visitor.page.text).toContain('Su plazo terminó el 9 de marzo de 2026.')
    const page = await visitor.submit({ text: 'Perdón, aquí va.' }, { button: 'send' })
    expect(page.heading).toBe('Estamos leyendo su caso')
    test.clockAt(NOW)
  })

  it('that comes too late keeps the words and says what changed', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    test.clockAt('2026-03-12T16:00:00Z')
    const visitor = await before(filed, 'correccion')
    const expiry = await asStaff(test.system, 'responsable', filed.caseNumber)
    await confirmExpiry(test.system, expiry, test.system.clock())
    const page = await visitor.submit({ text: 'Fue a las diez.' }, { button: 'send' })
    expect(page.status).toBe(409)
    expect(page.heading).toBe('Su caso cambió mientras usted escribía')
    expect(page.text).toContain('No recibimos el dato a tiempo')
    expect(page.text).not.toContain('Recibimos su caso')
    expect(page.text).toContain('Fue a las diez.')
    test.clockAt(NOW)
  })

  it('counts once when it is sent twice', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    const visitor = await before(filed, 'correccion')
    const [form] = visitor.page.forms.filter(({ action }) => action.endsWith('correccion'))
    const fields = { ...Object.fromEntries(form?.values ?? []), text: 'A las diez.', then: 'send' }
    const path = `/seguimiento/${filed.caseNumber}/correccion`
    const answers = await Promise.all([visitor.post(path, fields), visitor.post(path, fields)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await caseOf(filed)).historyLength).toBe(4)
  })
})

describe('Information that a person adds', () => {
  it('stays with the case and tells whoever has it', async () => {
    const filed = await fileComplaint(test.system)
    await assignToUnit(test.system, filed.caseNumber)
    const visitor = await before(filed, 'informacion')
    const page = await visitor.submit({ text: 'Era la ventanilla 3.' }, { button: 'send' })
    expect(page.text).toContain('Agregamos lo que escribió a su caso')
    expect(page.text).toContain('Era la ventanilla 3.')
    const notices = await test.system.db
      .selectFrom('notices')
      .select('template')
      .where('case_id', '=', (await caseOf(filed)).caseId)
      .execute()
    expect(notices.map(({ template }) => template)).toContain('person_replied')
  })

  it('asks for words or a file', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'informacion')
    const page = await visitor.submit({ text: '   ' }, { button: 'send' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Escriba su mensaje o elija un archivo')
    expect((await caseOf(filed)).historyLength).toBe(1)
  })

  it('keeps words and good files when another file cannot be taken', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'informacion')
    const bad = new File(['MZ programa'], 'programa.exe')
    const first = await visitor.submit(
      { text: 'Va la prueba.', files: note('prueba.txt') },
      { button: 'attach' },
    )
    expect(first.status).toBe(200)
    expect(first.text).toContain('prueba.txt')
    const refused = await visitor.submit({ files: bad }, { button: 'send' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('No podemos recibir este tipo de archivo.')
    expect(refused.text).toContain('prueba.txt')
    expect(Object.fromEntries(refused.forms[0]?.values ?? [])).toMatchObject({
      text: 'Va la prueba.',
    })
    const page = await visitor.submit({}, { button: 'send' })
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(page.text).toContain('prueba.txt')
    expect(page.text).not.toContain('programa.exe')
  })

  it('can lose a file again before it is sent', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'informacion')
    await visitor.submit({ text: 'Va.', files: note('equivocado.txt') }, { button: 'attach' })
    const without = await visitor.submit({}, { button: 'Quitar' })
    expect(without.text).not.toContain('equivocado.txt')
    expect((await visitor.submit({}, { button: 'send' })).text).not.toContain('equivocado.txt')
  })

  it('does not reach the files of another case or another form', async () => {
    const one = await fileComplaint(test.system)
    const other = await fileComplaint(test.system)
    const visitor = await before(one, 'informacion')
    await visitor.submit({ text: 'Va.', files: note('ajeno.txt') }, { button: 'attach' })
    const sending = Object.fromEntries(visitor.page.forms[0]?.values ?? [])['sending'] ?? ''
    const stranger = await before(other, 'informacion')
    const page = await stranger.submit({ text: 'Dame.', sending }, { button: 'attach' })
    expect(page.text).not.toContain('ajeno.txt')
  })

  it('still reaches the case when the answer to a question came too late for it', async () => {
    const filed = await fileComplaint(test.system)
    await ask(filed)
    const late = await before(filed, 'correccion')
    const quick = await before(filed, 'correccion')
    await quick.submit({ text: 'La primera.' }, { button: 'send' })
    const page = await late.submit(
      { text: 'La segunda.', files: note('dos.txt') },
      { button: 'send' },
    )
    expect(page.status).toBe(409)
    expect(page.text).toContain('Usted respondió')
    const added = await late.submit({}, { button: 'send' })
    expect(added.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(added.text).toContain('La segunda.')
    expect(added.text).toContain('dos.txt')
  })
})

describe('A withdrawal', () => {
  it('is asked once more, and ends the case', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'retiro')
    expect(visitor.page.heading).toBe('¿Quiere retirar su caso?')
    const page = await visitor.submit({ reason: 'Ya se arregló.' })
    expect(page.heading).toBe('Usted retiró su caso')
    expect(page.text).toContain('Ya se arregló.')
    expect(page.text).not.toContain('a más tardar')
    expect(await caseOf(filed)).toMatchObject({ state: 'archived', closeReason: 'withdrawn' })
  })

  it('needs no reason', async () => {
    const filed = await fileComplaint(test.system)
    const page = await (await before(filed, 'retiro')).submit({})
    expect(page.heading).toBe('Usted retiró su caso')
  })

  it('is too late once the answer was delivered', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'retiro')
    await answerCase(test.system, filed.caseNumber)
    const page = await visitor.submit({ reason: 'Ya no hace falta.' })
    expect(page.status).toBe(409)
    expect(page.text).toContain('Le entregamos la respuesta')
    expect(page.text).toContain('Ya no hace falta.')
    expect((await caseOf(filed)).state).toBe('notified')
  })
})

describe('An opinion', () => {
  async function rated(fields: Record<string, string>) {
    const filed = await fileComplaint(test.system)
    await answerCase(test.system, filed.caseNumber)
    const visitor = await before(filed, 'opinion')
    await visitor.submit(fields)
    return { filed, visitor }
  }

  it('is kept and shown, and may be changed', async () => {
    const { filed, visitor } = await rated({
      resolved: 'partly',
      satisfaction: '4',
      comment: 'Tardó.',
    })
    expect(visitor.page.text).toContain('Gracias. Guardamos su opinión')
    expect(visitor.page.text).toContain('En parte. Conforme.')
    await visitor.click('Cambiar su opinión')
    await visitor.submit({ resolved: 'yes', satisfaction: '5' })
    expect(visitor.page.text).toContain('Sí. Muy conforme.')
    const { caseId } = await caseOf(filed)
    expect(await findRating(test.system.db, administrationId, caseId)).toMatchObject({
      resolved: 'yes',
      satisfaction: 5,
    })
  })

  it('asks for both answers and keeps the comment', async () => {
    const { visitor } = await rated({ comment: 'Bien.' })
    const { page } = visitor
    expect(page.status).toBe(422)
    expect(page.text).toContain('Elija una respuesta')
    expect(page.text).toContain('Elija qué tan conforme quedó')
    expect(Object.fromEntries(page.forms[0]?.values ?? [])).toMatchObject({ comment: 'Bien.' })
  })

  it('takes no answers of its own making', async () => {
    const { visitor, filed } = await rated({ comment: '' })
    for (const fields of [
      { resolved: 'quizá', satisfaction: '3' },
      { resolved: 'yes', satisfaction: '6' },
      { resolved: 'yes', satisfaction: '4.5' },
    ]) {
      expect((await visitor.submit(fields)).status).toBe(422)
    }
    const { caseId } = await caseOf(filed)
    expect(await findRating(test.system.db, administrationId, caseId)).toBeNull()
  })

  it('of "no" leads to a review where the regime has one', async () => {
    const { filed, visitor } = await rated({ resolved: 'no', satisfaction: '1' })
    expect(visitor.page.text).toContain('Usted dijo que no se resolvió.')
    await visitor.click('Pedir una revisión')
    expect(visitor.page.heading).toBe('Pida que revisemos la respuesta')
    expect((await visitor.submit({ reason: '' })).status).toBe(422)
    const page = await visitor.submit({ reason: 'Nadie me pidió disculpas.' })
    expect(page.text).toContain('Recibimos su pedido de revisión')
    expect(page.text).toContain('le contesta a más tardar el 16 de marzo de 2026')
    expect(page.text).not.toContain('Usted dijo que no se resolvió.')
    expect((await caseOf(filed)).reviewAsked).toBe(true)
    const again = await visitor.get(`/seguimiento/${filed.caseNumber}/revision`)
    expect(again.path).toBe(`/seguimiento/${filed.caseNumber}`)
  })
})

describe('What was typed', () => {
  it('survives the end of the visit', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'informacion')
    test.clockAt('2026-03-02T17:00:00Z')
    const asked = await visitor.submit({ text: 'Escribí\nmucho rato.' }, { button: 'send' })
    expect(asked.status).toBe(401)
    expect(asked.text).not.toContain('fila')
    const wrong = await visitor.submit({ secret: 'no es' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('La clave no es la de este caso.')
    const page = await visitor.submit({ secret: filed.trackingToken })
    expect(page.path).toBe(`/seguimiento/${filed.caseNumber}`)
    expect(page.text).toContain('Escribí mucho rato.')
    test.clockAt(NOW)
  })

  it('survives a form that the browser no longer owns, but not one of another site', async () => {
    const filed = await fileComplaint(test.system)
    const path = `/seguimiento/${filed.caseNumber}/informacion`
    const send = async (site: string) => {
      const visitor = await before(filed, 'informacion')
      const response = await visitor.request(path, {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': site },
        body: new URLSearchParams({ text: 'Lo mío', _token: 'vieja' }),
      })
      return { status: response.status, html: await response.text() }
    }
    const own = await send('same-origin')
    expect(own.status).toBe(403)
    expect(own.html).toContain('Lo mío')
    expect(own.html).toContain('Escriba su clave otra vez')
    const foreign = await send('cross-site')
    expect(foreign.status).toBe(403)
    expect(foreign.html).not.toContain('Lo mío')
    expect((await caseOf(filed)).historyLength).toBe(1)
  })

  it('is refused whole when it is too long, and comes back', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await before(filed, 'retiro')
    const page = await visitor.submit({ reason: 'a'.repeat(5001) })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Puede tener hasta 5000 letras')
    expect(page.html).toContain('a'.repeat(5001))
  })
})
