/** The pages of links and posters; `:slug` is the administration's. */
export const paths = {
  open: '/:slug/q/:code',
  list: '/personal/:slug/carteles',
  add: '/personal/:slug/carteles/nuevo',
  link: '/personal/:slug/carteles/:linkId',
  poster: '/personal/:slug/carteles/:linkId/cartel.pdf',
  retirement: '/personal/:slug/carteles/:linkId/retiro',
  embedding: '/personal/:slug/carteles/insertar',
  origins: '/personal/:slug/carteles/insertar/sitios',
  frame: '/:slug/insertar',
  frameOnward: '/:slug/insertar/seguir',
} as const

export type PosterUrls = ReturnType<typeof posterUrls>

export function posterUrls(slug: string) {
  const of = (path: string, linkId = '') => path.replace(':slug', slug).replace(':linkId', linkId)
  return {
    list: of(paths.list),
    add: of(paths.add),
    link: (linkId: string) => of(paths.link, linkId),
    poster: (linkId: string) => of(paths.poster, linkId),
    retirement: (linkId: string) => of(paths.retirement, linkId),
    embedding: of(paths.embedding),
    origins: of(paths.origins),
    frame: of(paths.frame),
    frameOnward: of(paths.frameOnward),
  }
}
