export const paths = {
  digitalisation: '/personal/:slug/digitalizacion',
  level: '/personal/:slug/digitalizacion/nivel',
  mean: '/personal/:slug/digitalizacion/medios',
} as const

export function digitalUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return { digitalisation: of(paths.digitalisation), level: of(paths.level), mean: of(paths.mean) }
}
