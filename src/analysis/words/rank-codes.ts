import { fold } from '../../personal-data/index.ts'
import type { SuggestedCode } from './suggest-codes.ts'

/** A segment as the same coder coded it before. */
export interface OwnCoding {
  codeId: string
  text: string
}

const WORDS_SHOWN = 3
/** Shorter ones say little; without their ending many words are one. */
const SHORTEST = 4
const STEM = 6

/** The codes that this coder used, those whose segments share most words with this one first. */
export function rankCodes(own: readonly OwnCoding[], text: string): SuggestedCode[] {
  const asked = stemsOf(text)
  const read = own.map(({ codeId, text: other }) => ({ codeId, stems: stemsOf(other) }))
  const rarity = raritiesOf(read.map(({ stems }) => stems))
  const codes = [...new Set(own.map(({ codeId }) => codeId))]
  return codes
    .map((codeId) => {
      const codings = read.filter((one) => one.codeId === codeId)
      const shared = [...asked]
        .map(([stem, word]) => {
          const times = codings.filter(({ stems }) => stems.has(stem)).length
          return { word, weight: (times / codings.length) * (rarity.get(stem) ?? 0) }
        })
        .filter(({ weight }) => weight > 0)
        .toSorted((one, other) => other.weight - one.weight)
      const score = shared.reduce((sum, { weight }) => sum + weight, codings.length / own.length)
      return { codeId, score, why: shared.slice(0, WORDS_SHOWN).map(({ word }) => word) }
    })
    .toSorted((one, other) => other.score - one.score || (one.codeId < other.codeId ? -1 : 1))
    .map(({ codeId, why }) => ({ codeId, why }))
}

/** A word that stands in every segment weighs little. */
function raritiesOf(segments: readonly ReadonlyMap<string, string>[]): Map<string, number> {
  const times = new Map<string, number>()
  for (const stem of segments.flatMap((stems) => [...stems.keys()])) {
    times.set(stem, (times.get(stem) ?? 0) + 1)
  }
  return new Map([...times].map(([stem, count]) => [stem, Math.log(1 + segments.length / count)]))
}

function stemsOf(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  return new Map(
    words
      .filter((word) => word.length >= SHORTEST)
      .map((word) => [fold(word).replace(/s$/, '').slice(0, STEM), word]),
  )
}
