import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type Plugin,
} from 'chart.js'
import type { TableData } from './read-table.ts'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** As the server draws them: each 3:1 on white and beside its neighbour, and each with a mark of its own. */
const COLOURS = ['#12436d', '#28a197', '#801650', '#f46a25']
const MARKS = ['circle', 'rect', 'triangle', 'rectRot'] as const
const ROW = 44

/** Puts a canvas in the place of the drawing. What it says stands in the table, and is named here once. */
export function drawOver(figure: HTMLElement, data: TableData, save: string): void {
  const drawing = figure.querySelector('svg')
  if (!drawing) return
  const canvas = document.createElement('canvas')
  canvas.setAttribute('role', 'img')
  canvas.setAttribute('aria-label', drawing.querySelector('desc')?.textContent ?? data.title)
  const room = document.createElement('div')
  room.className = 'chart__canvas'
  room.append(canvas)
  const isBars = data.form === 'bars' || data.form === 'shares'
  if (isBars) room.style.height = `${heightOf(data)}px`
  drawing.replaceWith(room)
  const chart = new Chart(canvas, configurationOf(data, isBars))
  if (save !== '') room.after(saveButton(chart, data.title, save))
}

function configurationOf(data: TableData, isBars: boolean) {
  const isLine = data.form === 'lines'
  const say = (value: number | string) =>
    data.percent && typeof value === 'number' ? `${Math.round(value * 1000) / 10} %` : String(value)
  const ofValues = {
    beginAtZero: true,
    stacked: data.form === 'shares',
    ticks: { callback: say },
    ...(data.percent ? { max: 1 } : {}),
  }
  const wrap = (_value: number | string, index: number) =>
    isBars ? linesOf(data.categories[index] ?? '') : (data.categories[index] ?? '')
  const ofNames = {
    stacked: data.form === 'shares',
    grid: { display: false },
    ticks: { callback: wrap, autoSkip: !isBars },
  }
  return {
    type: isLine ? ('line' as const) : ('bar' as const),
    data: {
      labels: data.categories,
      datasets: data.series.map(({ name, values }, index) => ({
        label: name,
        data: values,
        backgroundColor: COLOURS[index % COLOURS.length],
        borderColor: COLOURS[index % COLOURS.length],
        pointStyle: MARKS[index % MARKS.length],
        pointRadius: 4,
        spanGaps: false,
      })),
    },
    plugins: data.form === 'bars' ? [saysValues(data)] : [],
    options: {
      animation: false as const,
      layout: { padding: { right: data.form === 'bars' ? ROOM_OF_VALUES : 0 } },
      maintainAspectRatio: false,
      indexAxis: isBars ? ('y' as const) : ('x' as const),
      scales: isBars ? { x: ofValues, y: ofNames } : { x: ofNames, y: ofValues },
      plugins: {
        legend: { display: data.series.length > 1, labels: { usePointStyle: true } },
        tooltip: {
          callbacks: {
            label: (item: { dataset: { label?: string | undefined }; raw: unknown }) =>
              `${item.dataset.label ?? ''}: ${say(item.raw as number)}`,
          },
        },
      },
    },
  }
}

const LONGEST_LINE = 26
const LINE = 15

/** A name is never cut: it takes as many lines as it needs, broken between words. */
function linesOf(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < LONGEST_LINE) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

function heightOf({ categories }: TableData): number {
  const rows = categories.map((name) => Math.max(ROW, (linesOf(name).length + 1) * LINE))
  return Math.max(0, ...rows) * categories.length + 80
}

const ROOM_OF_VALUES = 64

/** The value at the end of each bar; where there is none, the reason, so that no name stands beside nothing. */
function saysValues({ series }: TableData): Plugin {
  return {
    id: 'saysValues',
    afterDatasetsDraw: (chart) => {
      const { ctx, data, scales } = chart
      ctx.save()
      ctx.textBaseline = 'middle'
      for (const index of data.datasets.keys()) {
        for (const [place, bar] of chart.getDatasetMeta(index).data.entries()) {
          const { values = [], said = [] } = series[index] ?? {}
          const hasValue = values[place] != null
          ctx.font = `${hasValue ? '600 ' : ''}12px system-ui, sans-serif`
          ctx.fillStyle = hasValue ? '#1f1b24' : '#5b5563'
          const x = hasValue ? bar.x : (scales['x']?.left ?? 0)
          ctx.fillText(said[place] ?? '', x + 6, bar.y)
        }
      }
      ctx.restore()
    },
  }
}

function saveButton(chart: Chart, title: string, text: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'link-button chart__save'
  button.textContent = text
  button.setAttribute('aria-label', `${text}: ${title}`)
  button.addEventListener('click', () => {
    onPaper(chart, title).toBlob((blob) => {
      if (!blob) return
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = `${fileNameOf(title)}.png`
      link.click()
      URL.revokeObjectURL(link.href)
    }, 'image/png')
  })
  return button
}

const HEAD = 40

/** On white and with its title, since it leaves the page alone. */
function onPaper({ canvas }: Chart, title: string): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  const scale = window.devicePixelRatio
  copy.width = canvas.width
  copy.height = canvas.height + HEAD * scale
  const context = copy.getContext('2d')
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, copy.width, copy.height)
    context.fillStyle = '#1f1b24'
    context.font = `700 ${15 * scale}px system-ui, sans-serif`
    context.fillText(title, 8 * scale, 25 * scale, copy.width - 16 * scale)
    context.drawImage(canvas, 0, HEAD * scale)
  }
  return copy
}

function fileNameOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)
}
