/** Evidence packs; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/paquete',
  pack: '/personal/:slug/paquete/:packId',
  review: '/personal/:slug/paquete/:packId/revision',
  file: '/personal/:slug/paquete/:packId/archivo',
  page: '/personal/:slug/paquete/:packId/pagina',
} as const

export function packUrls(slug: string) {
  const of = (path: string, packId = '') => path.replace(':slug', slug).replace(':packId', packId)
  return {
    list: of(paths.list),
    pack: (packId: string) => of(paths.pack, packId),
    review: (packId: string) => of(paths.review, packId),
    file: (packId: string) => of(paths.file, packId),
    page: (packId: string, path: string) =>
      `${of(paths.page, packId)}?ruta=${encodeURIComponent(path)}`,
  }
}
