import type { Db } from '../../platform/database/connection.ts'
import { listMonthsReceived } from './cell-store.ts'
import type { FigureQuestion, IndicatorId, MonthFigure } from './figure.ts'
import { monthsBetween } from './spans.ts'
import { readFigures } from './read-figures.ts'

/** An indicator month by month; a month in which nobody kept a book, or of which none was brought in, is a gap. */
export async function readSeries(
  db: Db,
  question: FigureQuestion,
  indicator: IndicatorId,
): Promise<MonthFigure[]> {
  const kept = new Set(await listMonthsReceived(db, question.administrationId))
  const series: MonthFigure[] = []
  for (const month of monthsBetween(question.period.from, question.period.until)) {
    const ofMonth = { ...question, period: { from: month, until: month }, indicators: [indicator] }
    const figures = await readFigures(db, ofMonth)
    series.push(...figures.map((figure) => ({ ...figure, month, ...gapUnless(kept.has(month)) })))
  }
  return series
}

function gapUnless(kept: boolean) {
  return kept ? {} : { value: null, n: 0, interval: null, missing: 'gap' as const }
}
