/**
 * How near each text is to the centre of them all: the cosine between its tf-idf vector and the mean of the
 * vectors, from 0 to 1. Words of one to three letters carry grammar and are left out.
 */
export function nearnessToCentre(texts: readonly string[]): number[] {
  const counts = texts.map((text) => countWords(wordsOf(text)))
  const inTexts = countWords(counts.flatMap((count) => [...count.keys()]))
  const vectors = counts.map((count) => normalised(weighed(count, inTexts, texts.length)))
  const centre = normalised(sumOf(vectors))
  return vectors.map((vector) => dot(vector, centre))
}

type Vector = Map<string, number>

function wordsOf(text: string): string[] {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return folded.match(/\p{L}{4,}/gu) ?? []
}

function countWords(words: readonly string[]): Vector {
  const counts: Vector = new Map()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function weighed(count: Vector, inTexts: Vector, texts: number): Vector {
  const idf = (word: string) => Math.log((1 + texts) / (1 + (inTexts.get(word) ?? 0))) + 1
  return new Map([...count].map(([word, times]) => [word, times * idf(word)]))
}

function normalised(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector))
  if (length === 0) return vector
  return new Map([...vector].map(([word, weight]) => [word, weight / length]))
}

function sumOf(vectors: readonly Vector[]): Vector {
  const sum: Vector = new Map()
  for (const vector of vectors) {
    for (const [word, weight] of vector) sum.set(word, (sum.get(word) ?? 0) + weight)
  }
  return sum
}

function dot(one: Vector, other: Vector): number {
  let sum = 0
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0)
  return sum
}
