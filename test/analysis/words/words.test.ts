import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  addCode,
  codeSegment,
  cutText,
  gatherCorpus,
  hideWords,
  listCodedSegments,
  listCodes,
  listTexts,
  openCorpus,
  resolveDisagreement,
  retireCode,
  rewordCode,
  showAgain,
  type CodingChoice,
  type Corpus,
  type CorpusText,
  type FrameCode,
} from '../../../src/analysis/words/index.ts'
import { agreementOn } from '../../../src/analysis/words/agreement.ts'
import { listCodesByText } from '../../../src/analysis/words/coding-counts-store.ts'
import { findNextSegment, findToRecode } from '../../../src/analysis/words/coding-queue-store.ts'
import { getFrame, listChanges } from '../../../src/analysis/words/frame-store.ts'
import {
  listCodedTwice,
  listDisagreements,
  listPairs,
} from '../../../src/analysis/words/resolution-store.ts'
import { listSegments } from '../../../src/analysis/words/segment-store.ts'
import { listCorrections } from '../../../src/analysis/words/mask-correction-store.ts'
import { eraseLegacyCase } from '../../../src/imports/actions/erase-legacy-case.ts'
import { forgetErased } from '../../../src/analysis/words/actions/forget-erased.ts'
import { getBookRules } from '../../../src/administrations/index.ts'
import { importFile, readMapping } from '../../../src/imports/index.ts'
import { listAuditLines } from '../../../src/audit/index.ts'
import { Invalid, WrongState } from '../../../src/platform/errors.ts'
import { fileComplaint } from '../../cases/follow/followed-case.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { buildCorpus, deedsOf, fileTold, type Deeds } from './coded-corpus.ts'

let test: TestSystem
let deeds: Deeds
let corpus: Corpus
let codes: FrameCode[]

beforeAll(async () => {
  test = await openDemoBook()
  await fileTold(test.system)
  // a bribe is told: restricted from the first moment, and so never read here
  await fileComplaint(test.system, {
    description: 'El inspector me pidió una mordida de 500 pesos para no clausurar.',
  })
  deeds = await deedsOf(test.system)
  ;({ corpus, codes } = await buildCorpus(test.system))
})
afterAll(() => test.close())

const db = () => test.system.db
const whose = () => ({ administrationId: deeds.administrationId, corpusId: corpus.corpusId })
const codeOf = (driver: string) => codes.find((code) => code.driver === driver)!.codeId
const texts = () => listTexts(db(), whose(), { after: 0, limit: 100 })
const textWith = async (words: string): Promise<CorpusText> =>
  (await texts()).find(({ masked }) => masked.includes(words))!

const choice = (codeId: string, more: Partial<CodingChoice> = {}): CodingChoice => ({
  codeId,
  severity: 2,
  stage: 'waiting',
  valence: -1,
  suggestion: false,
  harm: false,
  ...more,
})

const sent = (segmentId: string, chosen: CodingChoice, more = {}) => ({
  corpusId: corpus.corpusId,
  segmentId,
  choice: chosen,
  frameVersion: 1,
  version: null,
  ...more,
})

