import { stemOf } from './stem.ts'

export interface Word {
  /** As it was written. */
  readonly written: string
  /** Small letters without accents. */
  readonly folded: string
  /** Its stem, without accents. */
  readonly stem: string
}

const WORD = /[\p{L}\p{N}]+/gu
const MARKS = /\p{M}/gu
/** Enough to know what a text is about; a longer one says it again. */
const MOST_WORDS = 2000
const LONGEST_WORD = 60

/** The words of a text, in order; whoever writes all in capitals writes the same words. */
export function readWords(text: string, language: string): Word[] {
  const words: Word[] = []
  for (const [written] of text.normalize('NFC').matchAll(WORD)) {
    if (words.length === MOST_WORDS) break
    const small = written.slice(0, LONGEST_WORD).toLowerCase()
    words.push({ written, folded: fold(small), stem: fold(stemOf(small, language)) })
  }
  return words
}

/** Without accents and marks: half of those who write leave them out. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(MARKS, '')
}
