/** Beginning an administration, and what is still missing until its book opens. */
export const paths = {
  new: '/personal/administraciones/nueva',
  startUp: '/personal/:slug/puesta-en-marcha',
} as const

export const newAdministrationUrl = paths.new

export function startUpUrl(slug: string): string {
  return paths.startUp.replace(':slug', slug)
}
