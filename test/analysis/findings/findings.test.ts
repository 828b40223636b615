import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  causesOfCases,
  listCauses,
  listOutsideQuotes,
} from '../../../src/analysis/findings/index.ts'
import { sql } from 'kysely'
import { getAdministrationBySlug } from '../../../src/administrations/index.ts'
import { findCase } from '../../../src/cases/index.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { listQuotes } from '../../../src/analysis/findings/quote-store.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { signIn } from '../../surveys/campaigns.ts'
import { buildCodedCorpus, type CodedCorpus, type ToldIdea } from '../coded-corpus.ts'

const TYPICAL = 'Esperé dos horas de pie y nadie explicó la demora'
const GRAVE = 'Por esperar tanto mi madre se desmayó en la sala'
const GLAD = 'Yo no esperé nada, me atendieron al llegar'

let demo: DemoApp
let corpus: CodedCorpus
let url: string
let caseNumber: string
beforeAll(async () => {
  demo = await openDemoApp()
  const { system } = demo.test
  const filed = await fileComplaint(system)
  caseNumber = filed.caseNumber
  const { administrationId } = await getAdministrationBySlug(system.db, 'demo')
  const item = await findCase(system.db, { administrationId, caseNumber })
  const ideas: ToldIdea[] = [
    { text: TYPICAL, centre: 0 },
    { text: 'Esperé dos horas y nadie explicó nada de la demora', centre: 0 },
    { text: GRAVE, severity: 4, centre: 1, quotation: true, caseId: item!.caseId },
    { text: GLAD, valence: 1, severity: 1, centre: 2 },
    { text: 'Me gritaron delante de todos', code: 'professional_treatment', stage: 'attention' },
    { text: 'La sala tiene goteras', code: 'facilities', severity: 1, stage: null },
  ]
  corpus = await buildCodedCorpus(system, ideas)
  url = `${corpus.url}/hallazgos`
})
afterAll(() => demo.close())

