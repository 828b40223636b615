import { describe, expect, it } from '@jest/globals'
import {
  chartTable,
  chartView,
  describeChart,
  drawChart,
  drawInPdf,
  FORMS,
  heightAt,
  writeSvg,
  type Chart,
  type Drawing,
  type Point,
} from '../../../src/analysis/charts/index.ts'
import { translator } from '../../../src/platform/i18n/index.ts'
import { collect, openDocument } from '../../../src/platform/pdf/index.ts'
import { components } from '../../../src/platform/web/index.ts'
import { htmlProblems } from '../../support/html-problems.ts'
import { readPdf } from '../../support/read-pdf.ts'

const t = translator('es')
const speech = { t, lang: 'es' }
const days = { text: 'días hábiles', as: 'number', decimals: 0 } as const
const percent = { text: null, as: 'percent', decimals: 1 } as const
const valued = (values: readonly (number | null)[]): Point[] => values.map((value) => ({ value }))

const bars: Chart = {
  form: 'bars',
  title: 'Ventanilla 2 tarda más',
  unit: days,
  axis: 'Centro',
  categories: ['Ventanilla 1', 'Ventanilla 2', 'Ventanilla <3>'],
  series: [
    {
      name: 'Mediana',
      points: [
        { value: 10, n: 40, interval: { low: 8, high: 12 } },
        { value: 20, n: 31, interval: { low: 15, high: 25 } },
        { value: null, missing: 'oculto' },
      ],
    },
  ],
}

const lines: Chart = {
  ...bars,
  form: 'lines',
  axis: 'Mes',
  unit: percent,
  categories: ['ene', 'feb', 'mar', 'abr', 'may', 'jun'],
  series: [{ name: 'A tiempo', points: valued([0.2, 0.3, null, null, 0.5, 0.6]) }],
}

const shapesOf = <S extends Drawing['shapes'][number]['shape']>(drawing: Drawing, shape: S) =>
  drawing.shapes.filter((each): each is Extract<typeof each, { shape: S }> => each.shape === shape)

describe('Bars', () => {
  const drawing = drawChart(bars, 'es')
  const boxes = shapesOf(drawing, 'box')

  it('begin at zero and are as long as their values', () => {
    expect(boxes.map(({ x }) => x)).toEqual([0, 0])
    expect(boxes[1]!.width / boxes[0]!.width).toBeCloseTo(2, 6)
  })

  it('say their value beside them, and why there is none', () => {
    const said = shapesOf(drawing, 'words').map(({ text }) => text)
    expect(said).toEqual(['Ventanilla 1', '10', 'Ventanilla 2', '20', 'Ventanilla <3>', 'oculto'])
  })

  it('stay within the width of the narrowest telephone', () => {
    expect(drawing.width).toBe(320)
    expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBeLessThan(320)
  })

  it('are cut after twelve; the table has all', () => {
    const many = Array.from({ length: 30 }, (_, index) => index + 1)
    const chart = {
      ...bars,
      categories: many.map((each) => `Centro ${each}`),
      series: [{ name: 'Casos', points: valued(many) }],
    }
    expect(shapesOf(drawChart(chart, 'es'), 'box')).toHaveLength(12)
    const view = chartView(chart, { id: 'c' }, speech)
    expect(view.table.rows).toHaveLength(30)
    expect(view.notes).toEqual(['En la tabla hay 18 más.'])
  })
})

describe('A long name', () => {
  it('stands on two lines, and is cut only where those are too short', () => {
    const [short = '', ...others] = bars.categories
    const long = `${short} de licencias, permisos y constancias: esperar veinte minutos`
    const longest = `${long} cada vez que alguien venga`
    const drawn = (name: string) =>
      shapesOf(drawChart({ ...bars, categories: [name, ...others] }, 'es'), 'words')
        .map(({ text }) => text)
        .slice(0, 2)
    expect(drawn(long).join(' ')).toBe(long)
    expect(drawn(longest)[1]).toMatch(/^.+…$/)
  })
})

describe('Lines', () => {
  it('stop at a gap and go on after it; the gap is shaded, not zero', () => {
    const drawing = drawChart(lines, 'es')
    const drawn = shapesOf(drawing, 'line').filter(({ ink }) => ink === 0)
    expect(drawn.map(({ points }) => points.length)).toEqual([2, 2])
    const [shade] = shapesOf(drawing, 'box')
    const marks = shapesOf(drawing, 'mark').map(({ at: [x] }) => x)
    expect(marks).toHaveLength(4)
    expect(shade!.x).toBeGreaterThan(marks[1]!)
    expect(shade!.x + shade!.width).toBeLessThan(marks[2]!)
  })

  it('begin their axis at zero, and end at a hundred per cent when most of it is used', () => {
    const drawing = drawChart(lines, 'es')
    const said = shapesOf(drawing, 'words').map(({ text }) => text)
    expect(said).toContain('100 %')
    const ends = shapesOf(drawing, 'mark').map(({ at: [, y] }) => y)
    const foot = 150
    expect((foot - ends[3]!) / (foot - ends[0]!)).toBeCloseTo(3, 1)
  })

  it('are named where they end, one below the other, and are four at most', () => {
    const chart = {
      ...lines,
      series: [1, 2, 3, 4, 5].map((each) => ({
        name: `Serie ${each}`,
        points: valued([0.5, 0.6]),
      })),
      categories: ['ene', 'feb'],
    }
    const names = shapesOf(drawChart(chart, 'es'), 'words').filter(({ text }) => /Serie/.test(text))
    expect(names.map(({ text }) => text)).toEqual(['Serie 1', 'Serie 2', 'Serie 3', 'Serie 4'])
    const places = names.map(({ at: [, y] }) => y)
    expect(places.slice(1).every((y, index) => y - places[index]! >= 26)).toBe(true)
  })
})

