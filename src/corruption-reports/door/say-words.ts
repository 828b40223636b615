import { wordsOf, type WordList } from '../sealing/index.ts'
import { englishWords } from '../sealing/english-words.ts'
import { spanishWords } from '../sealing/spanish-words.ts'

export const everyWordList: readonly WordList[] = [spanishWords, englishWords]

export function sayWords(bits: Uint8Array, language: string): string[] {
  const words = wordsOf(bits, language === 'en' ? englishWords : spanishWords)
  return words.map((word) => word.normalize('NFC'))
}
