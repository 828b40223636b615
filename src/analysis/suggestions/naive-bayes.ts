import { fold } from './read-words.ts'

/** The plainest model that suggests from words: what any other must beat to be worth its place. */
export interface NaiveBayes {
  readonly vocabulary: ReadonlySet<string>
  readonly labels: readonly WordsOfLabel[]
  readonly texts: number
}

interface WordsOfLabel {
  readonly label: string
  texts: number
  total: number
  readonly counts: Map<string, number>
}

const WORD = /[a-z]{3,}/g
/** Added to each count; of 1, 0.5, 0.1 and 0.05 the one with which it suggests best. */
const ADDED = 0.1

const wordsOf = (text: string): string[] => fold(text.toLowerCase()).match(WORD) ?? []

export function learnNaiveBayes(examples: readonly { text: string; label: string }[]): NaiveBayes {
  const byLabel = new Map<string, WordsOfLabel>()
  const vocabulary = new Set<string>()
  for (const { text, label } of examples) {
    const seen = byLabel.get(label) ?? {
      label,
      texts: 0,
      total: 0,
      counts: new Map<string, number>(),
    }
    byLabel.set(label, seen)
    seen.texts += 1
    for (const word of wordsOf(text)) {
      vocabulary.add(word)
      seen.total += 1
      seen.counts.set(word, (seen.counts.get(word) ?? 0) + 1)
    }
  }
  return { vocabulary, labels: [...byLabel.values()], texts: examples.length }
}

/** Labels, the likeliest first. */
export function rankByNaiveBayes({ vocabulary, labels, texts }: NaiveBayes, text: string) {
  const words = wordsOf(text).filter((word) => vocabulary.has(word))
  const scored = labels.map(({ label, texts: own, total, counts }) => {
    const mass = Math.log(total + ADDED * vocabulary.size)
    const said = words.reduce(
      (sum, word) => sum + Math.log((counts.get(word) ?? 0) + ADDED) - mass,
      0,
    )
    return { label, score: said + Math.log(own / texts) }
  })
  return scored.sort((a, b) => b.score - a.score).map(({ label }) => label)
}
