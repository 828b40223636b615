/** The texts with which answers begin; `:slug` is the administration's. */
export const paths = {
  all: '/personal/:slug/plantillas',
  one: '/personal/:slug/plantillas/:templateId',
  removal: '/personal/:slug/plantillas/:templateId/retiro',
} as const

/** Instead of an id: one that is not there yet. */
export const NEW = 'nueva'

export function templateUrls(slug: string) {
  const all = paths.all.replace(':slug', slug)
  return {
    all,
    one: (templateId: string) => `${all}/${templateId}`,
    removal: (templateId: string) => `${all}/${templateId}/retiro`,
  }
}
