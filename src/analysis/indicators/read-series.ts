import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { listMonthsReceived } from './cell-rows-store.ts'
import type { Figure, FigureQuestion, IndicatorId, MonthFigure } from './figure.ts'
import { asGap } from './gaps.ts'
import { monthsBetween } from './spans.ts'
import { readManyFigures } from './read-figures.ts'

/** An indicator month by month; a month in which nobody kept a book, or of which none was brought in, is a gap. */
export function readSeries(
  db: Db,
  question: FigureQuestion,
  indicator: IndicatorId,
): Promise<MonthFigure[]> {
  return readMonths(db, question, [indicator])
}

/** Several indicators month by month. */
export async function readMonths(
  db: Db,
  question: FigureQuestion,
  indicators: readonly IndicatorId[],
): Promise<MonthFigure[]> {
  const kept = await listMonthsReceived(db, question.administrationId)
  const answers = await readManyFigures(db, monthQuestions(question, indicators), kept)
  return seriesOf(answers, question, kept)
}

/** The question month by month, for whoever reads it together with others. */
export function monthQuestions(
  question: FigureQuestion,
  indicators: readonly IndicatorId[],
): FigureQuestion[] {
  return monthsBetween(question.period.from, question.period.until).map((month) => ({
    ...question,
    period: { from: month, until: month },
    indicators,
  }))
}

/** The answers to the months of a question as one series, where only some months were kept. */
export function seriesOf(
  answers: readonly (readonly Figure[])[],
  { period }: FigureQuestion,
  kept: readonly PlainDate[],
): MonthFigure[] {
  return monthsBetween(period.from, period.until).flatMap((month, index) =>
    (answers[index] ?? []).map((figure) => ({
      ...(kept.includes(month) ? figure : asGap(figure)),
      month,
    })),
  )
}
