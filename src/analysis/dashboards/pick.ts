import type { Figure, IndicatorId } from '../indicators/index.ts'

export interface WhichFigure {
  indicator: IndicatorId
  measure: string
  /** Null: of all kinds together. */
  kind: string | null
  member?: string | null
}

/** The one figure; null where nothing was told of it. */
export function pick<F extends Figure>(
  figures: readonly F[],
  { indicator, measure, kind, member = null }: WhichFigure,
): F | null {
  const found = figures.find(
    (each) =>
      each.indicator === indicator &&
      each.measure === measure &&
      each.kind === kind &&
      each.member === member,
  )
  return found ?? null
}

/** The members that figures were told of, the whole left out. */
export function membersIn(figures: readonly Figure[]): string[] {
  const members = figures.map(({ member }) => member).filter((member) => member !== null)
  return [...new Set(members)]
}
