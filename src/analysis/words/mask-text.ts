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
}

export interface MaskedText {
  masked: string
  masks: readonly Mask[]
}

export function maskText(text: string, { labels, finders }: MaskRules): MaskedText {
  const found: Found[] = []
  for (const finder of finders) {
    found.push(...finder(text).filter((one) => !found.some((other) => overlap(one, other))))
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

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
