/** How a value is written: shares are kept between 0 and 1 and read as per cent. */
export interface Unit {
  /** What is counted, as it stands beside the numbers: "casos", "días hábiles"; null where it says itself. */
  text: string | null
  /** The same beside a one: "caso", "día hábil". */
  ofOne?: string
  as: 'number' | 'percent'
  decimals: number
}

export interface Point {
  /** Null: there is no value, which is never drawn as zero. */
  value: number | null
  n?: number | null
  interval?: { low: number; high: number } | null
  /** Why there is no value, in words. */
  missing?: string | null
}

export interface Series {
  name: string
  points: readonly Point[]
}

export const FORMS = ['bars', 'lines', 'shares', 'histogram'] as const
export type Form = (typeof FORMS)[number]

/** What a figure says and shows, before anything is drawn. */
export interface Chart {
  form: Form
  /** A sentence: what one is to see. */
  title: string
  unit: Unit
  /** What the categories are: "Centro", "Mes". */
  axis: string
  /** Names of members, or months as they are read. */
  categories: readonly string[]
  series: readonly Series[]
  note?: string | null
}

/** More than four lines are told apart by nobody. */
export const MOST_SERIES = 4
/** The rest stands in the table. */
export const MOST_BARS = 12

export function isEmpty({ series }: Chart): boolean {
  return series.every(({ points }) => points.every(({ value }) => value === null))
}
