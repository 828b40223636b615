const VOWELS = /[aeiouáéíóúü]+(?:y(?!\p{L}))?|y(?!\p{L})/gu
/** Each of these is the heart of a syllable; i and u join their neighbours unless accented. */
const STRONG = /[aeoáéíóú]/g

/**
 * How easily a Spanish text is read, by the INFLESZ scale (Barrio-Cantalejo, 2007): below 40 very
 * hard, 65 to 80 fairly easy, above 80 very easy.
 */
export function inflesz(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) =>
    text.split(/[.:;!?…\n]+/).filter((part) => /\p{L}/u.test(part)),
  )
  const words = wordsOf(sentences.join(' '))
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}

export function syllablesOf(word: string): number {
  const groups = word.match(VOWELS) ?? []
  const hearts = groups.map((group) => Math.max(1, group.match(STRONG)?.length ?? 0))
  return Math.max(
    1,
    hearts.reduce((sum, count) => sum + count, 0),
  )
}
