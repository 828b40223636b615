import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAdministrationBySlug, getBookRules } from '../../src/administrations/index.ts'
import { countOne } from '../../src/attentions/index.ts'
import { takeResponse } from '../../src/surveys/index.ts'
import { fileComplaint } from '../cases/follow/followed-case.ts'
import { foundDirectory } from '../corruption-reports/found-directory.ts'
import { buildCampaign, signIn } from '../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../support/demo-app.ts'
import { htmlProblems } from '../support/html-problems.ts'
import type { SeenPage } from '../support/page.ts'

const HOME = '/personal/demo/recojo'

let demo: DemoApp

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

/** The state beside a requirement's id on the page of the programme. */
function stateIn({ text }: SeenPage, id: string): string {
  return new RegExp(`${id} \\S+ (Probado|Empezado|Falta)`).exec(text)?.[1] ?? ''
}

describe('The programme of collection', () => {
  it('shows an evaluator each requirement by its id, with what is missing', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    const page = await evaluator.get(HOME)
    expect(['NC-01', 'NC-02', 'NC-03', 'NC-04', 'NC-05'].map((id) => stateIn(page, id))).toEqual([
      'Empezado',
      'Falta',
      'Falta',
      'Falta',
      'Falta',
    ])
    expect(page.text).toContain('El libro recibe: Queja')
    expect(evaluator.page.forms.some(({ names }) => names.has('text'))).toBe(false)
    for (const name of ['unidad', 'ventanilla']) {
      expect([name, (await (await signIn(demo.app, name)).get(HOME)).status]).toEqual([name, 403])
    }
    expect((await (await signIn(demo.app, 'auditoria')).get(HOME)).status).toBe(200)
  })

  it('counts the sealed door among the proofs only once somebody could report there', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    const door = 'Las denuncias de corrupción tienen su propia puerta'
    expect((await evaluator.get(HOME)).text).not.toContain(door)
    const { system } = demo.test
    const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
    await foundDirectory(system, administrationId)
    expect((await evaluator.get(HOME)).text).toContain(door)
  })

  it('has its procedure validated by the head and by the evaluator, each with name and day', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${HOME}/documentos/procedure`)
    await manager.submit({ text: '' })
    expect(manager.page.text).toContain('Escriba el texto o suba el documento')
    await manager.submit({ text: 'Uno. Recibir.\nDos. Registrar.' })
    expect(manager.page.text).toContain('La versión quedó guardada.')
    expect(manager.page.text).not.toContain('Validar esta versión')

    const head = await signIn(demo.app, 'jefatura')
    await head.get(`${HOME}/documentos/procedure`)
    await head.submit({}, { form: 'validacion' })
    expect(head.page.text).toContain('Validado por la jefatura')
    expect(stateIn(await head.get(HOME), 'NC-03')).toBe('Empezado')
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(`${HOME}/documentos/procedure`)
    await evaluator.submit({}, { form: 'validacion' })
    expect(evaluator.page.text).toContain('Validado por quien evalúa')
    expect(evaluator.page.text).toContain('2 de marzo de 2026')
    expect(stateIn(await evaluator.get(HOME), 'NC-03')).toBe('Probado')

    await manager.get(`${HOME}/documentos/procedure`)
    await manager.submit({ text: 'Uno. Recibir mejor.' })
    expect(manager.page.text).toContain('Versión 2')
    expect(manager.page.text).toContain('Nadie la ha validado todavía.')
    expect(manager.page.text).toContain('Dos. Registrar.')
    expect(stateIn(await manager.get(HOME), 'NC-03')).toBe('Empezado')
  })

  it('takes a document as PDF and nothing else, and gives it back as a file', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${HOME}/documentos/mechanism`)
    await manager.submit({ file: new File(['<script>'], 'x.pdf', { type: 'application/pdf' }) })
    expect(manager.page.status).toBe(422)
    expect(manager.page.text).toContain('El archivo no es un PDF')
    await manager.submit({ file: new File(['%PDF-1.7 hola'], 'Mecanismo 2026.pdf') })
    const link = manager.page.links.find(({ text }) => text === 'Mecanismo 2026.pdf')
    const file = await manager.request(link!.href)
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(await file.text()).toBe('%PDF-1.7 hola')
    expect(stateIn(await manager.get(HOME), 'NC-01')).toBe('Probado')
  })

  it('asks the strategy piece by piece', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${HOME}/documentos/strategy`)
    await analyst.submit({ goals: 'Oír a todos.' })
    expect(stateIn(await analyst.get(HOME), 'NC-02')).toBe('Empezado')
    await analyst.get(`${HOME}/documentos/strategy`)
    await analyst.submit({
      population: 'Personas atendidas',
      channels: 'QR',
      instruments: 'Encuesta general',
      periods: 'Cada trimestre',
      owner: 'Análisis',
    })
    expect(stateIn(await analyst.get(HOME), 'NC-02')).toBe('Probado')
  })

  it('keeps what was planned beside what was done, with the proof', async () => {
    const manager = await signIn(demo.app, 'responsable')
    await manager.get(`${HOME}/calendario`)
    expect(manager.page.text).toContain('No hay nada planeado ni hecho este año.')
    const activity = { name: 'Entrevistas', plannedFrom: '2026-02-16', plannedUntil: '2026-02-20' }
    await manager.submit({ ...activity, plannedUntil: '2026-02-01' })
    expect(manager.page.text).toContain('No puede terminar antes de empezar')
    await manager.submit(activity)
    expect(manager.page.text).toContain('La actividad quedó en el calendario.')
    expect(manager.page.text).toContain('Atrasado')
    expect(await htmlProblems(manager.page.html)).toEqual([])
    await manager.submit({ doneOn: '2026-02-20', evidence: '' })
    expect(manager.page.text).toContain('Diga dónde está la prueba')
    expect(await htmlProblems(manager.page.html)).toEqual([])
    await manager.submit({ doneOn: '2026-02-20', evidence: 'Carpeta 12, folios 4 a 9' })
    expect(manager.page.text).toContain('La actividad quedó como hecha.')
    const page = await manager.get(HOME)
    expect(stateIn(page, 'NC-04')).toBe('Probado')
    expect(page.text).toContain('Entrevistas: Carpeta 12, folios 4 a 9')
  })

  it('notes surveys, attentions and cases by itself', async () => {
    const { system } = demo.test
    const campaign = await buildCampaign(system)
    const { administrationId, campaignId } = campaign
    await takeResponse(system, {
      administrationId,
      campaignId,
      responseId: randomUUID(),
      respondedOn: '2026-03-02',
      channel: 'qr',
      centreId: null,
      serviceId: null,
      caseKind: null,
      overall: 5,
      resolved: 'yes',
    })
    const book = await getBookRules(system, 'demo', system.clock())
    await countOne(system, administrationId, {
      centreId: book.centres[0]!.centreId,
      serviceId: book.services[0]!.serviceId,
      day: '2026-03-02',
      channel: 'counter',
    })
    await fileComplaint(system)
    const evaluator = await signIn(demo.app, 'evaluacion')
    const page = await evaluator.get(HOME)
    expect(stateIn(page, 'NC-05')).toBe('Probado')
    expect(page.text).toContain('Queja: 1 en el libro')
    expect(page.text).toContain('Atenciones contadas: 1')
    await evaluator.get(`${HOME}/calendario`)
    expect(evaluator.page.text).toContain('Encuesta: Ventanillas en marzo')
    expect(evaluator.page.text).toContain('Conteo de atenciones')
  })

  it.each(['es', 'en'])('has sound pages in %s', async (language) => {
    for (const name of ['responsable', 'evaluacion']) {
      const visitor = await signIn(demo.app, name, language)
      for (const path of ['', '/calendario', '/documentos/strategy', '/documentos/procedure']) {
        await visitor.get(HOME + path)
        expect([name, path, visitor.page.status]).toEqual([name, path, 200])
        expect(await htmlProblems(visitor.page.html)).toEqual([])
      }
      expect((await visitor.get(`${HOME}/documentos/otro`)).status).toBe(404)
    }
  })
})
