import { addDays, daysBetween, type PlainDate } from '../../platform/dates.ts'
import { escapeHtml } from '../../platform/web/index.ts'

export interface GanttRow {
  label: string
  from: PlainDate
  until: PlainDate
  /** In per cent. */
  done: number
}

export interface GanttWords {
  title: string
  description: string
  today: string
}

const WIDTH = 640
const ROW = 26
const HEAD = 22
const LEFT = 28

/** Bars of days: the light one is planned, the dark one in it is done; the line is today. Its table stands beside. */
export function drawGantt(
  rows: readonly GanttRow[],
  span: { from: PlainDate; until: PlainDate; today: PlainDate },
  words: GanttWords,
): string {
  const days = Math.max(1, daysBetween(span.from, span.until) + 1)
  const across = (day: PlainDate) =>
    LEFT + ((WIDTH - LEFT) * Math.min(days, Math.max(0, daysBetween(span.from, day)))) / days
  const height = HEAD + rows.length * ROW + 4
  const bars = rows.map((row, index) => barOf(row, HEAD + index * ROW, index + 1, across)).join('')
  const isWithin = span.today >= span.from && span.today <= span.until
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="gantt" role="img" viewBox="0 0 ${WIDTH} ${height}"` +
    ` aria-labelledby="gantt-t gantt-d" font-size="13" font-family="system-ui,sans-serif">` +
    `<title id="gantt-t">${escapeHtml(words.title)}</title><desc id="gantt-d">${escapeHtml(words.description)}</desc>` +
    bars +
    (isWithin ? todayLine(across(span.today), height, words.today) : '') +
    '</svg>'
  )
}

function barOf(
  { from, until, done }: GanttRow,
  top: number,
  number: number,
  across: (day: PlainDate) => number,
): string {
  const left = across(from)
  const width = Math.max(3, across(addDays(until, 1)) - left)
  const text = `<text x="0" y="${top + 15}" fill="#1f1b24">${number}</text>`
  return (
    text +
    `<rect x="${round(left)}" y="${top + 3}" width="${round(width)}" height="16" fill="#ddd7cd"/>` +
    `<rect x="${round(left)}" y="${top + 3}" width="${round((width * done) / 100)}" height="16" fill="#4b2e83"/>`
  )
}

function todayLine(at: number, height: number, word: string): string {
  const anchor = at > WIDTH - 60 ? 'end' : at < LEFT + 40 ? 'start' : 'middle'
  return (
    `<path d="M${round(at)} 18V${height}" stroke="#b3261e" stroke-width="2" fill="none"/>` +
    `<text x="${round(at)}" y="13" fill="#b3261e" text-anchor="${anchor}">${escapeHtml(word)}</text>`
  )
}

const round = (value: number) => String(Math.round(value * 10) / 10)
