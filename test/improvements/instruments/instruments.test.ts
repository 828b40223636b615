import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../../src/administrations/index.ts'
import { readDue } from '../../../src/improvements/due-items.ts'
import { listInstruments } from '../../../src/improvements/instruments/instrument-store.ts'
import { beginInstrument, tellProofs } from '../../../src/improvements/instruments/index.ts'
import { disseminate } from '../../../src/improvements/dissemination/index.ts'
import { getProject } from '../../../src/improvements/projects/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import {
  callPhase,
  castVotes,
  listCards,
  listGroups,
  moveCard,
  nameGroup,
  openBoard,
} from '../../../src/analysis/board/index.ts'
import { buildCodedCorpus, type CodedCorpus } from '../../analysis/coded-corpus.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'
import type { Visitor } from '../../support/visitor.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { makeProject } from '../told/verified-project.ts'

const SHELF = '/personal/demo/instrumentos?centro=centro&anio=2026'
const t = translator('es')

let demo: DemoApp
let head: Visitor
let owner: Visitor
let corpus: CodedCorpus
let administrationId = ''
let centreId = ''

beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const { administration, centres } = await getBookRules(system, 'demo', system.clock())
  administrationId = administration.administrationId
  const centre = centres.findIndex(({ slug }) => slug === 'centro')
  centreId = centres[centre]!.centreId
  const waiting = Array.from({ length: 6 }, (_, index) => ({
    ...{ text: `Esperé mucho tiempo, vez ${index}`, caseId: randomUUID(), centre },
    severity: 4 as const,
  }))
  const few = { text: 'Nadie me saludó', caseId: randomUUID(), centre }
  corpus = await buildCodedCorpus(system, [...waiting, { ...few, code: 'professional_treatment' }])
  head = await signIn(demo.app, 'jefatura')
  owner = await signIn(demo.app, 'mejora')
})
afterAll(() => demo.close())

async function open(visitor: Visitor, kind: string, place = centreId): Promise<string> {
  const { system } = demo.test
  const accountId = await accountOf(system, 'mejora')
  const deed = { administrationId, accountId, at: system.clock(), today: '2026-03-02' }
  const whose = { administrationId, centreId: place, serviceId: null, year: 2026 }
  const id = await beginInstrument(system, deed, { ...whose, kind: kind as 'needs' })
  await visitor.get(`/personal/demo/instrumentos/${id}`)
  return visitor.page.path
}

const question = () => ({
  ...{ administrationId, centreId, slug: 'demo', year: 2026, today: '2026-03-02' },
  ...{ lang: 'es', t },
})
const proofOf = async (key: string) =>
  (await tellProofs(demo.test.system.db, question())).find((proof) => proof.key === key)

/** What its forms carry so that they are taken. */
function tokenOn({ page }: Visitor): Record<string, string> {
  return Object.fromEntries(page.forms.flatMap(({ values }) => values.slice(0, 1)))
}

async function bytesOf(path: string): Promise<Buffer> {
  const answer = await owner.request(path)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await answer.arrayBuffer())
}

