import { fitted, line, words, WIDTH, type Drawing, type Shape } from '../charts/index.ts'
import type { StageOfExperience } from './experience.ts'

const ROW = 44
const TOP = 26
/** Names stand left of the axis, so that no line crosses them. */
const LEFT = 152
const RIGHT = WIDTH - 12
const NAME = LEFT - 20

type Stage = Pick<StageOfExperience, 'n' | 'emotion'> & { name: string }

/** The journey from top to bottom; from left to right how it felt. A stage of which nobody spoke breaks the line. */
export function drawExperience(
  stages: readonly Stage[],
  { good, bad }: { good: string; bad: string },
): Drawing {
  const height = TOP + stages.length * ROW + 8
  const middle = xOf(0)
  const points = stages.map(({ emotion }, index) =>
    emotion === null ? null : ([xOf(emotion), TOP + index * ROW + 22] as const),
  )
  return {
    width: WIDTH,
    height,
    shapes: [
      words([LEFT, 14], `← ${bad}`, { ink: 'soft' }),
      words([RIGHT, 14], `${good} →`, { anchor: 'end', ink: 'soft' }),
      line('soft', [
        [middle, TOP],
        [middle, height - 8],
      ]),
      ...stages.flatMap((stage, index) => rowOf(stage, TOP + index * ROW)),
      ...stretchesOf(points).map((stretch) => line(0, stretch, 2)),
      ...points.flatMap((at): Shape[] => (at ? [{ shape: 'mark', at, ink: 0 }] : [])),
    ],
  }
}

function xOf(emotion: number): number {
  return LEFT + ((emotion + 1) / 2) * (RIGHT - LEFT)
}

function rowOf({ name, n, emotion }: Stage, top: number): Shape[] {
  const said = emotion === null ? '–' : emotion.toFixed(1).replace('-', '−')
  return [
    words([4, top + 18], fitted(name, NAME), { bold: true }),
    words([4, top + 34], `${said} (n ${n})`, { ink: 'soft' }),
    line('grid', [
      [LEFT, top + 22],
      [RIGHT, top + 22],
    ]),
  ]
}

type At = readonly [number, number]

/** Runs of points that follow each other without a gap. */
function stretchesOf(points: readonly (At | null)[]): At[][] {
  const stretches: At[][] = [[]]
  for (const point of points) {
    if (point) stretches.at(-1)?.push(point)
    else stretches.push([])
  }
  return stretches.filter(({ length }) => length > 1)
}
