import { randomUUID } from 'node:crypto'
import { insertCoding } from '../../src/analysis/words/coding-store.ts'
import type { CodingChoice, Corpus, CorpusText } from '../../src/analysis/words/index.ts'
import { insertCorpus } from '../../src/analysis/words/corpus-store.ts'
import { FIRST_LEVEL, type FirstLevel } from '../../src/analysis/words/frame.ts'
import { insertCode, insertFrame } from '../../src/analysis/words/frame-store.ts'
import { insertSegments } from '../../src/analysis/words/segment-store.ts'
import { insertTexts } from '../../src/analysis/words/gathered-text-store.ts'
import { getBookRules } from '../../src/administrations/index.ts'
import { inTransaction } from '../../src/platform/database/connection.ts'
import type { System } from '../../src/system.ts'
import { accountOf } from '../surveys/campaigns.ts'

export interface ToldIdea extends Partial<Omit<CodingChoice, 'codeId'>> {
  text: string
  code?: FirstLevel
  caseId?: string
  centre?: number
  quotation?: boolean
  doubleCoded?: boolean
}

export interface CodedCorpus {
  administrationId: string
  corpusId: string
  codes: Record<FirstLevel, string>
  /** In the order of the ideas. */
  segmentIds: string[]
  caseIds: string[]
  /** Of the demonstration's analyst. */
  url: string
}

/** A corpus of the demonstration as the analyst leaves it: one idea a case, coded by one person. */
export async function buildCodedCorpus(
  system: System,
  ideas: readonly ToldIdea[],
): Promise<CodedCorpus> {
  const at = system.clock()
  const { administration, centres } = await getBookRules(system, 'demo', at)
  const { administrationId } = administration
  const coderId = await accountOf(system, 'analisis')
  const frame = {
    administrationId,
    frameId: randomUUID(),
    name: 'Conductores',
    version: 1,
    createdAt: at,
    createdBy: coderId,
  }
  const corpus: Corpus = {
    administrationId,
    corpusId: randomUUID(),
    frameId: frame.frameId,
    question: '¿Por qué vuelven las personas?',
    periodFrom: '2026-01-01',
    periodUntil: '2026-03-31',
    filter: { kinds: [], centreIds: [], serviceIds: [], channels: [] },
    sampling: 'all',
    sampleSize: null,
    seed: 1,
    state: 'ready',
    eligible: ideas.length,
    gathered: ideas.length,
    createdAt: at,
    createdBy: coderId,
  }
  const codes = Object.fromEntries(FIRST_LEVEL.map((driver) => [driver, randomUUID()])) as Record<
    FirstLevel,
    string
  >
  const texts = ideas.map((idea, index): CorpusText => ({
    textId: randomUUID(),
    corpusId: corpus.corpusId,
    position: index + 1,
    caseId: idea.caseId ?? randomUUID(),
    legacyCaseId: null,
    masked: idea.text,
    masks: [],
    kind: 'complaint',
    centreId: centres[idea.centre ?? 0]?.centreId ?? null,
    serviceId: null,
    channel: 'web',
    motive: null,
    outcome: null,
    language: 'es',
    registeredAt: at,
    severe: false,
    quotation: idea.quotation ?? false,
    stratum: '',
    doubleCoded: idea.doubleCoded ?? false,
    version: 1,
    maskedBy: null,
    maskedAt: null,
    segmentedBy: null,
    segmentedAt: null,
  }))
  const segments = texts.map((text) => ({
    segmentId: randomUUID(),
    position: 0,
    start: 0,
    end: text.masked.length,
    of: text,
  }))
  await inTransaction(system.db, async (tx) => {
    await insertFrame(tx, frame)
    for (const [position, driver] of FIRST_LEVEL.entries()) {
      const words = { name: driver, definition: '', include: '', exclude: '', example: '' }
      const versions = { addedIn: 1, changedIn: 1, retiredIn: null }
      const code = { codeId: codes[driver], parentId: null, driver, position }
      await insertCode(tx, frame, { ...code, ...words, ...versions })
    }
    await insertCorpus(tx, corpus)
    await insertTexts(tx, administrationId, texts)
    await insertSegments(tx, administrationId, segments)
    for (const [index, { segmentId }] of segments.entries()) {
      const {
        code = 'provision_time',
        severity = 2,
        stage = 'waiting',
        valence = -1,
      } = ideas[index]!
      const choice = {
        codeId: codes[code],
        severity,
        stage,
        valence,
        suggestion: false,
        harm: false,
      }
      const made = { segmentId, coderId, frameVersion: 1, version: 1, codedAt: at }
      await insertCoding(tx, corpus, { ...made, ...choice })
    }
  })
  return {
    administrationId,
    corpusId: corpus.corpusId,
    codes,
    segmentIds: segments.map(({ segmentId }) => segmentId),
    caseIds: texts.map(({ caseId }) => caseId!),
    url: `/personal/demo/palabras/${corpus.corpusId}`,
  }
}
