import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { findGap, listCasesOfRow, topPriority } from '../../../src/improvements/gaps/index.ts'
import { getBookRules } from '../../../src/administrations/index.ts'
import { listTasks } from '../../../src/improvements/tasks/index.ts'
import { buildCodedCorpus } from '../../analysis/coded-corpus.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { buildValidatedProcess } from '../validated-process.ts'

const WAITING = Array.from({ length: 6 }, (_, index) => ({
  text: `Esperé mucho tiempo, vez ${index}`,
  caseId: randomUUID(),
  severity: 4 as const,
}))

let demo: DemoApp
let home = ''
let administrationId = ''

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const { administration, centres } = await getBookRules(system, 'demo', system.clock())
  administrationId = administration.administrationId
  const centre = centres.findIndex(({ slug }) => slug === 'centro')
  await buildCodedCorpus(
    system,
    WAITING.map((idea) => ({ ...idea, centre })),
  )
  await buildValidatedProcess(system, { centre: 'centro', service: 'actas' })
})
afterAll(() => demo.close())

const rowLinks = (html: string) => [
  ...new Set([...html.matchAll(/href="([^"]+\/filas\/[0-9a-f-]{36})"/g)].map(([, to]) => to ?? '')),
]

describe('The analysis of gaps', () => {
  it('AB-01: begins with every activity of the validated process as a row', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get('/personal/demo/brechas?centro=centro')
    await owner.submit({ periodUntil: '2026-02-01', periodFrom: '2026-02-02' }, { form: 'begin' })
    expect(owner.page.text).toContain('No puede terminar antes de empezar')
    const period = { periodFrom: '2026-01-01', periodUntil: '2026-03-31', reviewOn: '2026-09-01' }
    await owner.submit(period, { form: 'begin' })
    home = owner.page.path.split('?')[0] ?? ''
    expect(rowLinks(owner.page.html)).toHaveLength(3)
    expect(owner.page.text).toContain('1. Recibir la solicitud')
    expect(owner.page.text).not.toContain('¿Está completa?')
    expect(await htmlProblems(owner.page.html)).toEqual([])
  })

  it('AB-02: takes a problem with a few ticks from what people said, with how many said it', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const [first] = rowLinks((await owner.get(home)).html)
    await owner.get(first ?? '')
    expect(owner.page.text).toContain('6 de 6 casos')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    const link = /name="link" value="(code:[^"]+)"/.exec(owner.page.html)?.[1] ?? ''
    await owner.submit({ link: [link] }, { form: 'row' })
    expect(owner.page.text).toContain('La fila quedó guardada')
    expect(owner.page.text).toContain('6 de 6 casos')
    expect(owner.page.text).toContain('frecuencia 4 × gravedad 4')
  })

  it('AB-03: has no row with a problem and without what follows from it', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get(home)
    expect(owner.page.text).toContain('Falta la acción. Falta decir si el centro puede.')
    expect(owner.page.text).toContain('Faltan completar 3 filas')
    expect(owner.page.forms.some(({ id }) => id === 'close')).toBe(false)
  })

  it('AB-04: asks of each activity a problem, or that expressly there is none', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const [, second, third] = rowLinks((await owner.get(home)).html)
    await owner.get(second ?? '')
    await owner.submit({ problem: 'Algo', noProblem: 'Nada' }, { form: 'row' })
    expect(owner.page.text).toContain('pero no las dos cosas')
    for (const row of [second, third]) {
      await owner.get(row ?? '')
      await owner.submit({ problem: '', noProblem: 'Nadie lo menciona' }, { form: 'row' })
    }
    expect(owner.page.text).toContain('Sin problema: Nadie lo menciona')
    expect(owner.page.text).toContain('Falta completar 1 fila')
  })

  it('keeps both texts when two people write one row', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const head = await signIn(demo.app, 'jefatura')
    const [first] = rowLinks((await owner.get(home)).html)
    await owner.get(first ?? '')
    await head.get(first ?? '')
    await owner.submit({ action: 'Abrir otra ventanilla' }, { form: 'row' })
    await head.submit({ action: 'Dar turnos por teléfono' }, { form: 'row' })
    expect(head.page.status).toBe(409)
    expect(head.page.text).toContain('Abrir otra ventanilla')
    expect(head.page.html).toContain('Dar turnos por teléfono</textarea>')
  })

  it('AB-05: gives each action an owner and a day, and makes them a task once it is closed', async () => {
    const { system } = demo.test
    const owner = await signIn(demo.app, 'mejora')
    const [first] = rowLinks((await owner.get(home)).html)
    await owner.get(first ?? '')
    const own = await accountOf(system, 'mejora')
    const gone = { owner: randomUUID(), dueOn: '2026-05-30' }
    await owner.submit({ ...gone, feasibility: '3', criteria: ['Q04'] }, { form: 'row' })
    expect(owner.page.text).toContain('Esa persona ya no trabaja aquí')
    await owner.submit({ owner: own }, { form: 'row' })
    await owner.submit({}, { form: 'close' })
    expect(owner.page.text).toContain('El análisis quedó cerrado')
    const tasks = await listTasks(system.db, administrationId, {})
    expect(tasks.map(({ what, dueOn, ownerId }) => [what, dueOn, ownerId])).toEqual([
      ['Abrir otra ventanilla', '2026-05-30', own],
    ])
  })

  it('AB-06: says which gap comes first and with what reasons', async () => {
    const { db } = demo.test.system
    const owner = await signIn(demo.app, 'mejora')
    expect((await owner.get(home)).text).toContain(
      '24 Primera 24 = relevancia 16 (frecuencia 4 × gravedad 4) + criterios 2 + factible 6',
    )
    const [top] = await topPriority(db, { administrationId })
    expect(top?.action).toBe('Abrir otra ventanilla')
    const locked = await findGap(db, administrationId, top?.rowId ?? '')
    expect(locked).toMatchObject({ isTop: true, priority: { score: 24 }, newest: { version: 1 } })
    const cases = await listCasesOfRow(db, administrationId, top?.rowId ?? '')
    expect(cases.toSorted()).toEqual(WAITING.map(({ caseId }) => caseId).toSorted())
  })

  it('carries what it said into its next version, and knows a line that vanished', async () => {
    const { db } = demo.test.system
    const owner = await signIn(demo.app, 'mejora')
    const [before] = await topPriority(db, { administrationId })
    await owner.get(`/personal/demo/proyectos/nuevo?centro=centro&brecha=${before?.rowId}`)
    await owner.submit({ title: 'Otra ventanilla' })
    const project = owner.page.path.replace(/\/plan$/, '')
    expect((await owner.get(project)).text).not.toContain('La brecha ya no está')
    await owner.get('/personal/demo/brechas?centro=centro')
    await owner.submit({}, { form: 'begin' })
    expect(owner.page.text).toContain('Abrir otra ventanilla')
    const [first] = rowLinks(owner.page.html)
    await owner.get(first ?? '')
    await owner.submit({ problem: '', link: [], noProblem: 'Ya no se espera' }, { form: 'row' })
    await owner.submit({}, { form: 'close' })
    const locked = await findGap(db, administrationId, before?.rowId ?? '')
    expect(locked).toMatchObject({ newest: { version: 2, row: null } })
    expect(locked?.row.problem).toBe(before?.problem)
    expect((await owner.get(project)).text).toContain(
      'La brecha ya no está en el análisis más nuevo',
    )
  })

  it('is filed lying, a row for every activity', async () => {
    const evaluator = await signIn(demo.app, 'evaluacion')
    const answer = await evaluator.request(`${home}/brechas.pdf`)
    const paper = readPdf(Buffer.from(await answer.arrayBuffer()))
    expect(paper.size[0]).toBeGreaterThan(paper.size[1])
    expect(paper.text).toContain('Abrir otra ventanilla')
  })

  it('tells where to begin with reasons, and says where too little is known', async () => {
    const owner = await signIn(demo.app, 'mejora')
    await owner.get('/personal/demo/brechas/por-donde-empezar')
    expect(owner.page.text).toContain('Actas del Registro Civil')
    expect(owner.page.text).toContain('Sin datos suficientes')
    expect(await htmlProblems(owner.page.html)).toEqual([])
  })

  it('AB-07: states its period and warns once it is no longer current', async () => {
    const owner = await signIn(demo.app, 'mejora')
    expect((await owner.get(home)).text).toContain('Se revisa el 1 de septiembre de 2026. Vigente')
    demo.test.clockAt('2026-09-02T16:00:00Z')
    const later = await signIn(demo.app, 'mejora')
    expect((await later.get('/personal/demo/brechas?centro=centro')).text).toContain('Vencido')
  })
})
