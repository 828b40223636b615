import type { Chart, Form } from './chart.ts'
import { drawBars } from './draw-bars.ts'
import { drawHistogram } from './draw-histogram.ts'
import { drawLines } from './draw-lines.ts'
import { drawShares } from './draw-shares.ts'
import type { Drawing } from './drawing.ts'

const draw: Readonly<Record<Form, (chart: Chart, lang: string) => Drawing>> = {
  bars: drawBars,
  lines: drawLines,
  shares: drawShares,
  histogram: drawHistogram,
}

export function drawChart(chart: Chart, lang: string): Drawing {
  return draw[chart.form](chart, lang)
}
