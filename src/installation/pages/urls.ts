/** The rooms where the rules and the days off of a book are kept; `:slug` is the administration's. */
export const paths = {
  rules: '/personal/:slug/reglas',
  authorisations: '/personal/:slug/reglas/autorizaciones',
  terms: '/personal/:slug/reglas/plazos',
  versions: '/personal/:slug/reglas/versiones',
  opening: '/personal/:slug/reglas/apertura',
  days: '/personal/:slug/feriados',
  withdrawal: '/personal/:slug/feriados/retiro',
  year: '/personal/:slug/feriados/confirmacion',
  languages: '/personal/:slug/lenguas',
  accessibility: '/personal/:slug/accesibilidad',
  standards: '/personal/:slug/compromisos',
  strata: '/personal/:slug/tamano',
  standardsBack: '/personal/:slug/compromisos/retiro',
} as const

/** Where the days of a year are confirmed: of a place, or of the whole administration. */
export function confirmYearUrl(slug: string, year: number, place?: string): string {
  const query = new URLSearchParams({ anio: String(year), ...(place && { lugar: place }) })
  return `${rulesUrls(slug).year}?${query.toString()}`
}

export type RulesUrls = Record<keyof typeof paths, string>

export function rulesUrls(slug: string): RulesUrls {
  const entries = Object.entries(paths).map(([name, path]) => [name, path.replace(':slug', slug)])
  return Object.fromEntries(entries) as RulesUrls
}
