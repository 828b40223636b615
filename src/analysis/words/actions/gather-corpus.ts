import { randomUUID } from 'node:crypto'
import { getBookRulesById, type BookRules } from '../../../administrations/index.ts'
import { recordLook } from '../../../audit/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import type { Corpus, CorpusText } from '../corpus.ts'
import { getCorpus, updateGathered } from '../corpus-store.ts'
import { drawSample, isDoubleCoded, type Candidate } from '../draw-sample.ts'
import { maskText, type MaskRules } from '../mask-text.ts'
import { readMaskRules } from '../read-mask.ts'
import { deleteAllSegments, insertSegments } from '../segment-store.ts'
import { suggestSegments } from '../suggest-segments.ts'
import {
  bookTexts,
  legacyTexts,
  stratumOf,
  type TextSource,
  type ToldText,
} from '../text-sources.ts'
import { analyseTexts, deleteAllTexts, insertTexts } from '../gathered-text-store.ts'

/** Few: masking them holds up the process that also serves pages. */
const AT_ONCE = 40
const MANY = 25 * AT_ONCE

type Ground = Pick<System, 'db' | 'clock'>
type Drawn = Candidate & { source: TextSource }

/**
 * Draws the texts of a corpus, masks and cuts them, a few at a time. Until it is whole nobody reads it, so
 * that one that stopped half-way begins anew.
 */
export async function gatherCorpus(
  ground: Ground,
  whose: { administrationId: string; corpusId: string },
  sources: readonly TextSource[] = [bookTexts, legacyTexts],
): Promise<void> {
  const { db } = ground
  const at = ground.clock()
  const corpus = await getCorpus(db, whose.administrationId, whose.corpusId)
  if (corpus.state === 'ready') return
  const book = await getBookRulesById(ground, corpus.administrationId, at)
  const candidates = await listCandidates(ground, book, corpus, sources)
  const drawn = drawSample(candidates, { size: corpus.sampleSize, seed: corpus.seed })
  await inTransaction(db, async (tx) => {
    await deleteAllSegments(tx, corpus)
    await deleteAllTexts(tx, corpus)
    await updateGathered(tx, corpus, { eligible: candidates.length, gathered: 0 })
  })
  const { administrationId, corpusId } = corpus
  const details = { corpusId, texts: drawn.length }
  const look = { at, accountId: corpus.createdBy, administrationId, details }
  await recordLook(db, { ...look, what: 'corpus' })
  for (let from = 0; from < drawn.length; from += AT_ONCE) {
    if (from === MANY) await analyseTexts(db)
    await keepTexts(ground, { book, corpus, drawn: drawn.slice(from, from + AT_ONCE), from })
  }
  await inTransaction(db, (tx) => updateGathered(tx, corpus, { state: 'ready' }))
}

async function listCandidates(
  { db }: Ground,
  book: BookRules,
  corpus: Corpus,
  sources: readonly TextSource[],
): Promise<Drawn[]> {
  const all: Drawn[] = []
  for (const source of sources) {
    for await (const page of source.candidates(db, book, corpus)) {
      all.push(...page.map((one) => ({ ...one, source })))
    }
  }
  return all
}

interface Batch {
  book: BookRules
  corpus: Corpus
  drawn: readonly Drawn[]
  /** How many were kept before. */
  from: number
}

async function keepTexts({ db }: Ground, { book, corpus, drawn, from }: Batch): Promise<void> {
  const positions = new Map(drawn.map(({ id }, index) => [id, from + index + 1]))
  const texts: CorpusText[] = []
  for (const source of new Set(drawn.map((one) => one.source))) {
    const ids = drawn.filter((one) => one.source === source).map(({ id }) => id)
    for (const told of await source.texts(db, book, corpus, ids)) {
      const position = positions.get(told.caseId ?? told.legacyCaseId ?? '') ?? 0
      texts.push(corpusText(corpus, told, position, await readMaskRules(book, told.language)))
    }
  }
  const segments = texts.flatMap((of) =>
    suggestSegments(of.masked, of.masks).map((span, index) => {
      return { ...span, of, segmentId: randomUUID(), position: index + 1 }
    }),
  )
  await inTransaction(db, async (tx) => {
    await insertTexts(tx, corpus.administrationId, texts)
    await insertSegments(tx, corpus.administrationId, segments)
    await updateGathered(tx, corpus, { gathered: from + texts.length })
  })
}

function corpusText(
  { corpusId }: Corpus,
  { text, ...told }: ToldText,
  position: number,
  rules: MaskRules,
): CorpusText {
  return {
    ...told,
    ...maskText(text, rules),
    corpusId,
    textId: randomUUID(),
    position,
    stratum: stratumOf(told),
    doubleCoded: isDoubleCoded(position),
    version: 1,
    maskedBy: null,
    maskedAt: null,
    segmentedBy: null,
    segmentedAt: null,
  }
}
