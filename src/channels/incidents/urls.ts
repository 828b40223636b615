/** Where the office notes what it solved on the spot. */
export const paths = { incidents: '/personal/:slug/incidentes' } as const

export function incidentsUrl(slug: string): string {
  return paths.incidents.replace(':slug', slug)
}
