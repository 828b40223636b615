import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  callPhase,
  listCards,
  listGroups,
  moveCard,
  openBoard,
} from '../../../src/analysis/board/index.ts'
import { getBookRules } from '../../../src/administrations/index.ts'
import { grantRole, type StaffDeed } from '../../../src/people/index.ts'
import { inTransaction } from '../../../src/platform/database/connection.ts'
import { openDemoApp, type DemoApp } from '../../support/demo-app.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import type { Visitor } from '../../support/visitor.ts'
import { accountOf, signIn } from '../../surveys/campaigns.ts'
import { buildCodedCorpus, type CodedCorpus } from '../coded-corpus.ts'

const IDEAS = ['Esperé dos horas', 'La cola no avanza', 'Me gritaron', 'Nadie saluda', 'Falta luz']

let demo: DemoApp
beforeAll(async () => {
  demo = await openDemoApp()
})
afterAll(() => demo.close())

async function deedOf(name: string, { administrationId }: CodedCorpus): Promise<StaffDeed> {
  const { system } = demo.test
  return { administrationId, accountId: await accountOf(system, name), at: system.clock() }
}

async function openedBoard() {
  const { system } = demo.test
  const corpus = await buildCodedCorpus(
    system,
    IDEAS.map((text) => ({ text })),
  )
  const { corpusId, segmentIds } = corpus
  const deed = await deedOf('analisis', corpus)
  await openBoard(system, deed, { corpusId, votesEach: 3, segmentIds })
  const cards = await listCards(system.db, corpus)
  return { corpus, deed, cards: cards.map(({ cardId }) => cardId), url: `${corpus.url}/tablero` }
}

/** Sends what the form of the page would, with the ticks that stand outside of it. */
async function move(visitor: Visitor, url: string, card: readonly string[], to: string) {
  const { page } = visitor
  const form = page.forms.find(({ id }) => id === 'moves')
  const token = form?.values.find(([name]) => name === '_token')?.[1] ?? ''
  return visitor.post(`${url}/movimientos`, { _token: token, card, to })
}

