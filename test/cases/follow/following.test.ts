import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { requestCorrection } from '../../../src/cases/actions/request-correction.ts'
import {
  archiveCase,
  consolidateCase,
  markDuplicate,
  redirectCase,
  transferCase,
} from '../../../src/cases/actions/end-case.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import { startApp, type RunningApp } from '../../support/running-app.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { answerCase, asStaff, assignToUnit } from '../staff-at-work.ts'
import { fileComplaint, follow } from './followed-case.ts'

let test: TestSystem
let app: RunningApp
beforeAll(async () => {
  test = await openDemoBook({ now: '2026-03-02T16:00:00Z' })
  app = await startApp(test.system)
}, 60_000)
afterAll(async () => {
  await app.close()
  await test.close()
})

const links = (page: { links: { href: string }[] }, part: string) =>
  page.links.filter(({ href }) => href.includes(part))

describe('A case that was just filed', () => {
  it('says its state, its date and why, what comes next and what can be done', async () => {
    const filed = await fileComplaint(test.system)
    const { page } = await follow(app, filed)
    expect(page.text).toContain('Recibido')
    expect(page.text).toContain('Le respondemos a más tardar el 23 de marzo de 2026')
    expect(page.text).toContain('15 días hábiles contados desde el 3 de marzo')
    expect(page.text).toContain('Una persona va a leer lo que escribió.')
    expect(page.text).toContain('Esperé tres horas en la fila')
    const path = `/seguimiento/${filed.caseNumber}`
    expect(links(page, `${path}/`).map(({ href }) => href)).toEqual([
      `${path}/informacion`,
      `${path}/retiro`,
      `${path}/llevarse`,
      `${path}/mis-datos`,
      `${path}/constancia`,
    ])
  })

  it('is told in the language of the visitor', async () => {
    const filed = await fileComplaint(test.system)
    const { page } = await follow(app, filed, 'en')
    expect(page.heading).toBe('We received your case')
    expect(page.text).toContain('We answer you by 23 March 2026 at the latest')
    expect(page.text).toContain('15 working days')
    expect(page.html).toContain('<p class="verbatim" lang="es">Esperé tres horas')
  })

  it('shows what people write as text and never as markup', async () => {
    const filed = await fileComplaint(test.system, {
      description: '<script>alert(1)</script> & "así"',
    })
    const { page } = await follow(app, filed)
    expect(page.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;así&#34;')
  })

  it('refuses what its state does not allow, also by address', async () => {
    const filed = await fileComplaint(test.system)
    const visitor = await follow(app, filed)
    const path = `/seguimiento/${filed.caseNumber}`
    for (const address of ['correccion', 'opinion', 'revision']) {
      expect((await visitor.get(`${path}/${address}`)).path).toBe(path)
    }
    expect((await visitor.get(`${path}/otra-cosa`)).status).toBe(404)
  })
})

describe('A case that is late', () => {
  it('says so, and that the answer is still owed', async () => {
    const filed = await fileComplaint(test.system)
    test.clockAt('2026-03-24T16:00:00Z')
    const { page } = await follow(app, filed)
    expect(page.text).toContain('Debimos responderle el 23 de marzo de 2026')
    expect(page.text).toContain('Todavía le debemos la respuesta.')
    test.clockAt('2026-03-02T16:00:00Z')
  })
})

describe('An answered case', () => {
  it('shows outcome, reasons and measures, and asks whether it was resolved', async () => {
    const filed = await fileComplaint(test.system)
    await answerCase(test.system, filed.caseNumber)
    const { page } = await follow(app, filed)
    expect(page.heading).toBe('Ya le respondimos')
    expect(page.text).toContain('Resultado: Tiene razón')
    expect(page.text).toContain('Tiene usted razón. Le pedimos disculpas.')
    expect(page.text).toContain('Desde mañana habrá una persona de relevo.')
    expect(page.text).not.toContain('a más tardar')
    expect(page.text).toContain('Le entregamos la respuesta')
    const path = `/seguimiento/${filed.caseNumber}`
    expect(links(page, `${path}/`).map(({ href }) => href)).toEqual([
      `${path}/opinion`,
      `${path}/revision`,
      `${path}/llevarse`,
      `${path}/mis-datos`,
      `${path}/constancia`,
    ])
  })

  it('never shows who works on it, drafts or comments', async () => {
    const filed = await fileComplaint(test.system)
    await answerCase(test.system, filed.caseNumber)
    const { page } = await follow(app, filed)
    expect(page.text).not.toContain('Úrsula')
    expect(page.text).not.toContain('Villaseñor')
    expect(page.text).not.toContain('Proyecto')
  })

  it('words the outcome as its kind does', async () => {
    const filed = await fileComplaint(test.system, { kind: 'need' })
    await answerCase(test.system, filed.caseNumber, { outcome: 'adopted' })
    expect((await follow(app, filed)).page.text).toContain('Resultado: La atendemos')
  })
})

describe('A case of which something is asked', () => {
  it('shows the question first, until when to reply, and that our clock waits', async () => {
    const filed = await fileComplaint(test.system)
    const request = await asStaff(test.system, 'responsable', filed.caseNumber)
    await requestCorrection(test.system, request, '¿A qué hora fue?', test.system.clock())
    const { page } = await follow(app, filed)
    expect(page.heading).toBe('Necesitamos que nos diga algo más')
    expect(page.text).toContain('¿A qué hora fue?')
    expect(page.text).toContain('Puede responder hasta el 9 de marzo de 2026.')
    expect(page.text).toContain('El plazo está en pausa desde el 2 de marzo')
    expect(links(page, '/correccion')).toHaveLength(1)
  })
})

describe('A case that ended without an answer of ours', () => {
  it('names who answers now and the number there', async () => {
    const filed = await fileComplaint(test.system)
    const request = await asStaff(test.system, 'responsable', filed.caseNumber)
    const to = { body: 'Comisión del Agua', number: 'CA-77', reason: 'La red es de la comisión.' }
    await transferCase(test.system, request, to, test.system.clock())
    const { page } = await follow(app, filed)
    expect(page.heading).toBe('Enviamos su caso a otra entidad')
    expect(page.text).toContain('Ahora le responde: Comisión del Agua.')
    expect(page.text).toContain('El número que tiene allá es CA-77.')
    expect(page.text).toContain('La red es de la comisión.')
  })

  it('names the other way', async () => {
    const filed = await fileComplaint(test.system)
    const request = await asStaff(test.system, 'responsable', filed.caseNumber)
    const to = { procedure: 'Recurso de revisión', reason: 'Es una multa.' }
    await redirectCase(test.system, request, to, test.system.clock())
    expect((await follow(app, filed)).page.text).toContain('por otra vía: Recurso de revisión.')
  })

  it('names the case that it was joined to, or that was answered before', async () => {
    const now = test.system.clock()
    const first = await fileComplaint(test.system)
    const second = await fileComplaint(test.system)
    const third = await fileComplaint(test.system)
    const into = { caseNumber: first.caseNumber, reason: 'Es lo mismo.' }
    const joined = await asStaff(test.system, 'responsable', second.caseNumber)
    await consolidateCase(test.system, joined, into, now)
    expect((await follow(app, second)).page.text).toContain(
      `Seguimos los dos juntos en el caso ${first.caseNumber}`,
    )
    await answerCase(test.system, first.caseNumber)
    const duplicate = await asStaff(test.system, 'responsable', third.caseNumber)
    await markDuplicate(test.system, duplicate, into, now)
    expect((await follow(app, third)).page.text).toContain(
      `Ya le habíamos respondido sobre esto en el caso ${first.caseNumber}`,
    )
  })

  it('gives the reason and leads to a new, linked case', async () => {
    const archived = await fileComplaint(test.system)
    await assignToUnit(test.system, archived.caseNumber)
    const request = await asStaff(test.system, 'responsable', archived.caseNumber)
    await archiveCase(test.system, request, 'No hay datos.', test.system.clock())
    const { page } = await follow(app, archived)
    expect(page.heading).toBe('Su caso quedó archivado')
    expect(page.text).toContain('No hay datos.')
    expect(links(page, '/otro')).toEqual([
      {
        text: 'Presentar otro caso sobre lo mismo',
        href: `/seguimiento/${archived.caseNumber}/otro`,
      },
    ])
  })
})
