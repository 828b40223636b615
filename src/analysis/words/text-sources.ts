import type { BookRules } from '../../administrations/index.ts'
import { listCasesForAnalysis, listChosenTexts, type AnalysisCursor } from '../../cases/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import type { Corpus } from './corpus.ts'
import type { Candidate } from './draw-sample.ts'

/** A text as a book tells it, before it is masked. */
export interface ToldText {
  caseId: string | null
  legacyCaseId: string | null
  kind: string
  centreId: string | null
  serviceId: string | null
  channel: string | null
  motive: string | null
  outcome: string | null
  language: string
  registeredAt: Date
  severe: boolean
  quotation: boolean
  text: string
}

/** A book that tells texts: page by page, first what may be drawn, then the words of those that were. */
export interface TextSource {
  candidates(db: Db, book: BookRules, corpus: Corpus): AsyncIterable<readonly Candidate[]>
  texts(db: Db, corpus: Corpus, ids: readonly string[]): Promise<readonly ToldText[]>
}

const PAGE = 2000

/** By place, motive, channel and outcome (step 1 of the method). */
export function stratumOf(
  told: Pick<ToldText, 'centreId' | 'motive' | 'channel' | 'outcome'>,
): string {
  return [told.centreId, told.motive, told.channel, told.outcome].map((one) => one ?? '').join('|')
}

/** The administration's own book. */
export const bookTexts: TextSource = {
  async *candidates(db, { administration }, corpus) {
    const { administrationId, timeZone } = administration
    const period = { from: corpus.periodFrom, until: corpus.periodUntil, timeZone }
    const question = { administrationId, ...period, ...corpus.filter }
    let after: AnalysisCursor | null = null
    for (;;) {
      const page = await listCasesForAnalysis(db, question, { after, limit: PAGE })
      yield page.map((told) => ({
        id: told.caseId,
        stratum: stratumOf(told),
        severe: told.priority > 0,
      }))
      after = page.at(-1) ?? null
      if (after === null || page.length < PAGE) return
    }
  },
  async texts(db, { administrationId }, ids) {
    const texts = await listChosenTexts(db, administrationId, ids)
    return texts.map(({ priority, ...told }) => ({
      ...told,
      legacyCaseId: null,
      severe: priority > 0,
    }))
  },
}