describe('The findings of a corpus', () => {
  it('rank what weighs most by number and by severity, praise left out', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    const { text } = await analyst.get(url)
    expect(text).toContain('Se deja fuera 1 elogio.')
    // three ideas of five, then one and one; severities 8, 2 and 1 of 11
    expect(text).toContain('2 de 3 temas reúnen cuatro de cada cinco ideas')
    expect(text).toContain('provision_time 3 3 8 60.0 % ● De las que cuentan')
    expect(text).toContain('provision_time 3 3 8 72.7 % ● De las que cuentan')
  })

  it('map the experience by stage, and say who is left out', async () => {
    const owner = await signIn(demo.app, 'mejora')
    const { text } = await owner.get(`${url}/experiencia`)
    expect(text).toContain('1 idea no tiene etapa y queda fuera.')
    expect(text).toContain('Esperar −0.5 4 provision_time (4)')
    expect(text).toContain('Enterarse Nadie habló 0')
  })

  it('propose quotes of different centres; a person cuts them, and rewrites nothing', async () => {
    const analyst = await signIn(demo.app, 'analisis')
    const theme = `${url}/citas/${corpus.codes.provision_time}`
    await analyst.get(theme)
    for (const text of [GRAVE, GLAD]) expect(analyst.page.text).toContain(text)
    expect(analyst.page.text).not.toContain(caseNumber)
    await analyst.submit(
      { quote: 'Por esperar horas mi madre se desmayó' },
      { form: 'decide-severe' },
    )
    expect(analyst.page.status).toBe(422)
    expect(analyst.page.text).toContain('Deje las palabras como son')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.submit(
      { quote: '[...] mi madre se desmayó en la sala' },
      { form: 'decide-severe' },
    )
    expect(analyst.page.text).toContain('La cita quedó aceptada.')
    expect(analyst.page.text).toContain('[…] mi madre se desmayó en la sala')
    await analyst.submit({ reason: '' }, { form: 'decide-contrary', button: 'Descartarla' })
    expect(analyst.page.text).toContain('Diga por qué la descarta')
    await analyst.submit(
      { reason: 'Se repite' },
      { form: 'decide-contrary', button: 'Descartarla' },
    )
    expect(analyst.page.text).toContain('Nadie dijo lo contrario en este tema.')
    expect(analyst.page.text).toContain('Motivo: Se repite')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
  })

  it('let out a quote with consent, else only what somebody wrote in other words', async () => {
    const { db } = demo.test.system
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${url}/citas/${corpus.codes.provision_time}`)
    await analyst.submit({ paraphrase: '' }, { form: 'decide-typical' })
    expect(analyst.page.text).toContain('Fuera, solo con otras palabras.')
    const quote = { as: 'quote', text: '[…] mi madre se desmayó en la sala', role: 'severe' }
    expect(await listOutsideQuotes(db, corpus)).toMatchObject([quote])
    await analyst.submit({ paraphrase: 'Espera larga sin aviso' }, { form: 'decide-typical' })
    expect(analyst.page.text).toContain('Fuera se dice: Espera larga sin aviso')
    expect(await listOutsideQuotes(db, corpus)).toMatchObject([
      { as: 'paraphrase', text: 'Espera larga sin aviso', role: 'typical' },
      quote,
    ])
  })

  it('hold a quote back whose text was masked further since', async () => {
    const { db } = demo.test.system
    const masked = GRAVE.replace('mi madre', '█ █████')
    await sql`update corpus_texts set masked = ${masked} where masked = ${GRAVE}`.execute(db)
    expect((await listOutsideQuotes(db, corpus)).map(({ role }) => role)).toEqual(['typical'])
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${url}/citas/${corpus.codes.provision_time}`)
    expect(analyst.page.text).toContain('El texto cambió después de aceptar la cita.')
    expect(analyst.page.text).not.toContain('mi madre')
    // and one whose case was erased is gone
    await sql`update corpus_texts set masked = '' where masked = ${masked}`.execute(db)
    const kept = await listQuotes(db, corpus)
    expect(kept.map(({ quote }) => quote).join()).not.toContain('mi madre')
    expect(kept.some(({ role }) => role === 'severe')).toBe(false)
    await sql`update corpus_texts set masked = ${masked} where masked = ''`.execute(db)
  })

  it('link to a case only those who may see it', async () => {
    const theme = `${url}/citas/${corpus.codes.provision_time}`
    const linksOf = async (name: string) =>
      (await (await signIn(demo.app, name)).get(theme)).links.map(({ href }) => href)
    const caseUrl = `/personal/demo/casos/${caseNumber}`
    expect(await linksOf('responsable')).toContain(caseUrl)
    expect(await linksOf('analisis')).not.toContain(caseUrl)
    expect((await (await signIn(demo.app, 'unidad')).get(theme)).status).toBe(403)
  })

  it('keep the motive told apart from the cause found, which cases are counted by', async () => {
    const { db } = demo.test.system
    const [one, other] = [await signIn(demo.app, 'analisis'), await signIn(demo.app, 'mejora')]
    const cause = `${url}/causas/${corpus.codes.provision_time}`
    await one.get(cause)
    await other.get(cause)
    expect(one.page.text).toContain('Causa (lo encontrado) Sin buscar')
    await one.submit(
      {
        why1: 'Hay una sola ventanilla',
        why2: 'Nadie cubre el almuerzo',
        'bone-people': 'Falta gente | Rol de marzo',
      },
      { form: 'search' },
    )
    expect(one.page.text).toContain('La búsqueda quedó guardada.')
    expect(one.page.text).toContain('Causa (lo encontrado) Supuesta')
    expect(one.page.forms.some(({ id }) => id === 'publish')).toBe(false)
    await other.submit({ why1: 'Otra cosa' }, { form: 'search' })
    expect(other.page.status).toBe(409)

    await one.submit({ how1: 'Plano de la sala', how2: 'Rol de marzo' }, { form: 'search' })
    expect(one.page.text).toContain('Causa (lo encontrado) Encontrada')
    await one.submit({ name: 'Nadie cubre las pausas' }, { form: 'publish' })
    expect(one.page.text).toMatch(/C1 ?: Nadie cubre las pausas/)
    expect(await listCauses(db, corpus.administrationId)).toMatchObject([
      { code: 'C1', name: 'Nadie cubre las pausas' },
    ])
    const caused = corpus.caseIds.slice(0, 2)
    const codesOf = () => causesOfCases(db, corpus.administrationId, corpus.caseIds)
    expect(await codesOf()).toEqual(new Map())
    await one.submit({ case: caused }, { form: 'cases' })
    expect(await codesOf()).toEqual(new Map(caused.map((caseId) => [caseId, 'C1'])))
    await one.submit({ case: [caused[0]!] }, { form: 'cases' })
    expect(await codesOf()).toEqual(new Map([[caused[0]!, 'C1']]))
    // each change of a case's cause has it counted anew
    const { rows } = await sql<{ marks: number }>`
      select count(*)::int as marks from case_marks where case_id = ${caused[1]!}`.execute(db)
    expect(rows[0]!.marks).toBeGreaterThanOrEqual(2)
    expect(await htmlProblems(one.page.html)).toEqual([])
  })

  it('say of texts of another time that the cause is the same, which is then counted as one', async () => {
    const later = await buildCodedCorpus(demo.test.system, [{ text: 'Otra vez esperé de pie' }])
    const { provision_time: code } = later.codes
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${later.url}/hallazgos/causas/${code}`)
    await analyst.submit({ same: '' }, { form: 'again' })
    expect(analyst.page.text).toContain('Elija una causa de la lista')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    const [{ causeId } = { causeId: '' }] = await listCauses(
      demo.test.system.db,
      later.administrationId,
    )
    await analyst.submit({ same: causeId }, { form: 'again' })
    expect(analyst.page.text).toContain('C1 : Nadie cubre las pausas')
    expect(analyst.page.text).toContain('Causa (lo encontrado) Encontrada')
    await analyst.submit({ case: later.caseIds }, { form: 'cases' })
    const { db } = demo.test.system
    const codes = await causesOfCases(db, later.administrationId, later.caseIds)
    expect([...codes.values()]).toEqual(['C1'])
    expect(await listCauses(db, later.administrationId)).toHaveLength(1)
  })

  it.each(['es', 'en'])('have sound pages in %s, also with nothing in them', async (language) => {
    const empty = await buildCodedCorpus(demo.test.system, [])
    const analyst = await signIn(demo.app, 'analisis', language)
    for (const home of [url, `${empty.url}/hallazgos`]) {
      for (const path of ['', '/experiencia', '/citas', '/causas']) {
        const page = await analyst.get(home + path)
        expect([path, page.status]).toEqual([path, 200])
        expect([path, await htmlProblems(page.html)]).toEqual([path, []])
      }
    }
    const nowhere = `${url}/causas/${empty.codes.trust}`
    expect((await analyst.get(nowhere)).status).toBe(404)
  })
})
