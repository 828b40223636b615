import type { WordList } from '../../../../src/corruption-reports/sealing/index.ts'

/** Each list is a file of its own; only the one of the page's language is loaded to make words. */
export async function wordListOf(language: string): Promise<WordList> {
  return language === 'en'
    ? (await import('../../../../src/corruption-reports/sealing/english-words.ts')).englishWords
    : (await import('../../../../src/corruption-reports/sealing/spanish-words.ts')).spanishWords
}

export async function everyWordList(): Promise<WordList[]> {
  return Promise.all(['es', 'en'].map(wordListOf))
}
