import type { Chart } from './chart.ts'

const STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The round number at the top of an axis that begins at zero. */
export function topOf({ series, unit }: Chart): number {
  const highest = Math.max(
    0,
    ...series.flatMap(({ points }) =>
      points.map(({ value, interval }) => Math.max(value ?? 0, interval?.high ?? 0)),
    ),
  )
  if (unit.as === 'percent' && highest > 0.5) return 1
  return roundUp(highest)
}

function roundUp(highest: number): number {
  if (highest <= 0) return 1
  const size = 10 ** Math.floor(Math.log10(highest))
  const step = STEPS.find((each) => each * size >= highest) ?? 10
  return step * size
}
