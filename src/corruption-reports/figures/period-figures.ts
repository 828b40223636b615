import type { PlainDate } from '../../platform/dates.ts'
import { hideSmallCells, periodOf, SMALLEST_CELL, type Cell } from '../retention/statistics.ts'
import type { Skeleton } from '../skeleton-store.ts'

export const DIMENSIONS = ['anonymity', 'category', 'channel', 'outcome'] as const
export type Dimension = (typeof DIMENSIONS)[number]

export const STEPS = ['start_check', 'refer', 'record_outcome', 'tell_outcome', 'conclude'] as const
export type Step = (typeof STEPS)[number]

export interface Count {
  code: string
  count: Cell
}

export interface PeriodFigures {
  period: string
  /** Null: less than ten, and then nothing else is told of the period. */
  total: Cell
  tables: Record<Dimension, readonly Count[]> | null
  /** Of at least ten reports each; null: too few took the step. */
  medianDays: Record<Step, number | null> | null
}

/** The codes that the administration's rules have today, shown also when nobody chose them. */
export type KnownCodes = Record<Dimension, readonly string[]>

/**
 * Told only once the half-year after it is over too. By then few reports are still open: whoever looks
 * every day finds no number that grew by one, which would be one report with all its marks.
 */
export function isTold(period: string, today: PlainDate): boolean {
  return halfYear(periodOf(today)) - halfYear(period) >= 2
}

const halfYear = (period: string) => Number(period.slice(0, 4)) * 2 + Number(period.slice(6))

export function figuresOf(
  period: string,
  skeletons: readonly Skeleton[],
  known: KnownCodes,
): PeriodFigures {
  if (skeletons.length < SMALLEST_CELL) {
    return { period, total: null, tables: null, medianDays: null }
  }
  const tableOf = (dimension: Dimension) => countBy(dimension, skeletons, known[dimension])
  return {
    period,
    total: skeletons.length,
    tables: {
      anonymity: tableOf('anonymity'),
      category: tableOf('category'),
      channel: tableOf('channel'),
      outcome: tableOf('outcome'),
    },
    medianDays: {
      start_check: medianDays(skeletons, 'start_check'),
      refer: medianDays(skeletons, 'refer'),
      record_outcome: medianDays(skeletons, 'record_outcome'),
      tell_outcome: medianDays(skeletons, 'tell_outcome'),
      conclude: medianDays(skeletons, 'conclude'),
    },
  }
}

/** The total is known from ten on, so what is hidden in one table never is told by another. */
function countBy(
  dimension: Dimension,
  skeletons: readonly Skeleton[],
  known: readonly string[],
): Count[] {
  const found = skeletons.map((skeleton) => codeOf(dimension, skeleton))
  const codes = [...new Set([...known, ...found])]
  const counts = codes.map((code) => found.filter((one) => one === code).length)
  const { cells } = hideSmallCells(counts.map((count) => [count]))
  return codes.map((code, row) => ({ code, count: cells[row]?.[0] ?? null }))
}

function codeOf(dimension: Dimension, skeleton: Skeleton): string {
  if (dimension === 'anonymity') return skeleton.anonymous ? 'anonymous' : 'named'
  return skeleton[dimension]
}

function medianDays(skeletons: readonly Skeleton[], step: Step): number | null {
  const days = skeletons
    .flatMap(({ daysTo }) => daysTo[step] ?? [])
    .sort((one, other) => one - other)
  if (days.length < SMALLEST_CELL) return null
  const middle = (days.length - 1) / 2
  return Math.round(((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2)
}