describe('A corpus', () => {
  it('holds what the period’s cases told, masked and cut, and nothing that is restricted', async () => {
    expect(corpus).toMatchObject({ state: 'ready', eligible: 5, gathered: 5 })
    const all = (await texts()).map(({ masked }) => masked).join('\n')
    expect(all).toContain('Me llamo [nombre] y el baño no tiene agua')
    expect(all).toContain('La señorita [nombre] me contestó')
    expect(all).toContain('Mi teléfono es [teléfono]')
    expect(all).not.toMatch(/Ochoa|Hilario|5555|mordida/)
    const bath = await textWith('baño')
    const segments = await listSegments(db(), deeds.administrationId, bath.textId)
    expect(segments.map(({ start, end }) => bath.masked.slice(start, end))).toEqual([
      'Me llamo [nombre] y el baño no tiene agua desde el lunes.',
      'Nadie limpia el pasillo.',
    ])
  })

  it('is one look in the audit log, by whoever asked for it', async () => {
    const lines = await listAuditLines(db(), { administrationId: deeds.administrationId })
    const looks = lines.filter(({ action }) => action === 'looked_at_corpus')
    expect(looks.map(({ accountId, details }) => [accountId, details])).toEqual([
      [deeds.analyst.accountId, { corpusId: corpus.corpusId, texts: 5 }],
    ])
  })

  it('is drawn again in the same order by the same seed, also when gathering stopped half-way', async () => {
    const again = await buildCorpus(test.system, { frameId: corpus.frameId })
    const orderOf = async (corpusId: string) =>
      (await listTexts(db(), { ...whose(), corpusId }, { after: 0, limit: 100 })).map(
        ({ caseId }) => caseId,
      )
    expect(await orderOf(again.corpus.corpusId)).toEqual(await orderOf(corpus.corpusId))
    await db()
      .updateTable('corpora')
      .set({ state: 'gathering' })
      .where('corpus_id', '=', again.corpus.corpusId)
      .execute()
    await gatherCorpus(test.system, { ...whose(), corpusId: again.corpus.corpusId })
    expect(await orderOf(again.corpus.corpusId)).toEqual(await orderOf(corpus.corpusId))
  })

  it('of a sample takes so many; of a period with nothing it is empty', async () => {
    const { corpus: few } = await buildCorpus(test.system, {
      frameId: corpus.frameId,
      sampling: 'stratified',
      sampleSize: 2,
    })
    expect(few).toMatchObject({ eligible: 5, gathered: 2 })
    const { corpus: none } = await buildCorpus(test.system, {
      frameId: corpus.frameId,
      periodFrom: '2025-01-01',
      periodUntil: '2025-01-31',
    })
    expect(none).toMatchObject({ state: 'ready', eligible: 0, gathered: 0 })
    await expect(
      openCorpus(test.system, deeds.analyst, { ...none, periodUntil: '2024-01-01' }),
    ).rejects.toThrow(Invalid)
  })
})

describe('A text', () => {
  it('is masked more by hand, and shown again, with who and when', async () => {
    const text = await textWith('más ventanillas')
    const { textId } = text
    const hide = { textId, seen: text.version, words: 'por la mañana', kind: 'other' as const }
    await hideWords(test.system, deeds.analyst, hide)
    const hidden = await textWith('más ventanillas')
    expect(hidden.masked).toContain('más ventanillas [dato].')
    const segments = await listSegments(db(), deeds.administrationId, textId)
    expect(hidden.masked.slice(segments[1]!.start, segments[1]!.end)).toBe(
      'Deberían poner más ventanillas [dato].',
    )
    await expect(hideWords(test.system, deeds.manager, hide)).rejects.toThrow(WrongState)
    const again = { textId, seen: hidden.version, mask: 0 }
    const original =
      'La fila da vuelta a la calle y no hay sombra. Deberían poner más ventanillas por la mañana.'
    await showAgain(test.system, deeds.manager, { ...again, original })
    expect((await textWith('más ventanillas')).masked).toBe(original)
    const corrections = await listCorrections(db(), deeds.administrationId, textId)
    expect(corrections.map(({ change, by }) => [change, by])).toEqual([
      ['unmasked', deeds.manager.accountId],
      ['masked', deeds.analyst.accountId],
    ])
  })

  it('is cut anew by a person who moves breaks and changes no word', async () => {
    const text = await textWith('sombra')
    const { textId, version, masked } = text
    const lines = masked.replace(' y no hay', '\ny no hay').replace('sombra. ', 'sombra.\n')
    const cut = { textId, seen: version, lines }
    const changed = { ...cut, lines: `${lines} y más` }
    await expect(cutText(test.system, deeds.analyst, changed)).rejects.toThrow(Invalid)
    await cutText(test.system, deeds.analyst, cut)
    const segments = await listSegments(db(), deeds.administrationId, textId)
    expect(segments.map(({ start, end }) => masked.slice(start, end))).toEqual([
      'La fila da vuelta a la calle',
      'y no hay sombra.',
      'Deberían poner más ventanillas por la mañana.',
    ])
    await expect(cutText(test.system, deeds.manager, cut)).rejects.toThrow(WrongState)
  })
})

