/** The rooms of the saved views; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/vistas',
  add: '/personal/:slug/vistas/nueva',
  view: '/personal/:slug/vistas/:viewId',
  removal: '/personal/:slug/vistas/:viewId/borrar',
  place: '/personal/:slug/vistas/:viewId/lugar',
  start: '/personal/:slug/vistas/:viewId/inicio',
} as const

export type ViewUrls = ReturnType<typeof viewUrls>

export function viewUrls(slug: string) {
  const of = (path: string, viewId = '') => path.replace(':slug', slug).replace(':viewId', viewId)
  return {
    list: of(paths.list),
    add: (trail: string) => `${of(paths.add)}?${new URLSearchParams({ lista: trail }).toString()}`,
    view: (viewId: string) => of(paths.view, viewId),
    removal: (viewId: string) => of(paths.removal, viewId),
    place: (viewId: string) => of(paths.place, viewId),
    start: (viewId: string) => of(paths.start, viewId),
  }
}
