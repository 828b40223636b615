import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Centre } from '../../../src/administrations/index.ts'
import {
  beginEvaluation,
  elementsOf,
  findOwnModel,
  listEvaluations,
  markElements,
  signEvaluation,
} from '../../../src/improvements/evaluation/index.ts'
import { foundDirectory } from '../../corruption-reports/found-directory.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { adoptInDemo } from './adopt.ts'

const HOME = '/personal/demo/evaluacion'

let demo: DemoApp
let adopted: Awaited<ReturnType<typeof adoptInDemo>>
let centre: Centre

beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

const inCentre = (path = '') => `${HOME}${path}?anio=2026&centro=${centre.slug}`

describe('The evaluation of a centre', () => {
  it('begins when the administration adopts a model, which an evaluator may do and a head may not', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(HOME)
    expect(head.page.text).toContain('no ha adoptado un modelo')
    expect((await head.get(`${HOME}/modelo`)).forms.some(({ names }) => names.has('code'))).toBe(
      false,
    )
    adopted = await adoptInDemo(demo.test.system)
    centre = adopted.book.centres.find(({ slug }) => slug === 'centro')!
    await head.get(HOME)
    expect(head.page.text).toContain('Necesidades del ciudadano')
    expect(await htmlProblems(head.page.html)).toEqual([])
  })

  it('NC-09, MD-08, AC-05: shows what the book proves by itself, with a link to where it stands', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(inCentre('/criterios/informacion'))
    expect(evaluator.page.text).toMatch(
      /IN-01 .* El libro lo prueba Catálogo de trámites y servicios/,
    )
    expect(evaluator.page.text).toMatch(/IN-07 .* Falta No hay nada que lo muestre todavía/)
    await evaluator.get(inCentre('/criterios/protocolo'))
    expect(evaluator.page.text).toMatch(/AC-05 .{0,200}Falta/)
    await foundDirectory(demo.test.system, adopted.administrationId)
    await evaluator.get(inCentre('/criterios/protocolo'))
    expect(evaluator.page.text).toMatch(/AC-05 .{0,200}El libro lo prueba/)
    await evaluator.get(inCentre('/criterios/necesidades'))
    expect(evaluator.page.text).not.toContain('Casos del año')
    await fileComplaint(demo.test.system)
    await evaluator.get(inCentre('/criterios/necesidades'))
    expect(evaluator.page.text).toContain('Casos del año: 1. Con respuesta: 0')
    expect(evaluator.page.links.some(({ href }) => href === '/personal/demo/casos')).toBe(true)
    expect(await htmlProblems(evaluator.page.html)).toEqual([])
  })

  it('keeps what a person adds to an element, and who owes what is missing as a task', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(inCentre('/elementos/IN-07'))
    await head.submit(
      { file: new File(['%PDF-1.7\n%%EOF'], 'Guía digital.pdf') },
      { form: 'evidencias' },
    )
    expect(head.page.text).toContain('Guía digital.pdf')
    await head.get(inCentre('/elementos/SO-03'))
    await head.submit({ what: 'Dibujar el croquis', dueOn: '2026-01-10' }, { form: 'encargo' })
    expect(head.page.text).toContain('La fecha ya pasó')
    await head.submit({ dueOn: '2026-04-10' }, { form: 'encargo' })
    expect(head.page.text).toContain('Dibujar el croquis')
    expect(await htmlProblems(head.page.html)).toEqual([])
    await head.get(inCentre('/criterios/seguridad-orden-limpieza'))
    expect(head.page.text).toMatch(/SO-03 [^.]*\. Encargado Dibujar el croquis/)
    await head.get(inCentre('/criterios/informacion'))
    expect(head.page.text).toMatch(/IN-07 [^.]*\. Alguien lo agregó Guía digital\.pdf/)
  })

  it('asks why an element is not met, and shows both where two marked it at once', async () => {
    const head = await signIn(demo.app, 'jefatura')
    await head.get(HOME)
    await head.submit({}, { form: 'hechas' })
    await head.click('Imagen institucional')
    const before = head.page.path
    const other = await signIn(demo.app, 'jefatura')
    await other.get(before)
    await head.submit({ 'state-IM-01': 'not_met' })
    expect(head.page.text).toContain('IM-01: diga por qué')
    await head.submit({ 'state-IM-01': 'not_met', 'reason-IM-01': 'Faltan uniformes' })
    expect(head.page.text).toContain('Evidencias aceptadas')
    await other.submit({ 'state-IM-01': 'met', 'reason-IM-01': '' })
    expect(other.page.status).toBe(422)
    expect(other.page.text).toContain('otra persona anotó: No se cumple. Faltan uniformes')
    expect(await htmlProblems(other.page.html)).toEqual([])
    await other.submit({}, { form: 'criterios' })
    await other.click('Imagen institucional')
    expect(other.page.html).toMatch(/name="state-IM-01"[^>]*value="met" checked/)
  })

  it('is marked and signed by whose it is: a head judges no visit, an evaluator no self-evaluation', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(inCentre())
    await evaluator.click('Autoevaluación')
    const own = evaluator.page.path
    expect(evaluator.page.forms.some(({ action }) => action.includes('firma'))).toBe(false)
    const path = own.split('?')[0]!
    const visitor = await signIn(demo.app, 'responsable')
    expect((await visitor.get(own)).status).toBe(200)
    const refused = await evaluator.request(`${path}/firma`, { method: 'POST' })
    expect(refused.status).toBe(403)
  })

  it('keeps the version of the model that it was made with, and stays as it was signed', async () => {
    const { system } = demo.test
    const { deed, administrationId } = adopted
    const begun = { centreId: centre.centreId, year: 2026, kind: 'visit' } as const
    const evaluationId = await beginEvaluation(system, deed, begun)
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(`${HOME}/modelo`)
    await evaluator.submit(
      { removeId: 'imagen', removeReason: 'Ya no se pide' },
      { button: 'Quitar' },
    )
    expect(evaluator.page.text).toContain('versión 2')
    await evaluator.get(inCentre(`/hechas/${evaluationId}`))
    expect(evaluator.page.text).toContain('Se hizo con la versión 1 del modelo')
    expect(evaluator.page.text).toContain('Imagen institucional')
    await evaluator.submit({ conclusion: 'Va bien.' }, { form: 'firma' })
    expect(evaluator.page.text).toContain('Faltan elementos por marcar: 105')
    const { model } = (await findOwnModel(system.db, administrationId))!
    const met = { state: 'met', reason: '', revision: 0 } as const
    const left = elementsOf(model).map(({ id: elementId }) => ({ elementId, ...met }))
    await markElements(system, deed, evaluationId, left)
    await evaluator.get(inCentre(`/hechas/${evaluationId}/criterios/imagen`))
    const image = Object.fromEntries(
      [...evaluator.page.html.matchAll(/name="state-(IM-\d+)"/g)].map(([, id]) => [
        `state-${id}`,
        'met',
      ]),
    )
    await evaluator.submit({ ...image, 'state-IM-06': 'not_met', 'reason-IM-06': 'No se ve' })
    expect(evaluator.page.text).toContain('Resultado: 99 %. Evidencias aceptadas: 42 de 43.')
    await evaluator.submit({ conclusion: 'Va bien.' }, { form: 'firma' })
    expect(evaluator.page.text).toContain('Ya no cambia')
    expect(await htmlProblems(evaluator.page.html)).toEqual([])
    await expect(markElements(system, deed, evaluationId, left)).rejects.toThrow()
    await expect(
      system.db
        .updateTable('evaluations')
        .set({ conclusion: 'Otra' })
        .where('evaluation_id', '=', evaluationId)
        .execute(),
    ).rejects.toThrow('stays as it is')
    const all = await listEvaluations(system.db, administrationId, centre.centreId)
    expect(all.find(({ state }) => state === 'signed')?.result?.accepted).toBe(42)
  })

  it('puts centres beside their like by name, and gives none a rank', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    await evaluator.get(`${HOME}?anio=2026`)
    expect(evaluator.page.text).toContain('no se anotó el tamaño')
    expect(evaluator.page.text).toMatch(/99 %/)
    expect(evaluator.page.text).toContain('Sin visita firmada')
    expect(await htmlProblems(evaluator.page.html)).toEqual([])
  })

  it('shows what is signed over the years once there is more than one', async () => {
    const { system } = demo.test
    const { deed, administrationId } = adopted
    const begun = { centreId: centre.centreId, year: 2025, kind: 'visit' } as const
    const evaluationId = await beginEvaluation(system, deed, begun)
    const { model } = (await findOwnModel(system.db, administrationId))!
    const bad = { state: 'not_met', reason: 'No había nada', revision: 0 } as const
    const marks = elementsOf(model).map(({ id: elementId }) => ({ elementId, ...bad }))
    await markElements(system, deed, evaluationId, marks)
    await signEvaluation(system, deed, { evaluationId, conclusion: '' })
    const head = await signIn(demo.app, 'jefatura')
    await head.get(HOME)
    expect(head.page.text).toContain('2025 · Visita de evaluación')
    expect(head.page.text).toMatch(/Imagen institucional No se pedía/)
  })

  it('enters weights and adds what the administration asks besides', async () => {
    const admin = await signIn(demo.app, 'evaluacion', 'en')
    await admin.get(`${HOME}/modelo`)
    await admin.submit({ 'weight-NC-01': '0' }, { button: 'Save the weights' })
    expect(admin.page.text).toContain('A weight is a number above zero')
    await admin.submit({ 'weight-NC-01': '2,5' }, { button: 'Save the weights' })
    expect(admin.page.html).toMatch(/name="weight-NC-01"[^>]*value="2\.5"/)
    await admin.submit(
      { criterion: 'Idiomas', evidence: 'Intérpretes', element: 'Hay intérpretes.' },
      { button: 'Add an evidence' },
    )
    expect(admin.page.text).toContain('OT-')
    expect(await htmlProblems(admin.page.html)).toEqual([])
  })
})
