/** The organisation of an administration; `:slug` is the administration's. */
export const paths = {
  all: '/personal/:slug/organizacion',
  identity: '/personal/:slug/organizacion/identidad',
  unit: '/personal/:slug/organizacion/unidades/:unitId',
  service: '/personal/:slug/organizacion/servicios/:serviceId',
  centre: '/personal/:slug/organizacion/centros/:centreId',
  official: '/personal/:slug/organizacion/personas/:officialId',
} as const

export type PartName = Exclude<keyof typeof paths, 'all'>

/** Instead of an id: one that is not there yet. */
export const NEW = 'nueva'

export function organisationUrl(slug: string): string {
  return paths.all.replace(':slug', slug)
}

export const markPath = '/personal/:slug/organizacion/insignia'

export function markFormUrl(slug: string): string {
  return markPath.replace(':slug', slug)
}

export function partUrl(slug: string, part: PartName, id: string = NEW): string {
  return paths[part].replace(':slug', slug).replace(`:${part}Id`, id)
}