describe('The instruments of the quality norm', () => {
  it('stand in their order, each to be begun for a centre, a service and a year', async () => {
    await owner.get(SHELF)
    expect(owner.page.text).toMatch(/Anexo 1 Autodiagnóstico.*Anexo 5 Mapa.*Anexo 8 Cultura/)
    expect(await htmlProblems(owner.page.html)).toEqual([])
    await owner.submit({}, { form: 'instrumentos?' })
    expect(owner.page.text).toContain('Autodiagnóstico de calidad')
    expect(owner.page.text).toContain('Aún no hay filas')
    await owner.get(SHELF)
    expect(owner.page.text).toContain('Borrador Versión 1')
  })

  it('take what the book has by one click, with where it comes from, and never by themselves', async () => {
    const here = await open(owner, 'needs')
    expect(owner.page.text).toContain('Aún no hay filas')
    expect(owner.page.text).toContain('provision_time: 6 de 7 casos')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    const before = owner.page.forms.find(({ id }) => id === 'take-book')!.buttons.length
    const taken = 'Que ya no pase: provision_time'
    const late = await signIn(demo.app, 'mejora')
    await late.get(here)
    await owner.submit({}, { form: 'take-book', button: taken })
    expect(owner.page.text).toContain('Viene de: provision_time: 6 de 7 casos')
    expect(owner.page.text).toContain('Falta: Expectativa')
    const after = owner.page.forms.find(({ id }) => id === 'take-book')?.buttons.length ?? 0
    expect(after).toBeLessThan(before)
    expect(await htmlProblems(owner.page.html)).toEqual([])
    // the same once more, as from a page that was left open
    await late.submit({}, { form: 'take-book', button: taken })
    expect(late.page.text.match(/Viene de: provision_time/g)).toHaveLength(1)
  })

  it('map the experience without what too few told, and without anybody’s words', async () => {
    await open(owner, 'experience')
    expect(owner.page.text).toMatch(/provision_time Etapa: Durante/)
    expect(owner.page.text).toContain('Emoción: −2 Muy mala')
    expect(owner.page.text).not.toContain('professional_treatment')
    expect(owner.page.text).not.toContain('Esperé mucho tiempo')
  })

  it('ask of the self-diagnosis what the norm asks, in one click for all', async () => {
    await open(owner, 'diagnosis')
    await owner.submit({}, { form: 'take-book', button: 'Tomar las 13 filas' })
    expect(owner.page.text).toContain('13 filas están incompletas')
    expect(owner.page.forms.some(({ id }) => id === 'take-book')).toBe(false)
  })

  it('take no empty row, and none that ends before it begins', async () => {
    await open(owner, 'schedule')
    await owner.click('Escribir una fila nueva')
    expect(await htmlProblems(owner.page.html)).toEqual([])
    await owner.submit({}, { form: 'row' })
    expect(owner.page.text).toContain('Escriba algo en la fila')
    const days = { start: '2026-05-02', end: '2026-05-01' }
    await owner.submit({ activity: 'Poner turnos', ...days }, { form: 'row' })
    expect(owner.page.status).toBe(422)
    expect(owner.page.text).toContain('No puede terminar antes de empezar')
    expect(owner.page.html).toContain('Poner turnos</textarea>')
    await owner.submit({ end: '2026-05-20' }, { form: 'row' })
    expect(owner.page.text).toContain('La fila quedó guardada')
    expect(owner.page.text).toContain('Falta: Producto, Responsable, Estado')
  })

  it('keep both texts when two people write one row', async () => {
    const here = await open(owner, 'schedule')
    await head.get(here)
    await owner.click('Cambiar')
    await head.click('Cambiar')
    const rest = { product: 'Turnero', responsible: 'Jefatura de oficina', status: 'planned' }
    await owner.submit({ ...rest, activity: 'Poner turnos en caja' }, { form: 'row' })
    await head.submit({ activity: 'Poner turnos por hora' }, { form: 'row' })
    expect(head.page.status).toBe(409)
    expect(head.page.text).toContain('Actividad: Poner turnos en caja')
    expect(head.page.html).toContain('Poner turnos por hora</textarea>')
    expect(await htmlProblems(head.page.html)).toEqual([])
    const late = { ...rest, activity: 'Poner turnos en caja, por hora' }
    await head.submit(late, { form: 'row' })
    expect(head.page.text).toContain('La fila quedó guardada')
  })

  it('show the schedule in the calendar of the year', async () => {
    const due = await readDue(demo.test.system.db, {
      ...{ administrationId, slug: 'demo', from: '2026-01-01', until: '2026-12-31' },
      ...{ t, lang: 'es' },
    })
    const scheduled = due.filter(({ kind }) => kind === 'schedule')
    expect(scheduled).toMatchObject([
      { on: '2026-05-20', title: 'Poner turnos en caja, por hora', doneOn: null, centreId },
    ])
  })
})

