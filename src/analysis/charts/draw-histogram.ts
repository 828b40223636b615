import type { Chart } from './chart.ts'
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
} from './drawing.ts'
import { sayPoint } from './say-value.ts'
import { topOf } from './scale.ts'

const TOP = 18
const FOOT = 150
const HEIGHT = 172

/** Columns that stand side by side on zero, for how many fell into each class. */
export function drawHistogram(chart: Chart, lang: string): Drawing {
  const points = chart.series[0]?.points ?? []
  const step = WIDTH / Math.max(1, chart.categories.length)
  const perUnit = (FOOT - TOP) / topOf(chart)
  const shapes = chart.categories.flatMap((category, index): Shape[] => {
    const point = points[index] ?? { value: null }
    const height = (point.value ?? 0) * perUnit
    const middle = (index + 0.5) * step
    const said = sayPoint(point, chart.unit, lang)
    const isNamed = isLabelled(index, chart.categories, step)
    return [
      ...(height > 0 ? [box(inkOf(0), [index * step + 1, FOOT - height], [step - 2, height])] : []),
      ...(widthOf(said) <= step
        ? [words([middle, FOOT - height - 4], said, { anchor: 'middle', bold: true })]
        : []),
      ...(isNamed
        ? [words([middle, HEIGHT - 5], fitted(category, WIDTH), { anchor: 'middle', ink: 'soft' })]
        : []),
    ]
  })
  return {
    width: WIDTH,
    height: HEIGHT,
    shapes: [
      ...shapes,
      line('soft', [
        [0, FOOT],
        [WIDTH, FOOT],
      ]),
    ],
  }
}

/** Every name where all have room, else every so many. */
function isLabelled(index: number, categories: readonly string[], step: number): boolean {
  const widest = Math.max(...categories.map(widthOf)) + 6
  const every = Math.max(1, Math.ceil(widest / step))
  return index % every === 0 && (index + 0.5) * step + widest / 2 <= WIDTH + 6
}
