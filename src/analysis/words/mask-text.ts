import type { Mask, MaskKind } from './corpus.ts'
import type { Span } from './segment.ts'

/** Takes what was found out of a text; pure, so that the same text is always masked alike. */

export interface Found extends Span {
  kind: MaskKind
}

export type Finder = (text: string) => readonly Found[]

export interface MaskRules {
  labels: Readonly<Record<MaskKind, string>>
  /** What a later one finds inside what an earlier one found does not count. */
  finders: readonly Finder[]
  /** Stretches that are nobody, whatever they look like. */
  keeps?: readonly string[]
}

export interface MaskedText {
  masked: string
  masks: readonly Mask[]
}

export function maskText(text: string, { labels, finders, keeps = [] }: MaskRules): MaskedText {
  const found: Found[] = []
  const kept = spansOf(text, keeps)
  for (const finder of finders) {
    const isNew = (one: Found) => ![...found, ...kept].some((other) => overlap(one, other))
    found.push(...finder(text).filter(isNew))
  }
  return putLabels(
    text,
    found.toSorted((one, other) => one.start - other.start),
    labels,
  )
}

function putLabels(text: string, found: readonly Found[], labels: MaskRules['labels']): MaskedText {
  const masks: Mask[] = []
  let masked = ''
  let read = 0
  for (const { start, end, kind } of found) {
    masked += text.slice(read, start)
    const label = labels[kind]
    masks.push({
      start: masked.length,
      end: masked.length + label.length,
      length: end - start,
      kind,
    })
    masked += label
    read = end
  }
  return { masked: masked + text.slice(read), masks }
}

function spansOf(text: string, keeps: readonly string[]): Span[] {
  return keeps.flatMap((kept) => {
    const spans: Span[] = []
    for (let at = text.indexOf(kept); at >= 0; at = text.indexOf(kept, at + kept.length)) {
      spans.push({ start: at, end: at + kept.length })
    }
    return spans
  })
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
