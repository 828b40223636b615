/** The calendar of the year; `:slug` is the administration's. */
export const paths = {
  year: '/personal/:slug/anio',
  terms: '/personal/:slug/anio/plazos',
  link: '/personal/:slug/anio/suscripcion',
  linkEnd: '/personal/:slug/anio/suscripcion/fin',
  calendar: '/personal/calendario/:token.ics',
} as const

export function yearUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return {
    year: of(paths.year),
    terms: of(paths.terms),
    link: of(paths.link),
    linkEnd: of(paths.linkEnd),
    calendar: (token: string) => paths.calendar.replace(':token', token),
  }
}
