import { MOST_BARS, MOST_SERIES, type Chart, type Point } from './chart.ts'
import {
  box,
  fitted,
  wrapped,
  inkOf,
  LETTERS,
  line,
  WIDTH,
  words,
  widthOf,
  type Drawing,
  type Shape,
} from './drawing.ts'
import { sayPoint } from './say-value.ts'
import { topOf } from './scale.ts'

const BAR = 14
const STEP = 18
const BETWEEN = 8
const ROOM_OF_NAMES = 150

/** Horizontal bars from zero, each under its name, with its value at its end and its interval as a thread. */
export function drawBars(chart: Chart, lang: string): Drawing {
  const series = chart.series.slice(0, MOST_SERIES)
  const categories = chart.categories.slice(0, MOST_BARS)
  const room = WIDTH - roomOfValues(chart, lang)
  const perUnit = room / topOf(chart)
  const shapes: Shape[] = []
  let y = 0
  for (const [index, category] of categories.entries()) {
    for (const named of wrapped(category, WIDTH)) {
      shapes.push(words([0, y + LETTERS], named))
      y += STEP
    }
    for (const [number, { name, points }] of series.entries()) {
      const point = points[index] ?? { value: null }
      const said = sayPoint(point, chart.unit, lang)
      const named = series.length > 1 && index === 0 ? `${said} ${name}` : said
      shapes.push(...drawBar(point, { y, perUnit, ink: inkOf(number), said: named }))
      y += STEP
    }
    y += BETWEEN
  }
  return { width: WIDTH, height: Math.max(y - BETWEEN, LETTERS), shapes }
}

function roomOfValues({ series, unit }: Chart, lang: string): number {
  if (series.length > 1) return ROOM_OF_NAMES
  const said = series.flatMap(({ points }) =>
    points
      .slice(0, MOST_BARS)
      .map((point) => (point.value === null ? '' : sayPoint(point, unit, lang))),
  )
  return Math.max(...said.map(widthOf), 0) + 8
}

function drawBar(
  { value, interval }: Point,
  { y, perUnit, ink, said }: { y: number; perUnit: number; ink: 0 | 1 | 2 | 3; said: string },
): Shape[] {
  const middle = y + BAR / 2
  const end = Math.max(value ?? 0, (value === null ? null : interval)?.high ?? 0) * perUnit
  const label = words([end + 5, y + BAR - 2.5], fitted(said, WIDTH - end - 5), {
    bold: value !== null,
    ink: value === null ? 'soft' : 'text',
  })
  const foot = line('soft', [
    [0.5, y - 2],
    [0.5, y + BAR + 2],
  ])
  if (value === null) return [foot, label]
  const bar = box(ink, [0, y], [value * perUnit, BAR])
  if (!interval) return [bar, foot, label]
  const [low, high] = [interval.low * perUnit, interval.high * perUnit]
  const thread = line(
    'text',
    [
      [low, middle],
      [high, middle],
    ],
    1,
  )
  return [
    bar,
    line(
      'paper',
      [
        [low, middle],
        [high, middle],
      ],
      3,
    ),
    thread,
    label,
  ]
}