describe('The affinity board', () => {
  it('is opened by who leads, with the ideas of a code, and looked at by others', async () => {
    const corpus = await buildCodedCorpus(demo.test.system, [
      { text: 'Esperé dos horas' },
      { text: 'Me gritaron', code: 'professional_treatment' },
    ])
    const url = `${corpus.url}/tablero`
    const owner = await signIn(demo.app, 'mejora')
    expect((await owner.get(url)).text).toContain('Todavía nadie abrió el tablero')
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(url)
    await analyst.submit({ code: corpus.codes.professional_treatment, votesEach: '99' })
    expect(analyst.page.text).toContain('Escriba un número de 1 a 20')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.submit({ code: corpus.codes.professional_treatment, votesEach: '3' })
    expect(analyst.page.text).toContain('El tablero está abierto.')
    expect(analyst.page.text).toContain('Me gritaron')
    expect(analyst.page.text).not.toContain('Esperé dos horas')
    await analyst.submit({ code: 'all', note: 'El lunes falta personal' })
    expect(analyst.page.text).toContain('Nota del equipo: El lunes falta personal')
    expect(analyst.page.text).toContain('Esperé dos horas')
    for (const [name, status] of [
      ['auditoria', 200],
      ['unidad', 403],
    ] as const) {
      expect((await (await signIn(demo.app, name)).get(url)).status).toBe(status)
    }
  })

  it('is not for who holds the role in one centre only: the texts are of them all', async () => {
    const { corpus, url } = await openedBoard()
    const { system } = demo.test
    const { administrationId } = corpus
    const { centres } = await getBookRules(system, 'demo', system.clock())
    const accountId = await accountOf(system, 'ventanilla')
    const place = { administrationId, centreId: centres[0]!.centreId, unitId: null }
    await inTransaction(system.db, (tx) =>
      grantRole(
        tx,
        { ...place, role: 'improvement_owner', accountId, validFrom: '2026-01-01' },
        { by: null, now: system.clock() },
      ),
    )
    const part = await signIn(demo.app, 'ventanilla')
    const findings = `${corpus.url}/hallazgos`
    for (const path of [url, `${url}/cambios`, findings, `${findings}/citas`]) {
      expect([path, (await part.get(path)).status]).toEqual([path, 403])
    }
  })

  it('never lets one person overwrite what another did: who comes late is told and shown', async () => {
    const { url, cards, corpus } = await openedBoard()
    const [one, other] = [await signIn(demo.app, 'analisis'), await signIn(demo.app, 'mejora')]
    await one.get(url)
    await other.get(url)
    await move(one, url, [`${cards[0]}:1`, `${cards[1]}:1`], 'new')
    expect(one.page.text).toContain('Las tarjetas se movieron.')
    const late = await move(other, url, [`${cards[0]}:1`, `${cards[2]}:1`], 'new')
    expect(late.status).toBe(409)
    expect(late.text).toContain('Una tarjeta que usted quería mover ya no estaba allí')
    expect(late.text).toContain('Ahora está en: Grupo 1.')
    expect(await htmlProblems(late.html)).toEqual([])
    const { db } = demo.test.system
    const groups = await listGroups(db, corpus)
    const placed = await listCards(db, corpus)
    const numberOf = (cardId: string | undefined) =>
      groups.find(
        ({ groupId }) => placed.find((card) => card.cardId === cardId)?.groupId === groupId,
      )?.number
    expect(cards.map(numberOf)).toEqual([1, 1, 2, undefined, undefined])
  })

  it('keeps one of many moves of the same card that come at once, and loses no card', async () => {
    const { corpus, deed, cards } = await openedBoard()
    const { system } = demo.test
    const other = await deedOf('mejora', corpus)
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        moveCard(system, index % 2 === 0 ? deed : other, {
          corpusId: corpus.corpusId,
          cardId: cards[index % 2]!,
          version: 1,
          to: 'new',
        }),
      ),
    )
    expect(results.filter(({ moved }) => moved)).toHaveLength(2)
    const placed = await listCards(system.db, corpus)
    expect(placed.map(({ version }) => version)).toEqual([2, 2, 1, 1, 1])
    expect((await listGroups(system.db, corpus)).map(({ number }) => number)).toEqual([1, 2])
  })

  it('lets a group that nobody named end with its last card, and one with a sentence stay', async () => {
    const { corpus, deed, cards } = await openedBoard()
    const { system } = demo.test
    const { corpusId } = corpus
    const to = (cardId: string, version: number, target: 'new' | 'loose') =>
      moveCard(system, deed, { corpusId, cardId, version, to: target })
    await to(cards[0]!, 1, 'new')
    await to(cards[1]!, 1, 'new')
    await callPhase(system, deed, { corpusId, from: 'silent', to: 'naming' })
    const analyst = await signIn(demo.app, 'analisis')
    await analyst.get(`${corpus.url}/tablero`)
    await analyst.submit({ sentence: 'Colas' }, { form: 'name-2' })
    expect(analyst.page.text).toContain('Escriba una oración completa, de cuatro palabras o más')
    expect(await htmlProblems(analyst.page.html)).toEqual([])
    await analyst.submit({ sentence: 'La cola no avanza nunca' }, { form: 'name-2' })
    expect(analyst.page.text).toContain('Grupo 2: La cola no avanza nunca')
    await to(cards[0]!, 2, 'loose')
    await to(cards[1]!, 2, 'loose')
    const groups = await listGroups(system.db, corpus)
    expect(groups.map(({ number, dissolved }) => [number, dissolved])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  it('tells who named the same group too late what it says now', async () => {
    const { corpus, deed, cards, url } = await openedBoard()
    const { system } = demo.test
    const { corpusId } = corpus
    await moveCard(system, deed, { corpusId, cardId: cards[0]!, version: 1, to: 'new' })
    await callPhase(system, deed, { corpusId, from: 'silent', to: 'naming' })
    const [one, other] = [await signIn(demo.app, 'analisis'), await signIn(demo.app, 'mejora')]
    await one.get(url)
    await other.get(url)
    await one.submit({ sentence: 'Se espera de pie dos horas' }, { form: 'name-1' })
    await other.submit({ sentence: 'La gente se cansa de esperar' }, { form: 'name-1' })
    expect(other.page.status).toBe(409)
    expect(other.page.text).toContain('El grupo 1 ahora dice: «Se espera de pie dos horas»')
    await other.submit({}, { form: 'dissolve-1' })
    expect(other.page.text).toContain('Sus tarjetas están sueltas.')
    expect((await listCards(system.db, corpus)).every(({ groupId }) => groupId === null)).toBe(true)
  })

  it('tells an open page what changed after a number, and in silence not who did it', async () => {
    const { corpus, deed, cards, url } = await openedBoard()
    const { system } = demo.test
    const { corpusId } = corpus
    await moveCard(system, deed, { corpusId, cardId: cards[3]!, version: 1, to: 'new' })
    const other = await signIn(demo.app, 'mejora')
    const ask = async (after: number) =>
      (await other.request(`${url}/cambios?desde=${after}`)).json() as Promise<{
        change: number
        others: number
        who: string[]
        cards: { id: string; version: number }[]
        groups: { number: number }[]
      }>
    const news = await ask(1)
    expect(news).toMatchObject({ change: 2, others: 1, who: [], groups: [{ number: 1 }] })
    expect(news.cards).toMatchObject([{ id: cards[3], version: 2 }])
    expect(await ask(2)).toMatchObject({ change: 2, cards: [], groups: [] })
    await callPhase(system, deed, { corpusId, from: 'silent', to: 'naming' })
    await moveCard(system, deed, { corpusId, cardId: cards[3]!, version: 2, to: 'loose' })
    expect((await ask(2)).who).toHaveLength(1)
  })

  it('ends with votes: so many a person, hidden until it closes, loose cards kept', async () => {
    const { corpus, deed, cards, url } = await openedBoard()
    const { system } = demo.test
    const { corpusId } = corpus
    for (const cardId of cards.slice(0, 2)) {
      await moveCard(system, deed, { corpusId, cardId, version: 1, to: 'new' })
    }
    await callPhase(system, deed, { corpusId, from: 'silent', to: 'naming' })
    await callPhase(system, deed, { corpusId, from: 'naming', to: 'voting' })
    const [first, second] = (await listGroups(system.db, corpus)).map(
      ({ groupId }) => `vote-${groupId}`,
    )
    const late = moveCard(system, deed, { corpusId, cardId: cards[2]!, version: 1, to: 'new' })
    await expect(late).rejects.toMatchObject({ code: 'wrong_state' })
    const [one, other] = [await signIn(demo.app, 'analisis'), await signIn(demo.app, 'mejora')]
    await one.get(url)
    await one.submit({ [first!]: '2', [second!]: '2' }, { form: 'votes' })
    expect(one.page.text).toContain('Reparta 3 votos como máximo')
    await one.submit({ [first!]: '1', [second!]: '2' }, { form: 'votes' })
    await other.get(url)
    await other.submit({ [second!]: '3' }, { form: 'votes' })
    await one.get(url)
    expect(one.page.text).not.toContain('Grupos por votos')
    await one.submit({}, { form: 'phase', button: 'closed' })
    expect(one.page.text).toContain('Grupo 2 5 1 provision_time (1) Grupo 1 1 1 provision_time (1)')
    expect(one.page.text).toContain('Me gritaron')
    expect(await htmlProblems(one.page.html)).toEqual([])
  })

  it.each(['es', 'en'])('has sound pages in %s', async (language) => {
    const { url } = await openedBoard()
    for (const name of ['analisis', 'mejora', 'auditoria']) {
      const visitor = await signIn(demo.app, name, language)
      expect((await visitor.get(url)).status).toBe(200)
      expect(await htmlProblems(visitor.page.html)).toEqual([])
    }
  })
})
