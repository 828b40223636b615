import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import { readAttended } from './attended.ts'
import { readInhabitants } from './inhabitants.ts'
import { openCells, type CellReader, type Reach } from './cell-reader.ts'
import type { Part as PlacePart } from './cell-rows-store.ts'
import { monthOf } from './contributions.ts'
import type { Breakdown, Figure, FigureQuestion, IndicatorId } from './figure.ts'
import { figuresOf, type Part } from './figures-of.ts'
import { withGaps } from './gaps.ts'
import { CELL_INDICATORS } from './formulas/catalogue.ts'
import type { CellIndicator } from './formulas/indicator.ts'
import { stayIndicator } from './formulas/stays.ts'
import type { Measure } from './measures.ts'
import { MADE_OF, mixesOf } from './mixes.ts'
import { notKept } from './not-kept.ts'
import { EVERYWHERE } from './places.ts'
import { breakdownOf, isAsked, monthsToTell, withinOf } from './question.ts'
import { readBeside } from './read-beside.ts'
import { OPEN, readVeils, RECEIVED } from './read-veils.ts'

/** Every figure that the question asks for, of the whole and of each member of its breakdown. */
export async function readFigures(db: Db, question: FigureQuestion): Promise<Figure[]> {
  const [figures = []] = await readManyFigures(db, [question])
  return figures
}

/**
 * The figures of several questions, their cells in one statement: a period and the one it is held against, the
 * months of a year, or the books of several administrations. Whoever knows the months in which a book was kept
 * says them.
 */
export async function readManyFigures(
  db: Db,
  questions: readonly FigureQuestion[],
  kept?: readonly PlainDate[],
): Promise<Figure[][]> {
  const reach = reachOf(questions)
  if (!reach) return questions.map(() => [])
  const cells = await openCells(db, reach, expectedParts(questions))
  const answers: Figure[][] = []
  for (const question of questions) {
    const own = cells(question.administrationId)
    answers.push([...(await answer(db, own, question)), ...(await readBeside(db, question))])
  }
  return withGaps(db, questions, answers, kept)
}

async function answer(db: Db, cells: CellReader, question: FigureQuestion): Promise<Figure[]> {
  const indicators = askedOf(question)
  const months = monthsToTell(question)
  if (months.length === 0) return []
  const breakdown = breakdownOf(question)
  const read = (part: Breakdown | '') => readPart(cells, question, indicators, months, part)
  const whole = await read('')
  const members = breakdown === null ? null : await read(breakdown)
  const veils = await readVeils(cells, question, months, indicators)
  const attended = await readAttended(db, question, months)
  const inhabitants = await readInhabitants(db, question, months)
  const { kinds = [] } = question
  // other questions, read together with this one, may have asked for more kinds
  const ofCells = figuresOf({
    question,
    indicators,
    months,
    whole,
    members,
    veils,
    attended,
    inhabitants,
  }).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind ?? ''))
  return [...ofCells, ...mixesOf(ofCells, question), ...notKept(question)].filter(({ indicator }) =>
    isAsked(question, indicator),
  )
}

async function readPart(
  cells: CellReader,
  question: FigureQuestion,
  indicators: readonly CellIndicator[],
  months: readonly PlainDate[],
  breakdown: Breakdown | '',
): Promise<Part> {
  const which = { within: withinOf(question), breakdown }
  const from = months[0] ?? question.period.from
  const until = months.at(-1) ?? from
  const everBefore = everBeforeOf(indicators)
  return {
    rows: await cells.listCells({ ...which, measures: measuresOf(indicators) }, { from, until }),
    before:
      everBefore.length === 0
        ? []
        : await cells.sumBefore({ ...which, measures: everBefore }, from),
  }
}

/** Asked for, or what another is made of. */
function isNeeded(question: FigureQuestion, id: IndicatorId): boolean {
  const { indicators = [] } = question
  return isAsked(question, id) || indicators.some((other) => MADE_OF[other] === id)
}

function askedOf(question: FigureQuestion): CellIndicator[] {
  const { states = [] } = question
  return [
    ...CELL_INDICATORS.filter(({ id }) => isNeeded(question, id)),
    ...(isAsked(question, 'Q09') ? states.map(stayIndicator) : []),
  ]
}

/** Whole years, since what may be shown is decided by them. */
function reachOf(questions: readonly FigureQuestion[]): Reach | null {
  const months = questions.flatMap(monthsToTell).sort()
  const indicators = [...new Set(questions.flatMap(askedOf))]
  const [earliest] = months
  if (earliest === undefined) return null
  const isPublic = questions.some(({ audience }) => audience === 'public')
  const rests = [
    ...indicators.flatMap(({ rests: each }) => (each === 'open' ? OPEN : each)),
    ...(isPublic ? RECEIVED : []),
  ]
  const asksAllKinds = questions.some(({ kinds }) => kinds === undefined || kinds.length === 0)
  return {
    administrationIds: [...new Set(questions.map(({ administrationId }) => administrationId))],
    kinds: asksAllKinds ? undefined : [...new Set(questions.flatMap(({ kinds = [] }) => kinds))],
    measures: [...new Set([...measuresOf(indicators), ...rests])],
    everBefore: everBeforeOf(indicators),
    months: {
      from: `${earliest.slice(0, 4)}-01-01`,
      until: `${(months.at(-1) ?? earliest).slice(0, 4)}-12-01`,
    },
    daysFrom: monthOf(questions.map(({ asOf }) => asOf).sort()[0] ?? earliest),
  }
}

/** The cells asked for, and those around them by which it is decided what may be shown. */
function expectedParts(questions: readonly FigureQuestion[]): PlacePart[] {
  const parts = questions.flatMap((question): PlacePart[] => {
    const within = withinOf(question)
    const breakdown = breakdownOf(question)
    return [
      { within, breakdown: '' },
      { within: EVERYWHERE, breakdown: '' },
      ...(breakdown === null
        ? []
        : [
            { within, breakdown },
            { within: EVERYWHERE, breakdown },
          ]),
      ...(question.centreId === undefined
        ? []
        : [{ within: EVERYWHERE, breakdown: 'centre' as const }]),
    ]
  })
  return [...new Map(parts.map((part) => [`${part.within} ${part.breakdown}`, part])).values()]
}

function measuresOf(indicators: readonly CellIndicator[]): Measure[] {
  return [...new Set(indicators.flatMap(({ reads }) => [...reads]))]
}

function everBeforeOf(indicators: readonly CellIndicator[]): Measure[] {
  const open = indicators.filter(({ rests }) => rests === 'open')
  return open.length === 0 ? [] : [...new Set([...measuresOf(open), ...OPEN])]
}
