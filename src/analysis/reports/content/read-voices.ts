import { SMALLEST_CELL, SMALLEST_PUBLIC_CELL } from '../../../statistics/index.ts'
import type { Db } from '../../../platform/database/connection.ts'
import type { T } from '../../../platform/i18n/index.ts'
import type { Chart } from '../../charts/index.ts'
import {
  isTrouble,
  listOutsideQuotes,
  rankCauses,
  readIdeas,
  type ParetoRow,
} from '../../findings/index.ts'
import { listCodes, listCorpora, type Corpus } from '../../words/index.ts'
import type { Edition, ReportBlock } from '../report.ts'
import type { ReportingPeriod } from '../reporting-period.ts'
import type { Reading } from './reading.ts'

/**
 * What was read of the period's texts: for each corpus that lies within it what weighs most, and quotes that
 * a person let out of the house. Whoever gave no consent is paraphrased inside as well: the file travels.
 */
export async function voiceBlocks(
  { system: { db }, book, period, speech: { t } }: Reading,
  edition: Edition,
): Promise<ReportBlock[]> {
  const { administrationId } = book.administration
  const corpora = (await listCorpora(db, administrationId)).filter((corpus) =>
    liesWithin(corpus, period),
  )
  const blocks: ReportBlock[] = []
  for (const corpus of corpora) {
    blocks.push(...(await blocksOf(db, corpus, { edition, t })))
  }
  return blocks
}

function liesWithin({ periodFrom, periodUntil, state }: Corpus, period: ReportingPeriod): boolean {
  return state === 'ready' && periodFrom >= period.from && periodUntil <= period.until
}

async function blocksOf(
  db: Db,
  corpus: Corpus,
  { edition, t }: { edition: Edition; t: T },
): Promise<ReportBlock[]> {
  const { administrationId, frameId, question } = corpus
  const ideas = await readIdeas(db, corpus)
  if (ideas.length === 0) return []
  const codes = await listCodes(db, administrationId, frameId)
  const names = new Map(codes.map(({ codeId, name }) => [codeId, name]))
  const nameOf = (codeId: string) => names.get(codeId) ?? t('analysis-reports.no_member')
  const ranked = rankCauses(ideas.filter(isTrouble), 'frequency')
  const quotes = await listOutsideQuotes(db, corpus)
  return [
    { type: 'chart', chart: paretoChart(ranked, { question, edition, nameOf, t }) },
    ...(quotes.length === 0
      ? []
      : [
          {
            type: 'quotes' as const,
            title: t('analysis-reports.quotes'),
            quotes: quotes.map(({ text, as, codeId }) => ({
              text,
              theme: t(`analysis-reports.quoted_as.${as}`, { theme: nameOf(codeId) }),
            })),
          },
        ]),
  ]
}

interface Shown {
  question: string
  edition: Edition
  nameOf: (codeId: string) => string
  t: T
}

function paretoChart(rows: readonly ParetoRow[], { question, edition, nameOf, t }: Shown): Chart {
  const vital = rows.filter((row) => row.vital)
  const smallest = edition === 'public' ? SMALLEST_PUBLIC_CELL : SMALLEST_CELL
  const missing = t('analysis-reports.missing.hidden')
  return {
    form: 'bars',
    title: t('analysis-reports.chart.pareto', { count: vital.length, question }),
    unit: { text: t('analysis-reports.unit.ideas'), as: 'number', decimals: 0 },
    axis: t('analysis-reports.axis.theme'),
    categories: rows.map(({ code }) => nameOf(code)),
    series: [
      {
        name: t('analysis-reports.unit.ideas'),
        points: rows.map(({ ideas, cases }) =>
          cases < smallest ? { value: null, missing } : { value: ideas },
        ),
      },
    ],
  }
}