/** Codes everything that waits for this person by a rule of theirs; returns how many. */
async function codeAll(who: 'analyst' | 'manager', driverFor: (text: string) => string) {
  const deed = deeds[who]
  let done = 0
  for (;;) {
    const next = await findNextSegment(db(), whose(), deed.accountId)
    if (!next) return done
    const words = next.masked.slice(next.start, next.end)
    const chosen = choice(codeOf(driverFor(words)), { severity: who === 'analyst' ? 2 : 3 })
    await codeSegment(test.system, deed, sent(next.segmentId, chosen))
    done += 1
  }
}

describe('Coding', () => {
  const asAnalyst = (text: string) => {
    if (/fila|horas|veces/.test(text)) return 'provision_time'
    if (/baño|pasillo|sombra/.test(text)) return 'facilities'
    return 'information'
  }

  it('is done by two people on the same texts, blind to one another', async () => {
    expect(await codeAll('analyst', asAnalyst)).toBe(11)
    // nobody may follow: the analyst meets no segment again, the second coder meets all
    const asManager = (text: string) =>
      /señorita/.test(text) ? 'professional_treatment' : asAnalyst(text)
    expect(await codeAll('manager', asManager)).toBe(11)
    const first = await listDisagreements(db(), whose(), {
      after: { textPosition: 0, position: -1 },
      limit: 10,
    })
    expect(first.map(({ text }) => text)).toEqual(['La señorita [nombre] me contestó de mal modo.'])
    const [pair] = await listPairs(db(), whose())
    expect(pair?.n).toBe(11)
    const twice = await listCodedTwice(db(), whose(), pair!)
    const information = agreementOn(twice, codeOf('information'))
    expect([information.both, information.onlyOne + information.onlyOther]).toEqual([4, 1])
    expect(agreementOn(twice, codeOf('facilities')).kappa).toBe(1)
  })

  it('lets nobody change what both have coded, and no third code what two did', async () => {
    const [segment] = await listCodedSegments(db(), whose(), { limit: 1 })
    const changed = sent(segment!.segmentId, choice(codeOf('trust')), { version: 1 })
    await expect(codeSegment(test.system, deeds.analyst, changed)).rejects.toThrow(WrongState)
    const first = { ...changed, version: null }
    await expect(codeSegment(test.system, deeds.analyst, first)).rejects.toThrow(WrongState)
  })

  it('counts a disagreement once it is resolved with its reason, and of two severities the graver', async () => {
    const settled = await listCodedSegments(db(), whose())
    expect(settled).toHaveLength(10)
    expect(settled[0]).toMatchObject({ settled: 'agreed', severity: 3, stage: 'waiting' })
    const [open] = await listDisagreements(db(), whose(), {
      after: { textPosition: 0, position: -1 },
      limit: 1,
    })
    await resolveDisagreement(test.system, deeds.analyst, {
      corpusId: corpus.corpusId,
      segmentId: open!.segmentId,
      codeId: codeOf('professional_treatment'),
      severity: 4,
      reason: 'Habla del modo, no de lo que se dijo.',
    })
    const all = await listCodedSegments(db(), whose())
    expect(all).toHaveLength(11)
    expect(all.find(({ settled: how }) => how === 'resolved')).toMatchObject({
      text: 'La señorita [nombre] me contestó de mal modo.',
      severity: 4,
      codeId: codeOf('professional_treatment'),
    })
  })

  it('is listed page by page', async () => {
    const all = await listCodedSegments(db(), whose())
    const read = []
    let page = await listCodedSegments(db(), whose(), { limit: 4 })
    while (page.length > 0) {
      read.push(...page)
      page = await listCodedSegments(db(), whose(), { after: page.at(-1)!, limit: 4 })
    }
    expect(read).toEqual(all)
  })
})

