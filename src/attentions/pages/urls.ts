/** Where attentions are counted, brought in and registered; `:slug` is the administration's. */
export const paths = {
  taps: '/personal/:slug/atenciones',
  import: '/personal/:slug/atenciones/importar',
  confirmation: '/personal/:slug/atenciones/importar/confirmacion',
  register: '/personal/:slug/atenciones/registro',
  registerSwitch: '/personal/:slug/atenciones/registro/interruptor',
  erasure: '/personal/:slug/atenciones/registro/:entryId/borrado',
} as const

export type AttentionUrls = ReturnType<typeof attentionUrls>

export function attentionUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return {
    taps: of(paths.taps),
    import: of(paths.import),
    confirmation: of(paths.confirmation),
    register: of(paths.register),
    registerSwitch: of(paths.registerSwitch),
    erasure: (entryId: string) => of(paths.erasure).replace(':entryId', entryId),
  }
}