describe('What was already done', () => {
  it('fills the plan and the schedule with the projects of the year, with posts and no names', async () => {
    const { system } = demo.test
    const { projectId, number } = await makeProject(system, 'in_progress')
    const project = await getProject(system.db, { administrationId, projectId })
    await open(owner, 'plan', project.centreId!)
    expect(owner.page.text).toContain(`Viene de: Proyecto ${number}: Poner turnos numerados`)
    const taken = { form: 'take-book', button: 'Poner turnos numerados' }
    await owner.submit({}, taken)
    expect(owner.page.text).toMatch(
      /Poner turnos numerados La gente espera de pie y sin orden .*2 mar 2026 – 31 mar 2026.*En marcha/,
    )
    expect(owner.page.text).not.toContain('Fila de treinta personas')
    await open(owner, 'schedule', project.centreId!)
    expect(owner.page.text).toMatch(/Poner turnos numerados Producto: Fila de treinta personas/)
    await open(owner, 'culture', project.centreId!)
    expect(owner.page.text).toContain('Dar a conocer al personal: Poner turnos numerados')
  })

  it('fills the diagram with the boards that are closed, and not before', async () => {
    const { system } = demo.test
    const { corpusId, segmentIds } = corpus
    const deed = {
      ...{ administrationId, at: system.clock() },
      accountId: await accountOf(system, 'analisis'),
    }
    const whose = { administrationId, corpusId }
    await openBoard(system, deed, { corpusId, votesEach: 5, segmentIds: segmentIds.slice(0, 2) })
    for (const { cardId, version } of await listCards(system.db, whose)) {
      const [group] = await listGroups(system.db, whose)
      await moveCard(system, deed, {
        corpusId,
        cardId,
        version,
        to: group ? { group: group.groupId } : 'new',
      })
    }
    await callPhase(system, deed, { corpusId, from: 'silent', to: 'naming' })
    const [group] = await listGroups(system.db, whose)
    const seen = { corpusId, groupId: group!.groupId, version: group!.version }
    await nameGroup(system, deed, seen, 'Nadie dice cuánto falta esperar')
    await callPhase(system, deed, { corpusId, from: 'naming', to: 'voting' })
    await castVotes(system, deed, corpusId, new Map([[group!.groupId, 3]]))
    await open(owner, 'affinity')
    expect(owner.page.text).not.toContain('Nadie dice cuánto falta esperar')
    await callPhase(system, deed, { corpusId, from: 'voting', to: 'closed' })
    await open(owner, 'affinity')
    expect(owner.page.text).toMatch(
      /Nadie dice cuánto falta esperar Nota: 2 ideas de la gente .* Grupo: Grupo 1 · Votos: 3/,
    )
    await owner.submit({}, { form: 'take-book', button: 'Nadie dice cuánto' })
    await open(owner, 'plan')
    expect(owner.page.text).toContain('Por qué: Lo eligieron 3 votos')
  })

  it('fills the culture with what the staff was told', async () => {
    const { system } = demo.test
    const accountId = await accountOf(system, 'responsable')
    await disseminate(
      system,
      { administrationId, accountId, at: system.clock() },
      {
        ...{ centreId: null, subject: 'protocol', aboutId: null, title: 'Protocolo de trato' },
        ...{ edition: '2026', body: 'Saludar siempre.', link: '', audience: ['site_officer'] },
        ...{ how: 'En reunión', begunOn: '2026-02-20', dueOn: '2026-03-20', quiz: [] },
      },
    )
    await open(owner, 'culture')
    expect(owner.page.text).toMatch(
      /Protocolo de trato A quién va: Ventanilla .*Evidencia: 0 personas confirmaron/,
    )
  })
})

