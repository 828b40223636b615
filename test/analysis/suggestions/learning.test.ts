import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sql } from 'kysely'
import { getBookRules } from '../../../src/administrations/index.ts'
import { learnTask } from '../../../src/analysis/suggestions/actions/learn-task.ts'
import { askMachine } from '../../../src/analysis/suggestions/ask.ts'
import { suggestCodes } from '../../../src/analysis/suggestions/suggest-codes.ts'
import { countConfirmedCodings } from '../../../src/analysis/words/index.ts'
import { buildCodedCorpus } from '../coded-corpus.ts'
import { listStandings } from '../../../src/analysis/suggestions/model-store.ts'
import { findThemesOfSpan } from '../../../src/analysis/suggestions/themes/actions/find-themes-of-span.ts'
import { listThemes } from '../../../src/analysis/suggestions/themes/theme-store.ts'
import type { Task } from '../../../src/analysis/suggestions/task.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { Visitor } from '../../support/visitor.ts'
import { fileComplaint, type Filed } from '../../cases/follow/followed-case.ts'
import { copyCases } from './copy-cases.ts'
import { MATTERS, speak } from './spoken-texts.ts'

const CASES = 120

let demo: DemoApp
let administrationId: string
let unitIds: Map<string, string>
let waiting: Filed

async function learnIt(task: Task): Promise<void> {
  await learnTask(demo.test.system, { administrationId, task }, demo.test.system.clock())
}

async function standingOf(task: Task) {
  const standings = await listStandings(demo.test.system.db, administrationId)
  return standings.find((each) => each.task === task)
}

async function signedIn(name: string): Promise<Visitor> {
  const visitor = new Visitor(demo.app)
  await visitor.get('/personal/entrar')
  await visitor.submit({ email: `${name}@demo.example`, password: 'libro-abierto-demo' })
  return visitor
}

async function pageOf(name: string, { caseNumber }: Filed) {
  return (await signedIn(name)).get(`/personal/demo/casos/${caseNumber}`)
}

/** A book in which every matter went to a unit of its own, as people confirmed. */
beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const book = await getBookRules(system, 'demo', system.clock())
  administrationId = book.administration.administrationId
  const names = Object.keys(MATTERS)
  unitIds = new Map(names.map((name, at) => [name, book.units[at % book.units.length]!.unitId]))
  const filed = await fileComplaint(system)
  const copies = speak(CASES, 11).map(({ text, label, registeredAt }) => ({
    text,
    registeredAt,
    more: { state: 'in_analysis', unit_id: unitIds.get(label) },
  }))
  await copyCases(system, filed.caseNumber, copies)
  demo.test.clockAt('2026-06-01T16:00:00Z')
  waiting = await fileComplaint(system, {
    description: 'El baño estaba sucio, hay goteras y la rampa no sirve.',
  })
})

afterAll(() => demo.close())

describe('Learning from confirmed cases', () => {
  it('is silent before it has learnt', async () => {
    const text = { text: 'goteras en el baño', language: 'es' }
    const told = await askMachine(demo.test.system, { administrationId, task: 'unit', text })
    expect(told).toEqual({ silent: 'not_tried' })
  })

  it('learns the unit in a thread beside the pages, and measures it', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 5)
    await learnIt('unit')
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(10)
    const { kept, silence } = (await standingOf('unit'))!
    expect(silence).toBeNull()
    expect(kept).toMatchObject({ version: 1, examples: CASES })
    expect(kept?.measure.first).toBeGreaterThan(kept!.measure.mostFrequent)
  })

  it('suggests it with the words that weighed', async () => {
    const text = { text: 'hay goteras en el baño', language: 'es' }
    const told = await askMachine(demo.test.system, { administrationId, task: 'unit', text })
    expect(told).toMatchObject({
      suggestions: expect.arrayContaining([
        expect.objectContaining({
          code: unitIds.get('building'),
          words: expect.arrayContaining(['goteras']),
        }),
      ]),
    })
  })

  it('keeps silent about what is always the same', async () => {
    await learnIt('kind')
    expect(await standingOf('kind')).toMatchObject({ silence: 'no_better', kept: null })
  })

  it('does not learn again from the same cases', async () => {
    await learnIt('unit')
    expect((await standingOf('unit'))?.kept?.version).toBe(1)
  })
})

describe('Coding an idea', () => {
  const codes = { queue: 'provision_time', manners: 'professional_treatment' } as const
  const ask = (corpus: { corpusId: string }, text: string) => {
    const { system } = demo.test
    const asked = { administrationId, frameId: '', coderId: randomUUID(), text, language: 'es' }
    return suggestCodes(system)(system.db, { ...asked, ...corpus })
  }

  it('begins with what settled codings speak for, and learns nothing that a second reader must not hear', async () => {
    const { queue, manners } = MATTERS
    const ideas = speak(CASES, 5, { queue: queue!, manners: manners! }).map(({ text, label }) => ({
      text,
      code: codes[label as keyof typeof codes],
    }))
    const corpus = await buildCodedCorpus(demo.test.system, ideas)
    await learnIt('code')
    const [first] = await ask(corpus, 'hubo mucha espera en la fila de la ventanilla')
    expect(first?.codeId).toBe(corpus.codes.provision_time)
    expect(first?.why).toEqual(expect.arrayContaining(['fila']))

    const { db } = demo.test.system
    const settled = await countConfirmedCodings(db, administrationId)
    const [one, other] = corpus.segmentIds
    await sql`update segments set double_coded = true where segment_id in (${one}, ${other})`.execute(
      db,
    )
    await sql`update segments set coders = 2 where segment_id = ${one}`.execute(db)
    expect([settled, await countConfirmedCodings(db, administrationId)]).toEqual([CASES, 0])
  })
})

