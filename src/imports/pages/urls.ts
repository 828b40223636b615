/** Where older books are; `:slug` is the administration's. */
export const paths = {
  books: '/personal/:slug/libros-anteriores',
  files: '/personal/:slug/libros-anteriores/archivos',
  file: '/personal/:slug/libros-anteriores/archivos/:draftId',
  problems: '/personal/:slug/libros-anteriores/archivos/:draftId/filas',
  load: '/personal/:slug/libros-anteriores/archivos/:draftId/carga',
  legacyCase: '/personal/:slug/libros-anteriores/casos/:legacyNumber',
  erasing: '/personal/:slug/libros-anteriores/casos/:legacyNumber/borrado',
} as const

export function legacyCaseUrl(slug: string, number: string): string {
  return importUrls(slug).legacyCase(number)
}

export type ImportUrls = ReturnType<typeof importUrls>

export function importUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  const ofDraft = (path: string) => (draftId: string) => of(path).replace(':draftId', draftId)
  return {
    books: of(paths.books),
    files: of(paths.files),
    file: ofDraft(paths.file),
    problems: ofDraft(paths.problems),
    load: ofDraft(paths.load),
    legacyCase: (number: string) => of(paths.legacyCase).replace(':legacyNumber', number),
    erasing: (number: string) => of(paths.erasing).replace(':legacyNumber', number),
  }
}
