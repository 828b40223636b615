/** Dashboards; `:slug` is the administration's. The view asked for stands behind the question mark. */
export const paths = {
  dashboard: '/personal/:slug/indicadores',
  definitions: '/personal/:slug/indicadores/definiciones',
  compliance: '/personal/:slug/indicadores/cumplimiento',
  csv: '/personal/:slug/indicadores/cifras.csv',
  workbook: '/personal/:slug/indicadores/cifras.xlsx',
} as const

export type DashboardUrls = ReturnType<typeof dashboardUrls>

export function dashboardUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return {
    dashboard: of(paths.dashboard),
    definitions: of(paths.definitions),
    compliance: of(paths.compliance),
    csv: of(paths.csv),
    workbook: of(paths.workbook),
  }
}
