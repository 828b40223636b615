import { fitted, line, words, WIDTH, type Drawing, type Shape } from '../../analysis/index.ts'
import { placeLanes, type Leap } from './place-lanes.ts'
import { END, type Step } from './step.ts'

/** A step of the picture: where its shape stands. */
interface Placed {
  top: number
  height: number
}

const MIDDLE = WIDTH / 2
const HALF = 96
const GAP = 30
const LINE = 17
const PIN = 28
const LETTERS_A_LINE = 25

interface Labels {
  start: string
  end: string
}

/** From top to bottom in the order of the list; ways that leap over steps run beside them in lanes. */
export function drawFlow(steps: readonly Step[], { start, end }: Labels): Drawing {
  const placed = placeAll(steps)
  const bottom = placed.at(-1)
  const endTop = bottom ? bottom.top + bottom.height + GAP : PIN + GAP
  const leaps = leapsOf(steps)
  const lanes = placeLanes(leaps)
  const topOf = (index: number) => placed[index]?.top ?? endTop
  return {
    width: WIDTH,
    height: endTop + PIN + 6,
    shapes: [
      ...pin(4, start),
      ...(steps.length > 0 ? arrow([MIDDLE, 4 + PIN], [MIDDLE, topOf(0)]) : []),
      ...steps.flatMap((step, index) =>
        shapeOf(step, placed[index] ?? { top: 0, height: 0 }, index),
      ),
      ...steps.flatMap((step, index) => straightWay(step, index, steps, placed, topOf(index + 1))),
      ...leaps.flatMap((leap, index) =>
        leapShapes(leap, lanes[index] ?? 0, placed, topOf(leap.to)),
      ),
      ...pin(endTop, end),
    ],
  }
}

function placeAll(steps: readonly Step[]): Placed[] {
  let top = 4 + PIN + GAP
  return steps.map(({ text, kind }) => {
    const height = linesOf(text, kind).length * LINE + (kind === 'decision' ? 48 : 18)
    const placed = { top, height }
    top += height + GAP
    return placed
  })
}

/** Cut into three lines at most; the list beside the picture has all of it. */
function linesOf(text: string, kind: Step['kind']): string[] {
  const most = kind === 'decision' ? LETTERS_A_LINE - 11 : LETTERS_A_LINE
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last === '' || last.length + word.length < most) {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    } else lines.push(word)
  }
  const shown = lines.slice(0, 3)
  if (lines.length > 3) shown[2] = `${shown[2]?.slice(0, most - 2) ?? ''}…`
  return shown.map((each) => fitted(each, most * 7.6))
}

function shapeOf({ text, kind }: Step, { top, height }: Placed, index: number): Shape[] {
  const lines = linesOf(text, kind)
  const first = top + height / 2 - ((lines.length - 1) * LINE) / 2 + 4.5
  return [
    kind === 'decision' ? diamond(top, height) : frame(top, height),
    ...lines.map((said, at) => words([MIDDLE, first + at * LINE], said, { anchor: 'middle' })),
    words([MIDDLE - HALF, top - 4], `${index + 1}`, { ink: 'soft', bold: true }),
  ]
}

function frame(top: number, height: number): Shape {
  const [left, right, low] = [MIDDLE - HALF, MIDDLE + HALF, top + height]
  return line(
    0,
    [
      [left, top],
      [right, top],
      [right, low],
      [left, low],
      [left, top],
    ],
    1.5,
  )
}

function diamond(top: number, height: number): Shape {
  const middle = top + height / 2
  const points = [
    [MIDDLE, top],
    [MIDDLE + HALF, middle],
    [MIDDLE, top + height],
    [MIDDLE - HALF, middle],
    [MIDDLE, top],
  ] as const
  return line(2, points, 1.5)
}

/** The rounded sign of start and end. */
function pin(top: number, said: string): Shape[] {
  const radius = PIN / 2
  const arc = (centre: number, from: number) =>
    Array.from({ length: 9 }, (_, step) => {
      const angle = from + (step * Math.PI) / 8
      return [centre + radius * Math.sin(angle), top + radius - radius * Math.cos(angle)] as const
    })
  const points = [...arc(MIDDLE + 30, 0), ...arc(MIDDLE - 30, Math.PI)]
  const [first = [MIDDLE, top] as const] = points
  return [
    line('text', [...points, first], 1.5),
    words([MIDDLE, top + radius + 4.5], said, { anchor: 'middle', bold: true }),
  ]
}

type At = readonly [number, number]

/** The head of an arrow points the way that its last stretch goes. */
function arrow(...points: readonly At[]): Shape[] {
  const [x, y] = points.at(-1) ?? [0, 0]
  const [fromX] = points.at(-2) ?? [0, 0]
  const head: At[] =
    fromX === x
      ? [
          [x - 4, y - 6],
          [x, y],
          [x + 4, y - 6],
        ]
      : [
          [x + (fromX > x ? 6 : -6), y - 4],
          [x, y],
          [x + (fromX > x ? 6 : -6), y + 4],
        ]
  return [line('soft', points, 1.2), line('soft', head, 1.6)]
}

/** Where the list goes on, or to the end from its last step. */
function isStraight(to: string, index: number, steps: readonly Step[]): boolean {
  return to === (steps[index + 1]?.stepId ?? END)
}

function straightWay(
  { ways }: Step,
  index: number,
  steps: readonly Step[],
  placed: readonly Placed[],
  below: number,
): Shape[] {
  const way = ways.find(({ to }) => isStraight(to, index, steps))
  const { top = 0, height = 0 } = placed[index] ?? {}
  if (!way) return []
  return [
    ...arrow([MIDDLE, top + height], [MIDDLE, below]),
    ...(way.label === ''
      ? []
      : [words([MIDDLE + 6, top + height + 16], fitted(way.label, 84), { ink: 'soft' })]),
  ]
}

function leapsOf(steps: readonly Step[]): Leap[] {
  return steps.flatMap(({ ways }, from) =>
    ways.flatMap(({ to, label }) => {
      const target = to === END ? steps.length : steps.findIndex(({ stepId }) => stepId === to)
      return target < 0 || isStraight(to, from, steps) ? [] : [{ from, to: target, label }]
    }),
  )
}

const LANE = 9

/** Forwards on the right, back on the left. */
function leapShapes(leap: Leap, lane: number, placed: readonly Placed[], top: number): Shape[] {
  const { top: own = 0, height = 0 } = placed[leap.from] ?? {}
  const side = leap.to > leap.from ? 1 : -1
  const y = own + height / 2
  const edge = MIDDLE + side * HALF
  const x = edge + side * (16 + lane * LANE)
  const isEnd = leap.to >= placed.length
  const targetY = isEnd
    ? top + PIN / 2
    : top + (placed[leap.to]?.height ?? 0) / 2 - (side < 0 ? 5 : -5)
  const targetX = isEnd ? MIDDLE + side * 44 : edge
  return [
    ...arrow([edge, y], [x, y], [x, targetY], [targetX, targetY]),
    ...(leap.label === ''
      ? []
      : [
          // over the shoulder of its question, where no lane runs
          words([edge + side * 10, y - 18], fitted(leap.label, 48), {
            anchor: side > 0 ? 'end' : 'start',
            ink: 'soft',
          }),
        ]),
  ]
}
