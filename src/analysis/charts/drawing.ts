/** What a chart is drawn with: a few shapes that both a page and a printed document can show. */

export type Ink = 'text' | 'soft' | 'grid' | 'gap' | 'paper' | 0 | 1 | 2 | 3

/** Each at least 3:1 on white and beside its neighbour, told apart by people who see colours otherwise. */
export const COLOURS: Readonly<Record<Ink, string>> = {
  text: '#1f1b24',
  soft: '#57515f',
  grid: '#ddd7cd',
  gap: '#f1ede6',
  paper: '#fff',
  0: '#12436d',
  1: '#28a197',
  2: '#801650',
  3: '#f46a25',
}

const INKS = [0, 1, 2, 3] as const
export type SeriesInk = (typeof INKS)[number]

export function inkOf(series: number): SeriesInk {
  return INKS[series % INKS.length] ?? 0
}

export type Xy = readonly [x: number, y: number]

export interface Box {
  shape: 'box'
  x: number
  y: number
  width: number
  height: number
  ink: Ink
}

export interface Line {
  shape: 'line'
  points: readonly Xy[]
  ink: Ink
  width: number
}

/** Round, square, upright and on its point, so that lines are told apart without colour. */
export interface Mark {
  shape: 'mark'
  at: Xy
  ink: SeriesInk
}

export interface Words {
  shape: 'words'
  at: Xy
  text: string
  anchor: 'start' | 'middle' | 'end'
  ink: Ink
  bold: boolean
}

export type Shape = Box | Line | Mark | Words

export interface Drawing {
  width: number
  height: number
  shapes: readonly Shape[]
}

/** Wide enough for the narrowest telephone; a page shows it larger. */
export const WIDTH = 320
export const LETTERS = 13

export function box(ink: Ink, [x, y]: Xy, [width, height]: Xy): Box {
  return { shape: 'box', x, y, width, height, ink }
}

export function line(ink: Ink, points: readonly Xy[], width = 1): Line {
  return { shape: 'line', points, ink, width }
}

export function words(
  at: Xy,
  text: string,
  { anchor = 'start', ink = 'text', bold = false }: Partial<Omit<Words, 'shape'>> = {},
): Words {
  return { shape: 'words', at, text, anchor, ink, bold }
}

/** A letter is a little more than half as wide as it is high, in most fonts. */
const LETTER_WIDTH = LETTERS * 0.56

export function widthOf(text: string): number {
  return text.length * LETTER_WIDTH
}

/** The text, cut with an ellipsis where it would leave its place. */
export function fitted(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / LETTER_WIDTH))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** On one line, or on two where one is too short; what two do not hold is cut. */
export function wrapped(text: string, width: number): string[] {
  const most = Math.max(1, Math.floor(width / LETTER_WIDTH))
  const space = text.lastIndexOf(' ', most)
  if (text.length <= most || space < 1) return [fitted(text, width)]
  return [text.slice(0, space), fitted(text.slice(space + 1), width)]
}
