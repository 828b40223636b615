import type { Mask, MaskKind } from './corpus.ts'
import { overlap } from '../../personal-data/index.ts'
import type { MaskedText } from './mask-text.ts'
import type { Span } from './segment.ts'

/** A stretch of a text that gives way to another of so many characters. */
export interface Replaced extends Span {
  by: number
}

export interface CorrectedMask extends MaskedText {
  replaced: Replaced
}

/** Hides more: what was masked within is taken along. */
export function maskMore(
  { masked, masks }: MaskedText,
  asked: Span,
  { kind, label }: { kind: MaskKind; label: string },
): CorrectedMask {
  const inside = masks.filter((mask) => overlap(mask, asked))
  const start = Math.min(asked.start, ...inside.map((mask) => mask.start))
  const end = Math.max(asked.end, ...inside.map((mask) => mask.end))
  const saved = inside.reduce((sum, mask) => sum + mask.length - (mask.end - mask.start), 0)
  const replaced = { start, end, by: label.length }
  const mask = { start, end: start + label.length, length: end - start + saved, kind }
  return {
    masked: masked.slice(0, start) + label + masked.slice(end),
    masks: [...movedMasks(masks, replaced), mask].toSorted((one, other) => one.start - other.start),
    replaced,
  }
}

/** Shows again what had been hidden by mistake. */
export function unmask({ masked, masks }: MaskedText, mask: Mask, original: string): CorrectedMask {
  const from = originalPosition(masks, mask.start)
  const word = original.slice(from, from + mask.length)
  const replaced = { start: mask.start, end: mask.end, by: word.length }
  return {
    masked: masked.slice(0, mask.start) + word + masked.slice(mask.end),
    masks: movedMasks(masks, replaced),
    replaced,
  }
}

/** Where a place of the masked text that is no mask stands in the original. */
function originalPosition(masks: readonly Mask[], position: number): number {
  return masks
    .filter(({ end }) => end <= position)
    .reduce((sum, { start, end, length }) => sum + length - (end - start), position)
}

function movedMasks(masks: readonly Mask[], replaced: Replaced): Mask[] {
  return masks
    .filter((mask) => !overlap(mask, replaced))
    .map((mask) => ({ ...mask, ...moveSpan(mask, replaced) }))
}

/** A span after something before, within or around it gave way; null when nothing of it is left. */
export function moveSpan<S extends Span>(span: S, replaced: Replaced): S | null {
  const after = replaced.start + replaced.by
  const moved = (place: number) => {
    if (place <= replaced.start) return place
    return place < replaced.end ? after : place + after - replaced.end
  }
  const start = span.start === replaced.start ? span.start : moved(span.start)
  const end = moved(span.end)
  return end > start ? { ...span, start, end } : null
}