describe('The frame', () => {
  const text = {
    name: 'Filas largas',
    definition: 'Se espera de pie en una fila.',
    include: '',
    exclude: '',
    example: '',
  }

  it('logs each change as a version and offers what it touched to be coded again', async () => {
    const { frameId } = corpus
    const recode = () => findToRecode(db(), whose(), deeds.analyst.accountId)
    expect(await recode()).toEqual({ count: 0, next: null })
    const parentId = codeOf('provision_time')
    const lines = { frameId, parentId, text, reason: 'Muchas filas' }
    const codeId = await addCode(test.system, deeds.analyst, lines)
    await expect(addCode(test.system, deeds.manager, lines)).rejects.toThrow(Invalid)
    const before = await recode()
    expect(before.count).toBeGreaterThan(2)

    const chosen = choice(codeId)
    const again = sent(before.next!.segmentId, chosen, { version: 1, frameVersion: 2 })
    await codeSegment(test.system, deeds.analyst, again)
    expect((await recode()).count).toBe(before.count - 1)
    expect((await listCodesByText(db(), whose(), null)).flat()).toEqual([codeId])

    const reworded = { frameId, codeId, seen: 2, text: { ...text, include: 'Sin turno.' } }
    await rewordCode(test.system, deeds.analyst, { ...reworded, reason: 'Falta el turno' })
    await expect(
      rewordCode(test.system, deeds.manager, { ...reworded, reason: 'Otra' }),
    ).rejects.toThrow(WrongState)
    expect((await recode()).count).toBe(before.count)
    await retireCode(test.system, deeds.analyst, {
      frameId,
      codeId,
      seen: 3,
      reason: 'Es lo mismo',
    })
    const unknown = sent(before.next!.segmentId, chosen, { version: 2, frameVersion: 4 })
    await expect(codeSegment(test.system, deeds.analyst, unknown)).rejects.toThrow(Invalid)

    const changes = await listChanges(db(), deeds.administrationId, frameId)
    expect(changes.map(({ version, change }) => [version, change])).toEqual([
      [4, 'retired'],
      [3, 'reworded'],
      [2, 'added'],
      [1, 'begun'],
    ])
    expect(changes[1]?.before?.include).toBe('')
    expect((await getFrame(db(), deeds.administrationId, frameId)).version).toBe(4)
    expect((await listCodes(db(), deeds.administrationId, frameId)).at(-1)?.retiredIn).toBe(4)
  })
})

describe('Who erased a case', () => {
  it('erased its words here too, also where they were coded', async () => {
    const before = await listCodedSegments(db(), whose(), { limit: 100 })
    const text = await textWith('baño')
    const gone = before.filter(({ textId }) => textId === text.textId)
    await db()
      .updateTable('case_contents')
      .set({ body: null, salt: null, erased_at: test.system.clock() })
      .where('case_id', '=', text.caseId!)
      .execute()
    await forgetErased(test.system)
    expect(await textWith('baño')).toBeUndefined()
    const after = await listCodedSegments(db(), whose(), { limit: 100 })
    expect([gone.length, before.length - after.length]).toEqual([2, 2])
  })
})

describe('The books from before', () => {
  it('are read as well, masked like the others, and forgotten when one is erased', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'libro-abierto-words-'))
    const path = join(folder, 'viejo.csv')
    const rows = ['1;27/3/2014;Me llamo Rosa Quispe y esperé mucho', '2;2/4/2014;Otro mes']
    await writeFile(path, ['numero;fecha;texto', ...rows].join('\n'))
    const now = test.system.clock()
    const book = await getBookRules(test.system, 'demo', now)
    const mapping = readMapping(MAPPING)
    await importFile(test.system, { book, path, fileName: 'v.csv', mapping, accountId: null, now })
    const { corpus: old } = await buildCorpus(test.system, {
      frameId: corpus.frameId,
      periodFrom: '2014-03-01',
      periodUntil: '2014-03-31',
      filter: { kinds: ['complaint'], centreIds: [], serviceIds: [], channels: [] },
    })
    const read = await listTexts(db(), old, { after: 0, limit: 10 })
    expect(read.map(({ masked, caseId }) => [masked, caseId])).toEqual([
      ['Me llamo [nombre] y esperé mucho', null],
    ])
    await rm(folder, { recursive: true })

    const erasing = { legacyNumber: 'DEMO-L-2014-000001', reason: 'asked' as const }
    await eraseLegacyCase(test.system, deeds.manager, { ...erasing, today: '2026-03-02' })
    await forgetErased(test.system)
    const left = await listTexts(db(), old, { after: 0, limit: 10 })
    expect(left.map(({ masked, masks }) => [masked, masks])).toEqual([['', []]])
  })
})

const MAPPING = `
source: libro-viejo
language: es
timeZone: America/Mexico_City
number: { column: numero }
kind: { constant: complaint }
receivedAt: { column: fecha, formats: [d/M/yyyy] }
text: { columns: [texto] }
`
