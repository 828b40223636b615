import type { Db } from '../../platform/database/connection.ts'
import { listMonthsReceived } from './cell-rows-store.ts'
import type { PlainDate } from '../../platform/dates.ts'
import type { Figure, FigureQuestion } from './figure.ts'
import { monthsToTell } from './question.ts'

/** Nobody kept a book then: there is nothing to tell, not even that nothing happened. */
export function asGap(figure: Figure): Figure {
  return { ...figure, value: null, n: 0, interval: null, missing: 'gap' }
}

/** A period that was over before the book began is a gap; the months are asked for only where it may be one. */
export async function withGaps(
  db: Db,
  questions: readonly FigureQuestion[],
  answers: readonly Figure[][],
  kept?: readonly PlainDate[],
): Promise<Figure[][]> {
  const bare = questions.filter((_, index) => isBare(answers[index] ?? []))
  const beginnings = new Map<string, PlainDate | undefined>()
  for (const administrationId of new Set(bare.map((each) => each.administrationId))) {
    beginnings.set(administrationId, (kept ?? (await listMonthsReceived(db, administrationId)))[0])
  }
  return answers.map((figures, index) => {
    const question = questions[index]
    const last = question && monthsToTell(question).at(-1)
    const beginning = question && beginnings.get(question.administrationId)
    const isBefore = beginning !== undefined && last !== undefined && last < beginning
    return isBefore
      ? figures.map((each) => (each.missing === 'not_kept' ? each : asGap(each)))
      : figures
  })
}

/** Nothing in it rests on a single case. */
function isBare(figures: readonly Figure[]): boolean {
  return figures.length > 0 && figures.every(({ n, missing }) => n === 0 && missing !== 'hidden')
}