describe('An instrument that the office signs', () => {
  it('is signed by the head of the office, and only what was seen', async () => {
    const here = await open(owner, 'schedule')
    expect(owner.page.forms.some(({ id }) => id === 'signature')).toBe(false)
    const token = tokenOn(owner)
    await owner.post(`${here}/firma`, { ...token, revision: '4' })
    expect(owner.page.status).toBe(403)
    expect(owner.page.text).toContain('permiso')
    expect(await proofOf('instruments.schedule')).toMatchObject({
      state: 'begun',
      lacks: ['Falta la firma de la oficina.'],
    })
    await head.get(here)
    await owner.get(here)
    await owner.click('Cambiar')
    await owner.submit({ product: 'Turnero y letrero' }, { form: 'row' })
    await head.submit({}, { form: 'signature' })
    expect(head.page.status).toBe(422)
    expect(head.page.text).toContain('Otra persona lo cambió mientras tanto')
    await head.submit({}, { form: 'signature' })
    expect(head.page.text).toContain('El instrumento quedó firmado')
    expect(await htmlProblems(head.page.html)).toEqual([])
  })

  it('keeps its paper byte for byte, lying, with the columns of the annex and no name', async () => {
    const here = await open(owner, 'schedule')
    const [first, second] = [
      await bytesOf(`${here}/instrumento.pdf`),
      await bytesOf(`${here}/instrumento.pdf`),
    ]
    expect(first.equals(second)).toBe(true)
    const paper = readPdf(first)
    expect(paper.size).toEqual([841.89, 595.28])
    expect(paper.text).toContain('Anexo 2. Cronograma de actividades')
    expect(paper.text).toMatch(/Actividad.*Producto.*Responsable.*Inicio.*Fin.*Estado/s)
    expect(paper.text).toContain('Turnero y letrero')
    expect(paper.bones).toContain('/StructTreeRoot')
    const proof = await proofOf('instruments.schedule')
    expect(proof).toMatchObject({ state: 'proved', lacks: [] })
    const [one] = proof?.papers ?? []
    const chunks: Buffer[] = []
    const leaving = { db: demo.test.system.db, postOf: String, mask: String }
    for await (const chunk of await one!.open(leaving)) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks).equals(first)).toBe(true)
  })

  it('is changed by nobody, not even in the database', async () => {
    const { db } = demo.test.system
    const here = await open(owner, 'schedule')
    const id = here.split('/').at(-1)
    const change = sql`update quality_instrument_rows set place = 9 where instrument_id = ${id}`
    await expect(change.execute(db)).rejects.toThrow('rows of a signed instrument')
    const drop = sql`delete from quality_instrument_rows where instrument_id = ${id}`
    await expect(drop.execute(db)).rejects.toThrow('rows of a signed instrument')
    const other = sql`update quality_instruments set year = 2025 where instrument_id = ${id}`
    await expect(other.execute(db)).rejects.toThrow('a signed instrument stays as it is')
    await owner.get(`${here}/filas`)
    expect(owner.page.status).toBe(409)
  })

  it('goes on in the next version, and still proves as it was signed', async () => {
    const here = await open(owner, 'schedule')
    await head.get(here)
    await owner.submit({}, { form: 'version' })
    expect(owner.page.path).not.toBe(here)
    expect(owner.page.text).toContain('Versión 2 Borrador')
    expect(owner.page.text).toContain('Turnero y letrero')
    await head.submit({}, { form: 'version' })
    expect(head.page.status).toBe(409)
    const asked = { administrationId, kind: 'schedule' } as const
    const versions = await listInstruments(demo.test.system.db, asked)
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'draft'],
      [1, 'signed'],
    ])
    expect(await proofOf('instruments.schedule')).toMatchObject({ state: 'proved' })
  })

  it('of another centre does not exist for the head of this one', async () => {
    const { system } = demo.test
    const { centres } = await getBookRules(system, 'demo', system.clock())
    const other = centres.find((centre) => centre.centreId !== centreId)!
    const accountId = await accountOf(system, 'mejora')
    const deed = { administrationId, accountId, at: system.clock(), today: '2026-03-02' }
    const whose = { administrationId, centreId: other.centreId, serviceId: null, year: 2026 }
    const id = await beginInstrument(system, deed, { ...whose, kind: 'value' })
    await head.get(`/personal/demo/instrumentos/${id}`)
    expect(head.page.status).toBe(404)
  })
})