describe('A case in triage', () => {
  it('shows the unit suggested, why, and how often that was right', async () => {
    const page = await pageOf('responsable', waiting)
    expect(page.text).toContain('Lo que el sistema sugiere')
    expect(page.text).toMatch(/Por sus palabras: [^.]*goteras/)
    expect(page.text).toMatch(/Acertó en \d+ % de 24 casos que no había visto/)
    expect(page.links.map(({ href }) => href)).toEqual(
      expect.arrayContaining([expect.stringContaining('/asignacion?unit=')]),
    )
  })

  it('shows cases that say nearly the same', async () => {
    const page = await pageOf('responsable', waiting)
    expect(page.text).toContain('Dicen casi lo mismo')
    expect(page.text).toMatch(/Comparten: /)
  })

  it('shows nobody a similar case that they may not open', async () => {
    const { system } = demo.test
    const own = await fileComplaint(system, { description: 'Goteras y rampa rota, baño sucio.' })
    const unit = unitIds.get('queue')
    const account = sql`(select account_id from accounts where email = 'unidad@demo.example')`
    await sql`update cases set state = 'in_analysis', desk = 'unit', unit_id = ${unit}, handler_id = ${account}
      where case_number = ${own.caseNumber}`.execute(system.db)
    const hidden = await sql<{ number: string }>`
      select case_number as number from cases where case_number <> ${own.caseNumber}
        and not exists (select 1 from role_grants held
          where held.account_id = ${account} and held.unit_id = cases.unit_id)`.execute(system.db)
    expect(hidden.rows.length).toBeGreaterThan(0)
    const page = await pageOf('unidad', own)
    for (const { number } of hidden.rows) expect(page.text).not.toContain(number)
  })

  it('suggests nothing to whoever cannot confirm it', async () => {
    const page = await pageOf('auditoria', waiting)
    expect(page.text).not.toContain('Lo que el sistema sugiere')
    expect(page.text).toContain('Dicen casi lo mismo')
  })
})

describe('The themes of a month', () => {
  const march = { month: '2026-03-01', months: 1 } as const

  it('are found in what people told, and kept', async () => {
    const { system } = demo.test
    await findThemesOfSpan(
      system,
      { administrationId, month: '2026-02-01', months: 1 },
      system.clock(),
    )
    await findThemesOfSpan(system, { administrationId, ...march }, system.clock())
    const themes = await listThemes(system.db, administrationId, march)
    expect(themes.length).toBeGreaterThan(0)
    await findThemesOfSpan(system, { administrationId, ...march }, system.clock())
    expect(await listThemes(system.db, administrationId, march)).toHaveLength(themes.length)
  })

  it('are shown with their cases, and with what was learnt and what was not', async () => {
    const visitor = await signedIn('responsable')
    const page = await visitor.get('/personal/demo/temas?periodo=2026-03')
    expect(page.text).toContain('Temas: marzo de 2026')
    expect(page.text).toContain('Calla: no acierta más que lo más frecuente')
    const [theme] = await listThemes(demo.test.system.db, administrationId, march)
    const own = await visitor.get(`/personal/demo/temas/2026-03/${theme?.themeId}`)
    expect(own.text).toContain(`Son ${theme?.said} casos. Usted puede abrir ${theme?.said}`)
    expect(own.links.filter(({ href }) => href.includes('/casos/DEMO-'))).toHaveLength(theme!.said)
  })

  it('show the analyst no case that only others may open', async () => {
    const [theme] = await listThemes(demo.test.system.db, administrationId, march)
    const visitor = await signedIn('analisis')
    const page = await visitor.get(`/personal/demo/temas/2026-03/${theme?.themeId}`)
    expect(page.text).toContain(`Son ${theme?.said} casos. Usted puede abrir 0`)
  })

  it('are nobody else’s to read, and what is not there is not found', async () => {
    const unit = await signedIn('unidad')
    expect((await unit.get('/personal/demo/temas')).status).toBeGreaterThanOrEqual(400)
    const analyst = await signedIn('analisis')
    expect((await analyst.get('/personal/demo/temas/2026-13/1')).status).toBe(404)
    expect((await analyst.get('/personal/demo/temas/2026-03/nada')).status).toBe(404)
    expect((await analyst.get('/personal/demo/temas?periodo=nada')).status).toBe(200)
  })
})
