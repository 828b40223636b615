import { MOST_BARS, MOST_SERIES, type Chart } from './chart.ts'
import {
  box,
  fitted,
  inkOf,
  LETTERS,
  line,
  WIDTH,
  widthOf,
  words,
  type Drawing,
  type Shape,
} from './drawing.ts'
import { sayValue } from './say-value.ts'

const BAR = 22
const STEP = 26
const KEY = 20
/** Bold digits are wider. */
const PLATE = 1.3

/** Parts of a whole as one bar for each category; the parts are named once, above the first bar. */
export function drawShares(chart: Chart, lang: string): Drawing {
  const series = chart.series.slice(0, MOST_SERIES)
  const keys = series.flatMap(({ name }, number) => [
    box(inkOf(number), [0, number * KEY + 2], [12, 12]),
    words([18, number * KEY + LETTERS], fitted(name, WIDTH - 18)),
  ])
  const shapes: Shape[] = []
  let y = series.length * KEY + 6
  for (const [index, category] of chart.categories.slice(0, MOST_BARS).entries()) {
    if (category !== '') {
      shapes.push(words([0, y + LETTERS], fitted(category, WIDTH)))
      y += 18
    }
    shapes.push(...drawParts(chart, index, y, lang))
    y += STEP
  }
  return { width: WIDTH, height: y, shapes: [...keys, ...shapes] }
}

function drawParts(chart: Chart, index: number, y: number, lang: string): Shape[] {
  const values = chart.series
    .slice(0, MOST_SERIES)
    .map(({ points }) => points[index]?.value ?? null)
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0)
  if (sum === 0) {
    const missing = chart.series.map(({ points }) => points[index]?.missing).find(Boolean)
    return [words([0, y + 15], missing ?? '–', { ink: 'soft' })]
  }
  let x = 0
  return values.flatMap((value, number) => {
    const width = ((value ?? 0) / sum) * WIDTH
    if (width === 0) return []
    const said = sayValue((value ?? 0) / sum, { text: null, as: 'percent', decimals: 0 }, lang)
    const from = x
    x += width
    const fits = PLATE * widthOf(said) + 8 < width
    return [
      box(inkOf(number), [from, y], [width, BAR]),
      ...(from > 0
        ? [
            line(
              'paper',
              [
                [from, y],
                [from, y + BAR],
              ],
              2,
            ),
          ]
        : []),
      // on a plate of paper, since two of the four colours are too light for white letters
      ...(fits
        ? [
            box('paper', [from + 4, y + 3], [PLATE * widthOf(said), BAR - 6]),
            words([from + 6, y + 16], said, { bold: true }),
          ]
        : []),
    ]
  })
}
