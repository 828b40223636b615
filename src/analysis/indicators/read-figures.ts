import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { listCells, sumBefore } from './cell-store.ts'
import type { Breakdown, Figure, FigureQuestion } from './figure.ts'
import { figuresOf, type Part } from './figures-of.ts'
import { CELL_INDICATORS } from './formulas/catalogue.ts'
import type { CellIndicator } from './formulas/indicator.ts'
import type { Measure } from './measures.ts'
import { breakdownOf, isAsked, monthsToTell, withinOf } from './question.ts'
import { readVeils } from './read-veils.ts'

/** Every figure that the question asks for, of the whole and of each member of its breakdown. */
export async function readFigures(db: Db, question: FigureQuestion): Promise<Figure[]> {
  const indicators = CELL_INDICATORS.filter(({ id }) => isAsked(question, id))
  const months = monthsToTell(question)
  const [first] = months
  if (indicators.length === 0 || first === undefined) return []
  const breakdown = breakdownOf(question)
  const read = (part: Breakdown | '') => readPart(db, question, indicators, months, part)
  const whole = await read('')
  const members = breakdown === null ? null : await read(breakdown)
  const veils = await readVeils(db, question, months, indicators)
  return figuresOf({ question, indicators, months, whole, members, veils })
}

async function readPart(
  db: Db,
  question: FigureQuestion,
  indicators: readonly CellIndicator[],
  months: readonly PlainDate[],
  breakdown: Breakdown | '',
): Promise<Part> {
  const { administrationId, kinds } = question
  const which = { administrationId, within: withinOf(question), breakdown, kinds }
  const from = months[0] ?? question.period.from
  const until = months.at(-1) ?? from
  const everBefore = measuresOf(indicators.filter(({ rests }) => rests === 'open'))
  return {
    rows: await listCells(db, { ...which, measures: measuresOf(indicators) }, { from, until }),
    before:
      everBefore.length === 0 ? [] : await sumBefore(db, { ...which, measures: everBefore }, from),
  }
}

function measuresOf(indicators: readonly CellIndicator[]): Measure[] {
  return [...new Set(indicators.flatMap(({ reads }) => [...reads]))]
}
