import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import sharp from 'sharp'
import {
  beginEvaluation,
  elementsOf,
  findOwnModel,
  markElements,
  signEvaluation,
} from '../../../src/improvements/evaluation/index.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import type { Visitor } from '../../support/visitor.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { adoptInDemo } from './adopt.ts'
import { takeAlong, type WireTablet } from './send-visit.ts'

const HOME = '/personal/demo/evaluacion'
const LATER = '2026-03-02T15:10:00.000Z'

let demo: DemoApp
let adopted: Awaited<ReturnType<typeof adoptInDemo>>
let evaluator: Visitor
let evaluationId: string
let tablet: WireTablet

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  await fileComplaint(system)
  adopted = await adoptInDemo(system)
  const { centreId } = adopted.book.centres.find(({ slug }) => slug === 'mercado')!
  const begun = { centreId, year: 2026, kind: 'visit' } as const
  evaluationId = await beginEvaluation(system, adopted.deed, begun)
  evaluator = await signIn(demo.app, 'evaluacion')
  tablet = await takeAlong(evaluator, evaluationId)
})
afterAll(() => demo.close())

const send = async (body: object) => {
  const response = await tablet.post('notas', body)
  return { status: response.status, ...((await response.json()) as { outcome?: string }) }
}
const seeEvaluation = () => evaluator.get(`${HOME}/hechas/${evaluationId}?centro=mercado`)
const markOnline = (elementId: string, revision = 0) =>
  markElements(demo.test.system, adopted.deed, evaluationId, [
    { elementId, state: 'met', reason: '', revision },
  ])

