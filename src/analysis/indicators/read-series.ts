import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { listMonthsReceived } from './cell-store.ts'
import type { Figure, FigureQuestion, IndicatorId, MonthFigure } from './figure.ts'
import { monthsBetween } from './spans.ts'
import { readManyFigures } from './read-figures.ts'

/** An indicator month by month; a month in which nobody kept a book, or of which none was brought in, is a gap. */
export async function readSeries(
  db: Db,
  question: FigureQuestion,
  indicator: IndicatorId,
): Promise<MonthFigure[]> {
  const months = monthsBetween(question.period.from, question.period.until)
  const asked = months.map((month) => monthQuestion(question, month, [indicator]))
  const answers = await readManyFigures(db, asked)
  const kept = await listMonthsReceived(db, question.administrationId)
  return months.flatMap((month, index) => inMonth(answers[index] ?? [], month, kept))
}

/** The same question about one month only. */
export function monthQuestion(
  question: FigureQuestion,
  month: PlainDate,
  indicators: readonly IndicatorId[],
): FigureQuestion {
  return { ...question, period: { from: month, until: month }, indicators }
}

/** Figures of a month as part of a series. */
export function inMonth(
  figures: readonly Figure[],
  month: PlainDate,
  kept: readonly PlainDate[],
): MonthFigure[] {
  return figures.map((figure) => ({ ...figure, month, ...gapUnless(kept.includes(month)) }))
}

function gapUnless(kept: boolean) {
  return kept ? {} : { value: null, n: 0, interval: null, missing: 'gap' as const }
}
