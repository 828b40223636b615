import type { PlainDate } from '../../platform/dates.ts'
import type { AttendedIn } from './attended.ts'
import type { CellRow, CellTotal } from './cell-rows-store.ts'
import type { Figure, FigureQuestion } from './figure.ts'
import type { CellIndicator, Worth } from './formulas/indicator.ts'
import { monthsBetween, spansOf, type TimeSpan } from './spans.ts'
import { sumsOf } from './sums.ts'
import type { Veil } from './veil.ts'

/** The cells of the whole, or of every member of a breakdown. */
export interface Part {
  rows: readonly CellRow[]
  /** All that was counted before the first month. */
  before: readonly Omit<CellTotal, 'month'>[]
}

/** Whether a kind's cells may be shown, for what an indicator rests on. */
export type Veils = (kind: string, rests: CellIndicator['rests']) => Veil

export interface Told {
  question: FigureQuestion
  indicators: readonly CellIndicator[]
  months: readonly PlainDate[]
  whole: Part
  members: Part | null
  veils: Veils
  attended: AttendedIn
  /** Of the whole administration; null: nobody noted it, or a part is asked about. */
  inhabitants: number | null
}

export function figuresOf(told: Told): Figure[] {
  const spans = spansOf(spannedBy(told))
  const kinds = new Set([...(told.question.kinds ?? []), ...kindsOf(told.whole)])
  return [...kinds]
    .sort()
    .flatMap((kind) => [
      ...cellFigures(told, told.whole, { kind, member: null }, spans),
      ...membersOf(told.members, kind).flatMap((member) =>
        cellFigures(told, told.members ?? told.whole, { kind, member }, spans),
      ),
    ])
}

/** Inside, what is asked for counts as a whole though it still runs; in public only what is over does. */
function spannedBy({ question, months }: Told): readonly PlainDate[] {
  const { audience, period } = question
  return audience === 'public' ? months : monthsBetween(period.from, period.until)
}

interface Cell {
  kind: string
  member: string | null
}

function cellFigures(told: Told, part: Part, cell: Cell, spans: readonly TimeSpan[]): Figure[] {
  const isIt = (row: { kind: string; member: string }) =>
    row.kind === cell.kind && row.member === (cell.member ?? '')
  const rows = part.rows.filter(isIt)
  const before = new Map(part.before.filter(isIt).map(({ measure, total }) => [measure, total]))
  const inhabitants = cell.member === null ? told.inhabitants : null
  const counted = { rows, before, attended: told.attended(cell.member), inhabitants }
  const sums = sumsOf(counted, told.question.asOf)
  return told.indicators.flatMap((indicator) => {
    const veil = told.veils(cell.kind, indicator.rests)
    const shown = spansFor(indicator, spans, told.months).every((span) => veil(span, cell.member))
    return indicator
      .worth(sums, told.question)
      .map((worth) => figureOf(indicator, cell, worth, shown))
  })
}

/** What lies open is told of the last day, which has no other days beside it. */
function spansFor(
  { rests }: CellIndicator,
  spans: readonly TimeSpan[],
  months: readonly PlainDate[],
) {
  return rests === 'open' ? [{ level: 'year' as const, months: months.slice(-1) }] : spans
}

function figureOf({ id }: CellIndicator, cell: Cell, worth: Worth, shown: boolean): Figure {
  const named = { indicator: id, measure: worth.measure, ...cell }
  if (!shown) return { ...named, value: null, n: 0, interval: null, missing: 'hidden' }
  return {
    ...named,
    value: worth.value,
    n: worth.n,
    interval: worth.interval ?? null,
    missing: worth.missing ?? null,
  }
}

function kindsOf({ rows, before }: Part): string[] {
  return [...rows, ...before].map(({ kind }) => kind)
}

function membersOf(part: Part | null, kind: string): string[] {
  const rows = part ? [...part.rows, ...part.before] : []
  return [...new Set(rows.filter((row) => row.kind === kind).map(({ member }) => member))].sort()
}
