import type { Mask } from './corpus.ts'
import type { Span } from './segment.ts'

/** A sentence longer than this is cut at a comma or a space: nobody codes a page as one idea. */
const LONGEST = 600
/** What is shorter than this says nothing alone and stays with what came before. */
const SHORTEST = 16

/** One stretch for each sentence; a person joins and splits them. Nothing but spaces is left out. */
export function suggestSegments(masked: string, masks: readonly Mask[]): Span[] {
  const pieces = sentences(masked, masks).flatMap((span) => shortened(masked, span))
  return pieces.reduce<Span[]>((joined, piece) => {
    const last = joined.at(-1)
    const isShort = (span: Span) => span.end - span.start < SHORTEST
    if (last && (isShort(piece) || isShort(last))) last.end = piece.end
    else joined.push({ ...piece })
    return joined
  }, [])
}

const END = /[.!?…]+["'»”)\]]*(?=\s+["'«“([¿¡]*[\p{Lu}\d])|\n+|;\s/gu

function sentences(text: string, masks: readonly Mask[]): Span[] {
  const ends = [...text.matchAll(END)]
    .filter(({ index, 0: sign }) => isEnd(text, index, sign) && !isWithin(masks, index))
    .map(({ index, 0: sign }) => index + sign.length)
  return [...ends, text.length].flatMap((end, at) => trimmed(text, ends[at - 1] ?? 0, end))
}

/** A full stop after an initial or an abbreviation ends nothing. */
function isEnd(text: string, at: number, sign: string): boolean {
  if (!sign.startsWith('.') || sign.length > 1) return true
  const before = /[\p{L}\d]+$/u.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
  return !/^(?:\p{L}|\p{Lu}\p{L}{1,3})$/u.test(before)
}

function isWithin(masks: readonly Mask[], at: number): boolean {
  return masks.some(({ start, end }) => at >= start && at < end)
}

function trimmed(text: string, from: number, until: number): Span[] {
  const start = from + (/^\s*/.exec(text.slice(from, until))?.[0].length ?? 0)
  const end = start + text.slice(start, until).trimEnd().length
  return end > start ? [{ start, end }] : []
}

function shortened(text: string, { start, end }: Span): Span[] {
  if (end - start <= LONGEST) return [{ start, end }]
  const part = text.slice(start, start + LONGEST)
  const comma = part.lastIndexOf(', ')
  const space = part.lastIndexOf(' ')
  const cut = comma > LONGEST / 3 ? comma + 1 : space > 0 ? space : LONGEST
  return [
    ...trimmed(text, start, start + cut),
    ...trimmed(text, start + cut, end).flatMap((rest) => shortened(text, rest)),
  ]
}

/**
 * Segments as a person typed them, one on each line: breaks may be moved, words may not change. Null when
 * the lines are not this text.
 */
export function readSegmentLines(masked: string, lines: string): Span[] | null {
  const spans: Span[] = []
  let read = 0
  for (const line of lines.split(/\r\n?|\n/)) {
    const words = line.split(/\s+/).filter((word) => word !== '')
    if (words.length === 0) continue
    let start = -1
    for (const word of words) {
      const at = read + (/^\s*/.exec(masked.slice(read))?.[0].length ?? 0)
      if (!masked.startsWith(word, at)) return null
      if (start < 0) start = at
      read = at + word.length
    }
    spans.push({ start, end: read })
  }
  return masked.slice(read).trim() === '' && spans.length > 0 ? spans : null
}

/** For the person to change: every segment on a line of its own. */
export function writeSegmentLines(masked: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => masked.slice(start, end).replace(/\s+/g, ' ')).join('\n')
}
