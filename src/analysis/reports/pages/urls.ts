/** Reports: where they are written, signed and opened to everybody; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/informes',
  rhythm: '/personal/:slug/informes/ritmo',
  report: '/personal/:slug/informes/:reportId',
  refresh: '/personal/:slug/informes/:reportId/cifras',
  signature: '/personal/:slug/informes/:reportId/firma',
  publication: '/personal/:slug/informes/:reportId/publicacion',
  file: '/personal/:slug/informes/:reportId/archivos/:file',
  publicList: '/:slug/informes',
  publicNewest: '/:slug/informes/:period',
  publicReport: '/:slug/informes/:period/:version',
  publicFile: '/:slug/informes/:period/:version/:file',
} as const

export type ReportUrls = ReturnType<typeof reportUrls>

export function reportUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  const at = (path: string) => (reportId: string) => of(path).replace(':reportId', reportId)
  return {
    list: of(paths.list),
    rhythm: of(paths.rhythm),
    report: at(paths.report),
    refresh: at(paths.refresh),
    signature: at(paths.signature),
    publication: at(paths.publication),
    file: (reportId: string, file: string) => at(paths.file)(reportId).replace(':file', file),
    publicList: of(paths.publicList),
    publicReport: (period: string, version: number) =>
      of(paths.publicReport).replace(':period', period).replace(':version', String(version)),
    publicFile: (period: string, version: number, file: string) =>
      of(paths.publicFile)
        .replace(':period', period)
        .replace(':version', String(version))
        .replace(':file', file),
  }
}