describe('Parts of a whole', () => {
  it('fill the width together', () => {
    const chart: Chart = {
      ...bars,
      form: 'shares',
      categories: [''],
      series: [3, 1].map((value) => ({ name: `De ${value}`, points: [{ value }] })),
    }
    const parts = shapesOf(drawChart(chart, 'es'), 'box').filter(({ height }) => height === 22)
    expect(parts.map(({ width }) => width)).toEqual([240, 80])
  })
})

const LONGEST: Readonly<Record<Chart['form'], Chart>> = {
  bars: {
    ...bars,
    categories: Array.from({ length: 12 }, (_, index) => `Oficina de trámites número ${index}`),
    series: [
      {
        name: 'x',
        points: Array.from({ length: 12 }, () => ({
          value: 123.4,
          interval: { low: 100.1, high: 150.7 },
        })),
      },
    ],
  },
  lines: {
    ...lines,
    categories: Array.from({ length: 60 }, (_, index) => `ene ${index}`),
    series: [1, 2, 3, 4].map((each) => ({
      name: `Serie ${each}`,
      points: Array.from({ length: 60 }, (_, index) => ({ value: ((index * each) % 17) / 17 })),
    })),
  },
  shares: {
    ...bars,
    form: 'shares',
    categories: ['2024', '2025', '2026'],
    series: [1, 2, 3, 4].map((each) => ({ name: `Parte ${each}`, points: valued([each, 2, 3]) })),
  },
  histogram: {
    ...bars,
    form: 'histogram',
    categories: Array.from({ length: 31 }, (_, index) => String(index)),
    series: [{ name: 'Casos', points: valued(Array.from({ length: 31 }, (_, index) => index)) }],
  },
}

describe('An image', () => {
  it.each(FORMS)('of %s takes less than 3 kB and no script or style', (form) => {
    const chart = LONGEST[form]
    const words = { id: 'c1', title: chart.title, description: describeChart(chart, speech) }
    const svg = writeSvg(drawChart(chart, 'es'), words)
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(3000)
    expect(svg).not.toMatch(/<script|style=|NaN|undefined|Infinity/)
    expect(svg).toMatch(/role="img".*<title id="c1-t">.+<desc id="c1-d">/)
  })

  it('hatches every colour but the first, so that paper tells them apart', () => {
    const svg = writeSvg(drawChart(LONGEST.shares, 'es'), { id: 'k', title: 'a', description: 'b' })
    expect(svg.match(/<pattern id="k-\d"/g)).toEqual([
      '<pattern id="k-1"',
      '<pattern id="k-2"',
      '<pattern id="k-3"',
    ])
  })

  it('says names as they are, without reading them as markup', () => {
    const svg = writeSvg(drawChart(bars, 'es'), { id: 'k', title: '<b>', description: 'b' })
    expect(svg).toContain('Ventanilla &lt;3&gt;')
    expect(svg).not.toContain('<b>')
  })
})

describe('A table', () => {
  it('has the value, on how many it rests and between what it lies', () => {
    const { head, rows } = chartTable(bars, speech)
    expect(head.map(({ text }) => text)).toEqual([
      'Centro',
      'Mediana (días hábiles)',
      'Sobre cuántos (n)',
      'Intervalo de 95 %',
    ])
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Ventanilla 1', '10', '40', 'de 8 a 12 días hábiles'],
      ['Ventanilla 2', '20', '31', 'de 15 a 25 días hábiles'],
      ['Ventanilla <3>', 'oculto', '–', '–'],
    ])
    expect(rows.map(([, cell]) => cell!.value)).toEqual(['10', '20', ''])
  })
})

describe('A chart on a page', () => {
  const shown = (chart: Chart) =>
    components('es', t)('chart', { ...chartView(chart, { id: 'uno', level: 2 }, speech) })

  it('is valid markup, with its title, its image and its table', async () => {
    const page = `<!DOCTYPE html><html lang="es"><head><title>a</title></head><body><main><h1>a</h1>${shown(bars)}</main></body></html>`
    expect(await htmlProblems(page)).toEqual([])
  })

  it('without values is said in words, and its table stands open', () => {
    const html = shown({
      ...bars,
      series: [{ name: 'Mediana', points: [{ value: null, missing: 'sin datos' }] }],
    })
    expect(html).not.toContain('<svg')
    expect(html).toContain('No hay valores que dibujar')
    expect(html).toMatch(/<details[^>]* open/)
  })
})

describe('A chart in a document', () => {
  it('is drawn with the same boxes and words', async () => {
    const doc = openDocument({ size: 'A4', margin: 50, lang: 'es', title: 'a', author: 'b' })
    const bytes = collect(doc)
    const drawing = drawChart(bars, 'es')
    drawInPdf(doc, drawing, { x: 50, y: 50, width: 480 })
    drawInPdf(doc, drawChart(LONGEST.shares, 'es'), { x: 50, y: 400, width: 320 })
    drawInPdf(doc, drawChart(lines, 'es'), { x: 50, y: 600, width: 320 })
    doc.end()
    const seen = readPdf(await bytes)
    expect(seen.text).toContain('Ventanilla 2')
    const widths = shapesOf(drawing, 'box').map(({ width }) => width)
    expect(seen.rectangles.slice(0, 2).map(({ width }) => width)).toEqual(
      widths.map((width) => expect.closeTo(width, 3)),
    )
    expect(heightAt(drawing, 640)).toBe(drawing.height * 2)
  })
})
