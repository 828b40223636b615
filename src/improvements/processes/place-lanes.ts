/** A way that leaps over steps, from one place in the list to another. */
export interface Leap {
  from: number
  to: number
  label: string
}

/** Side by side so that no two that run past the same step share a lane; the shortest run innermost. */
export function placeLanes(leaps: readonly Leap[]): number[] {
  const lanes = leaps.map(() => 0)
  const taken: { lane: number; from: number; to: number; forwards: boolean }[] = []
  const byLength = leaps
    .map((leap, index) => ({ ...spanOf(leap), index }))
    .toSorted(
      (one, other) => one.to - one.from - (other.to - other.from) || one.index - other.index,
    )
  for (const { index, from, to, forwards } of byLength) {
    const beside = taken.filter(
      (other) => other.forwards === forwards && other.from <= to && from <= other.to,
    )
    let lane = 0
    while (beside.some((other) => other.lane === lane)) lane += 1
    taken.push({ lane, from, to, forwards })
    lanes[index] = lane
  }
  return lanes
}

function spanOf({ from, to }: Leap) {
  return { from: Math.min(from, to), to: Math.max(from, to), forwards: to > from }
}
