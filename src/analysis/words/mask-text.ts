import { findPersonalData, type Finder, type Found } from '../../personal-data/index.ts'
import type { Mask, MaskKind } from './corpus.ts'

/** Takes what was found out of a text; pure, so that the same text is always masked alike. */

export interface MaskRules {
  labels: Readonly<Record<MaskKind, string>>
  finders: readonly Finder[]
  /** Stretches that are nobody, whatever they look like. */
  keeps?: readonly string[]
}

export interface MaskedText {
  masked: string
  masks: readonly Mask[]
}

export function maskText(text: string, { labels, finders, keeps = [] }: MaskRules): MaskedText {
  return putLabels(text, findPersonalData(text, finders, keeps), labels)
}

/** An account is a number of a person like any other. */
const maskOf = ({ kind }: Found): MaskKind => (kind === 'account' ? 'document' : kind)

function putLabels(text: string, found: readonly Found[], labels: MaskRules['labels']): MaskedText {
  const masks: Mask[] = []
  let masked = ''
  let read = 0
  for (const one of found) {
    const { start, end } = one
    const kind = maskOf(one)
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
