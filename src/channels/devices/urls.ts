/** The staff's pages of tablets; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/tabletas',
  add: '/personal/:slug/tabletas/nueva',
  aside: '/personal/:slug/tabletas/apartados',
  asideItem: '/personal/:slug/tabletas/apartados/:itemId',
  confirmation: '/personal/:slug/tabletas/apartados/:itemId/confirmacion',
  dismissal: '/personal/:slug/tabletas/apartados/:itemId/descarte',
  device: '/personal/:slug/tabletas/:deviceId',
  code: '/personal/:slug/tabletas/:deviceId/codigo',
  state: '/personal/:slug/tabletas/:deviceId/estado',
} as const

export type DeviceUrls = ReturnType<typeof deviceUrls>

export function deviceUrls(slug: string) {
  const of = (path: string, id = '') =>
    path.replace(':slug', slug).replace(':deviceId', id).replace(':itemId', id)
  return {
    list: of(paths.list),
    add: of(paths.add),
    aside: of(paths.aside),
    asideItem: (id: string) => of(paths.asideItem, id),
    confirmation: (id: string) => of(paths.confirmation, id),
    dismissal: (id: string) => of(paths.dismissal, id),
    device: (id: string) => of(paths.device, id),
    code: (id: string) => of(paths.code, id),
    state: (id: string) => of(paths.state, id),
  }
}
