/** How well a driver is scored, and how far it goes together with the whole. */
export interface Placed {
  score: number | null
  importance: number | null
}

export type Quadrant = 'first' | 'keep' | 'watch' | 'later' | 'unknown'

/** Importance against score, each beside the mean of all drivers of which both are known. */
export function quadrantOf(all: readonly Placed[], at: number): Quadrant {
  const known = all.filter((each): each is { score: number; importance: number } => {
    return each.score !== null && each.importance !== null
  })
  const own = all[at]
  if (known.length < 2 || !own || own.score === null || own.importance === null) return 'unknown'
  const matters = own.importance >= meanOf(known.map(({ importance }) => importance))
  const isWell = own.score >= meanOf(known.map(({ score }) => score))
  if (matters) return isWell ? 'keep' : 'first'
  return isWell ? 'later' : 'watch'
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
