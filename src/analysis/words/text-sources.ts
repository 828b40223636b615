import type { BookRules } from '../../administrations/index.ts'
import { listCasesForAnalysis, listChosenTexts, type AnalysisCursor } from '../../cases/index.ts'
import { listLegacyTexts, type LegacyText } from '../../imports/index.ts'
import type { Db } from '../../platform/database/connection.ts'
import { instantAt } from '../../platform/dates.ts'
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
  texts(
    db: Db,
    book: BookRules,
    corpus: Corpus,
    ids: readonly string[],
  ): Promise<readonly ToldText[]>
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
  async texts(db, _book, { administrationId }, ids) {
    const texts = await listChosenTexts(db, administrationId, ids)
    return texts.map(({ priority, ...told }) => ({
      ...told,
      legacyCaseId: null,
      severe: priority > 0,
    }))
  },
}

/** The books that the administration kept before; nobody there agreed to be quoted. */
export const legacyTexts: TextSource = {
  async *candidates(db, _book, corpus) {
    const { administrationId, periodFrom: from, periodUntil: until, filter } = corpus
    const kinds = filter.kinds.length > 0 ? { kinds: filter.kinds } : {}
    let after: string | null = null
    for (;;) {
      const question = { from, until, ...kinds }
      const page: LegacyText[] = await listLegacyTexts(db, administrationId, question, after, PAGE)
      yield page.filter(isAskedFor(corpus)).map((told) => {
        return { id: told.caseId, stratum: stratumOf(told), severe: false }
      })
      after = page.at(-1)?.caseId ?? null
      if (after === null || page.length < PAGE) return
    }
  },
  async texts(db, { administration }, { administrationId }, ids) {
    const texts = await listLegacyTexts(db, administrationId, { ids }, null, ids.length)
    return texts.map((told) => ({
      caseId: null,
      legacyCaseId: told.caseId,
      kind: told.kind,
      centreId: told.centreId,
      serviceId: told.serviceId,
      channel: told.channel,
      motive: told.motive,
      outcome: told.outcome,
      language: told.language,
      registeredAt: instantAt(told.receivedOn, '12:00', administration.timeZone),
      severe: false,
      quotation: false,
      text: told.text,
    }))
  },
}

function isAskedFor({ filter }: Corpus): (told: LegacyText) => boolean {
  const isIn = (list: readonly string[], one: string | null) =>
    list.length === 0 || (one !== null && list.includes(one))
  return ({ centreId, serviceId, channel }) =>
    isIn(filter.centreIds, centreId) &&
    isIn(filter.serviceIds, serviceId) &&
    isIn(filter.channels, channel)
}
