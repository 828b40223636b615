import type { LetterKey } from '../letter-words-store.ts'

/** Where an administration changes the words of its letters. */
export const paths = {
  list: '/personal/:slug/avisos/textos',
  letter: '/personal/:slug/avisos/textos/:template/:language',
  shown: '/personal/:slug/avisos/textos/:template/:language/pagina',
  trial: '/personal/:slug/avisos/textos/:template/:language/prueba',
} as const

export function wordsUrl(slug: string, path: keyof typeof paths, key?: LetterKey): string {
  const { template = '', language = '' } = key ?? {}
  return paths[path]
    .replace(':slug', slug)
    .replace(':template', template)
    .replace(':language', language)
}
