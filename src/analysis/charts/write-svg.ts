import { escapeHtml } from '../../platform/web/index.ts'
import {
  COLOURS,
  LETTERS,
  type Drawing,
  type Ink,
  type SeriesInk,
  type Shape,
  type Words,
  type Xy,
} from './drawing.ts'

export interface SvgWords {
  /** Unique on its page. */
  id: string
  title: string
  description: string
}

const round = (value: number) => String(Math.round(value * 10) / 10)

/** The drawing as an image with a name and a description; no script, no style, nothing from elsewhere. */
export function writeSvg(
  { width, height, shapes }: Drawing,
  { id, title, description }: SvgWords,
): string {
  const patterns = [...new Set(shapes.flatMap(hatchOf))].map((ink) => patternOf(id, ink)).join('')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart__drawing" role="img" viewBox="0 0 ${width} ${round(height)}"` +
    ` aria-labelledby="${id}-t ${id}-d" font-size="${LETTERS}" font-family="system-ui,sans-serif">` +
    `<title id="${id}-t">${escapeHtml(title)}</title><desc id="${id}-d">${escapeHtml(description)}</desc>` +
    (patterns && `<defs>${patterns}</defs>`) +
    groups(shapes, id) +
    '</svg>'
  )
}

/** From what lies below to what lies above; within a layer by looks, which are then said only once. */
function layerOf({ shape, ink }: Shape): number {
  if (shape === 'words') return 5
  if (shape === 'mark') return 4
  if (ink === 'paper') return 2
  if (ink === 'text') return 3
  if (typeof ink === 'number') return shape === 'box' ? 1 : 3
  return ink === 'gap' ? 0 : 1
}

function groups(shapes: readonly Shape[], id: string): string {
  const looks = shapes.map((shape) => ({ shape, look: lookOf(shape, id), layer: layerOf(shape) }))
  const layered = looks.toSorted(
    (one, other) => one.layer - other.layer || one.look.localeCompare(other.look),
  )
  let svg = ''
  for (let from = 0; from < layered.length;) {
    const { look } = layered[from]!
    const next = layered.findIndex((each, index) => index > from && each.look !== look)
    const until = next < 0 ? layered.length : next
    svg += group(
      look,
      layered.slice(from, until).map(({ shape }) => shape),
    )
    from = until
  }
  return svg
}

function group(look: string, shapes: readonly Shape[]): string {
  const texts = shapes.filter((shape) => shape.shape === 'words').map(textOf)
  if (texts.length > 0) return `<g ${look}>${texts.join('')}</g>`
  return `<path ${look} d="${shapes.map(outline).join('')}"/>`
}

function lookOf(shape: Shape, id: string): string {
  if (shape.shape === 'line') {
    return `fill="none" stroke="${COLOURS[shape.ink]}" stroke-width="${shape.width}"`
  }
  if (shape.shape === 'words') {
    const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`
    return `fill="${COLOURS[shape.ink]}"${anchor}${shape.bold ? ' font-weight="700"' : ''}`
  }
  const isHatched = hatchOf(shape).length > 0
  return `fill="${isHatched ? `url(#${id}-${shape.ink})` : COLOURS[shape.ink]}"`
}

function textOf({ at: [x, y], text }: Words): string {
  return `<text x="${round(x)}" y="${round(y)}">${escapeHtml(text)}</text>`
}

function outline(shape: Shape): string {
  if (shape.shape === 'box') {
    const { x, y, width, height } = shape
    return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`
  }
  if (shape.shape === 'line') return polyline(shape.points)
  return shape.shape === 'mark' ? markPath(shape.at, shape.ink) : ''
}

/** By steps from point to point, which takes fewer letters than the places themselves. */
function polyline(points: readonly Xy[]): string {
  const steps = points.map(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [0, 0]
    return `${step(x, fromX)} ${step(y, fromY)}`
  })
  return `M${steps[0]}l${steps.slice(1).join(' ')}`.replaceAll(' -', '-')
}

/** Between rounded places, so that the rounding does not add up. */
function step(to: number, from: number): string {
  return round(Math.round(to * 10) / 10 - Math.round(from * 10) / 10)
}

/** The outlines of the four marks around a place. */
export function markPath([x, y]: Xy, ink: SeriesInk): string {
  const [across, down] = [round(x), round(y)]
  return {
    0: `M${across} ${down}m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z`,
    1: `M${across} ${down}m-4-4h8v8h-8z`,
    2: `M${across} ${down}m0-5l5 9h-10z`,
    3: `M${across} ${down}m0-5l5 5l-5 5l-5-5z`,
  }[ink]
}

/** The first colour is plain; the others are hatched too, so that paper without colour tells them apart. */
function hatchOf(shape: Shape): SeriesInk[] {
  return shape.shape === 'box' && isHatched(shape.ink) ? [shape.ink] : []
}

function isHatched(ink: Ink): ink is 1 | 2 | 3 {
  return ink === 1 || ink === 2 || ink === 3
}

/** Strokes of paper within a square of six. */
const HATCHES: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'M-1 7L7-1',
  2: 'M0 3h6',
  3: 'M3 0v6',
}

function patternOf(id: string, ink: SeriesInk): string {
  if (!isHatched(ink)) return ''
  return (
    `<pattern id="${id}-${ink}" width="6" height="6" patternUnits="userSpaceOnUse">` +
    `<path d="M0 0h6v6h-6z" fill="${COLOURS[ink]}"/><path d="${HATCHES[ink]}" stroke="#fff"/></pattern>`
  )
}
