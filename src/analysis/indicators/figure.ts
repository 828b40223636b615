import type { PlainDate } from '../../platform/dates.ts'

/** The catalogue's number of an indicator, such as `Q04`; its definition stands beside its formula. */
export type IndicatorId = `Q${number}`

/** By what a figure may be broken down: one at a time (see ADR 9). */
export const BREAKDOWNS = [
  'centre',
  'unit',
  'service',
  'channel',
  'motive',
  'cause',
  'language',
] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** Whole months, the first day of the first and the last day of the last, as dates of the administration. */
export interface Period {
  from: PlainDate
  until: PlainDate
}

export interface FigureQuestion {
  administrationId: string
  period: Period
  /** Within one centre; otherwise the whole administration. */
  centreId?: string
  /** Of these kinds; kinds are never added up into one share or time. */
  kinds?: readonly string[]
  breakdown?: Breakdown
  /** Inside, cells under five are hidden; in public, under ten. */
  audience: 'inside' | 'public'
  /** The day up to which the running month counts; in public a running month does not count yet. */
  asOf: PlainDate
  /** Besides the usual ones, within how many working days it is told how many had their answer. */
  answerWithin?: readonly number[]
  /** With Q09, how long cases stayed in each of these. */
  states?: readonly string[]
  /** Only these; all that the cells tell otherwise. */
  indicators?: readonly IndicatorId[]
}

/** Why there is no value: never a zero that nobody counted. */
export type Missing = 'no_denominator' | 'no_cases' | 'hidden' | 'gap' | 'not_kept'

/** One figure of one cell: what it is worth, on how many it rests, how far chance may have moved it. */
export interface Figure {
  indicator: IndicatorId
  /** Which of the indicator's figures: `count`, `share`, `p50_working_days`, … */
  measure: string
  kind: string | null
  /** Of the breakdown asked for: an id or a code; null is the whole. */
  member: string | null
  value: number | null
  n: number
  interval: { low: number; high: number } | null
  missing: Missing | null
}

/** One month of a series; a month that nobody kept is a gap. */
export interface MonthFigure extends Figure {
  month: PlainDate
}

/** Up to when the figures tell all that happened; `behind` counts what changed since and is not in yet. */
export interface FiguresUpTo {
  at: Date | null
  behind: number
}
