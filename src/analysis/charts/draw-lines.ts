import { MOST_SERIES, type Chart, type Series } from './chart.ts'
import {
  box,
  fitted,
  inkOf,
  line,
  WIDTH,
  widthOf,
  words,
  type Drawing,
  type Shape,
  type Xy,
} from './drawing.ts'
import { sayValue } from './say-value.ts'
import { topOf } from './scale.ts'

const TOP = 18
const FOOT = 150
const HEIGHT = 172
const LABEL = 30
const ROOM_OF_VALUE = 58
const ROOM_OF_NAMES = 126
const ROOM_OF_MARK = 12
/** A longer line shows its shape by itself, and marks would hide it. */
const MOST_MARKS = 18

interface Frame {
  left: number
  right: number
  x: (index: number) => number
  y: (value: number) => number
}

/** One line a series over the months; where there is no value the line stops, and the place is shaded. */
export function drawLines(chart: Chart, lang: string): Drawing {
  const series = chart.series.slice(0, MOST_SERIES)
  const frame = frameOf(chart, series.length > 1, lang)
  const shapes = [
    ...drawGaps(chart, frame),
    ...drawGrid(chart, frame, lang),
    ...series.flatMap((each, number) => drawSeries(each, number, frame)),
    ...drawEnds(series, chart, frame, lang),
    ...drawDates(chart.categories, frame),
  ]
  return { width: WIDTH, height: HEIGHT, shapes }
}

function frameOf(chart: Chart, named: boolean, lang: string): Frame {
  const left = Math.max(...gridValues(chart, lang).map(({ said }) => widthOf(said))) + 6
  const right = WIDTH - (named ? ROOM_OF_NAMES : ROOM_OF_VALUE)
  const count = chart.categories.length
  const step = count > 1 ? (right - left - 8) / (count - 1) : 0
  const top = topOf(chart)
  // long lines are drawn on whole points: a page has few bytes
  const round = count > MOST_MARKS ? Math.round : (value: number) => Math.round(value * 10) / 10
  return {
    left,
    right,
    x: (index) => round(count > 1 ? left + 4 + index * step : (left + right) / 2),
    y: (value) => round(FOOT - (value / top) * (FOOT - TOP)),
  }
}

function gridValues(chart: Chart, lang: string): { value: number; said: string }[] {
  const top = topOf(chart)
  const isPercent = chart.unit.as === 'percent'
  const decimals = Number.isInteger((isPercent ? 100 : 1) * (top / 2)) ? 0 : 1
  const unit = { ...chart.unit, decimals }
  return [top, top / 2, 0].map((value) => ({ value, said: sayValue(value, unit, lang) }))
}

function drawGrid(chart: Chart, { left, right, y }: Frame, lang: string): Shape[] {
  return gridValues(chart, lang).flatMap(({ value, said }) => [
    line(value === 0 ? 'soft' : 'grid', [
      [left, y(value)],
      [right, y(value)],
    ]),
    words([left - 5, y(value) + 4], said, { ink: 'soft', anchor: 'end' }),
  ])
}

function drawGaps({ categories, series }: Chart, { x, left, right }: Frame): Shape[] {
  const isGap = (index: number) =>
    series.every(({ points }) => (points[index]?.value ?? null) === null)
  const half = categories.length > 1 ? (x(1) - x(0)) / 2 : (right - left) / 2
  return runsOf(categories.length, isGap).map(([first, last]) => {
    const from = Math.max(left, x(first) - half)
    const until = Math.min(right, x(last) + half)
    return box('gap', [from, TOP], [until - from, FOOT - TOP])
  })
}

function drawSeries({ points }: Series, number: number, { x, y }: Frame): Shape[] {
  const has = (index: number) => (points[index]?.value ?? null) !== null
  return runsOf(points.length, has).flatMap(([first, last]) => {
    const at = points
      .slice(first, last + 1)
      .map(({ value }, index): Xy => [x(first + index), y(value ?? 0)])
    const marked = points.length <= MOST_MARKS ? at : first === last ? at : at.slice(-1)
    return [
      ...(at.length > 1 ? [line(inkOf(number), at, 2.5)] : []),
      ...marked.map((each): Shape => ({ shape: 'mark', at: each, ink: inkOf(number) })),
    ]
  })
}

/** First and last index of each run of indexes for which it holds. */
function runsOf(count: number, holds: (index: number) => boolean): [number, number][] {
  const runs: [number, number][] = []
  for (let index = 0; index < count; index++) {
    if (!holds(index)) continue
    const run = runs.at(-1)
    if (run && run[1] === index - 1) run[1] = index
    else runs.push([index, index])
  }
  return runs
}

/** Each line is named where it ends; names that would lie on one another are pushed apart. */
function drawEnds(
  series: readonly Series[],
  chart: Chart,
  { right, y }: Frame,
  lang: string,
): Shape[] {
  const ends = series
    .flatMap(({ name, points }, number) => {
      const value = points.findLast((point) => point.value !== null)?.value ?? null
      return value === null ? [] : [{ name, number, value, at: y(value) }]
    })
    .toSorted((one, other) => one.at - other.at)
  if (series.length === 1) {
    return ends.map(({ value, at }) =>
      words([right + 6, at + 5], sayValue(value, chart.unit, lang), { bold: true }),
    )
  }
  let lowest = 0
  const room = HEIGHT - ends.length * LABEL
  return ends.flatMap(({ name, number, value, at }, index): Shape[] => {
    const place = Math.max(lowest, Math.min(at - LABEL / 2, room + index * LABEL))
    lowest = place + LABEL
    const from = right + 6 + ROOM_OF_MARK
    return [
      { shape: 'mark', at: [right + 10, place + 6.5], ink: inkOf(number) },
      words([from, place + 11], fitted(name, WIDTH - from)),
      words([from, place + 25], sayValue(value, chart.unit, lang), { bold: true }),
    ]
  })
}

function drawDates(categories: readonly string[], { left, right }: Frame): Shape[] {
  const last = categories.length - 1
  const dated = (index: number, x: number, anchor: 'start' | 'middle' | 'end') =>
    words([x, HEIGHT - 5], categories[index] ?? '', { anchor, ink: 'soft' })
  if (last < 0) return []
  if (last === 0) return [dated(0, (left + right) / 2, 'middle')]
  const widest = Math.max(...categories.map(widthOf))
  const middle = last / 2
  const hasMiddle = Number.isInteger(middle) && 3.4 * widest < right - left
  const hasFirst = widthOf(categories[0] ?? '') + widthOf(categories[last] ?? '') < right - left
  return [
    ...(hasFirst ? [dated(0, left, 'start')] : []),
    ...(hasMiddle ? [dated(middle, (left + right) / 2, 'middle')] : []),
    dated(last, right, 'end'),
  ]
}
