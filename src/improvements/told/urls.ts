/** What was told back; `:slug` is the administration's, the number is the project's. */
export const paths = {
  tell: '/personal/:slug/proyectos/:projectId/contar',
  poster: '/personal/:slug/proyectos/:projectId/cartel.pdf',
  list: '/:slug/mejoras',
  one: '/:slug/mejoras/:number',
} as const

export function toldUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return {
    tell: (projectId: string) => of(paths.tell).replace(':projectId', projectId),
    poster: (projectId: string) => of(paths.poster).replace(':projectId', projectId),
    list: of(paths.list),
    one: (number: number) => of(paths.one).replace(':number', String(number)),
  }
}