describe('A visit that goes along on a tablet', () => {
  it('takes along what is asked and what the book shows of it, and no word about a citizen', () => {
    const { copy } = tablet
    const elements = copy.criteria.flatMap(({ evidences }) => evidences.flatMap((e) => e.elements))
    expect(elements).toHaveLength(105)
    expect(elements.find(({ id }) => id === 'IN-01')).toMatchObject({ standing: 'proved' })
    expect(JSON.stringify(copy)).not.toMatch(/Robles|Esperé tres|5555/)
  })

  it('takes a note once, however often it is sent, and marks what it found', async () => {
    const words = 'Cajas en el pasillo'
    const note = tablet.note({ elementId: 'SO-10', state: 'not_met', words })
    const first = await send(note)
    expect(first).toMatchObject({ status: 200, outcome: 'taken', revision: 1 })
    expect(await send(note)).toEqual(first)
    await seeEvaluation()
    expect(evaluator.page.text.split(words)).toHaveLength(2)
    expect(evaluator.page.text).toMatch(/estandarización 0 de 6 0 % 16/)
    const changed = tablet.note({ elementId: 'SO-10', state: 'met', words: 'Ya no están' })
    expect(await send(changed)).toMatchObject({ outcome: 'taken', revision: 2 })
  })

  it('keeps a photo once among what shows the element, with the day on which it was taken', async () => {
    const colour = { r: 9, g: 90, b: 30 }
    const image = sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    const photo = tablet.photo('SO-10', '2026-02-27', new Uint8Array(await image.jpeg().toBuffer()))
    expect((await tablet.post('fotos', photo)).status).toBe(200)
    expect((await tablet.post('fotos', photo)).status).toBe(200)
    await evaluator.get(`${HOME}/elementos/SO-10?anio=2026&centro=mercado`)
    const files = evaluator.page.links.filter(({ text }) => text === 'Visita de evaluación, SO-10')
    expect(new Set(files.map(({ href }) => href)).size).toBe(1)
    expect(evaluator.page.text).toContain('27 feb 2026')
    const broken = { ...photo, takenOn: '2026-02-01', id: crypto.randomUUID() }
    expect((await tablet.post('fotos', broken)).status).toBe(422)
  })

  it('writes over nothing that was marked elsewhere meanwhile: both texts wait for a decision', async () => {
    await markOnline('SO-11')
    const found = { elementId: 'SO-11', state: 'not_met', words: 'Sin señal de salida' } as const
    expect(await send(tablet.note(found))).toMatchObject({ outcome: 'contested' })
    expect(
      await send(tablet.note({ elementId: 'SO-12', state: 'not_met', madeAt: LATER })),
    ).toMatchObject({
      outcome: 'incomplete',
    })
    expect((await tablet.ask()).undecided.map(({ elementId }) => elementId)).toEqual([
      'SO-11',
      'SO-12',
    ])
    await seeEvaluation()
    expect(evaluator.page.text).toContain('Falta decidir 2 elementos')
    expect(evaluator.page.text).toMatch(
      /SO-11 En la tableta No se cumple ?Sin señal de salida Aquí Se cumple/,
    )
    expect(await htmlProblems(evaluator.page.html)).toEqual([])
    await evaluator.submit({ conclusion: 'Bien.' }, { form: 'firma' })
    expect(evaluator.page.text).toContain('Faltan elementos por marcar')
    await seeEvaluation()
    await evaluator.submit({}, { form: 'decision', button: 'Vale lo de la tableta' })
    await evaluator.submit({}, { form: 'decision', button: 'Vale lo de la tableta' })
    expect(evaluator.page.text).toContain('Diga por qué, si vale lo de la tableta')
    await evaluator.submit({}, { form: 'decision', button: 'Vale lo de aquí' })
    expect(evaluator.page.text).not.toContain('Falta decidir')
    await evaluator.get(
      `${HOME}/hechas/${evaluationId}/criterios/seguridad-orden-limpieza?centro=mercado`,
    )
    expect(evaluator.page.html).toMatch(/name="state-SO-11"[^>]*value="not_met" checked/)
    expect(evaluator.page.html).not.toMatch(/name="state-SO-12"[^>]*value="\w+" checked/)
  })

  it('is sent by nobody else: not signed in, without the form’s token, or with another account', async () => {
    const note = tablet.note({ words: 'De otra cuenta' })
    const stranger = await fetch(
      `${demo.app.url}${HOME}/visita/sesion?evaluacion=${evaluationId}`,
      {
        headers: { accept: 'application/json' },
      },
    )
    expect(stranger.status).toBe(401)
    const bare = await evaluator.request(`${HOME}/visita/notas`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ ...note, evaluationId, key: 1 }),
    })
    expect(bare.status).toBe(403)
    const head = await signIn(demo.app, 'jefatura')
    expect((await head.request(`${HOME}/visita/`)).status).toBe(403)
    const { id, sealed } = note as { id: string; sealed: string }
    expect((await send({ id: crypto.randomUUID(), sealed })).status).toBe(422)
    expect((await send({ id, sealed: 'AAAA' })).status).toBe(422)
    expect((await send({ id, sealed, key: 7 })).status).toBe(404)
    await seeEvaluation()
    expect(evaluator.page.text).not.toContain('De otra cuenta')
  })

  it('keeps what comes after the signature beside the result', async () => {
    const { system } = demo.test
    const { model } = (await findOwnModel(system.db, adopted.administrationId))!
    await seeEvaluation()
    const marked = ['SO-10', 'SO-11']
    const met = { state: 'met', reason: '', revision: 0 } as const
    const left = elementsOf(model).filter(({ id }) => !marked.includes(id))
    const marks = left.map(({ id: elementId }) => ({ elementId, ...met }))
    await markElements(system, adopted.deed, evaluationId, marks)
    await signEvaluation(system, adopted.deed, { evaluationId, conclusion: 'Va bien.' })
    const late = tablet.note({ elementId: 'SO-01', state: 'not_met', words: 'Llegué tarde' })
    expect(await send(late)).toMatchObject({ status: 200, outcome: 'late' })
    expect((await tablet.ask()).state).toBe('signed')
    await seeEvaluation()
    expect(evaluator.page.text).toMatch(/Llegó después de la firma .{0,160}Llegué tarde/)
    expect(evaluator.page.text).toContain('Va bien.')
    expect(await htmlProblems(evaluator.page.html)).toEqual([])
  })
})
