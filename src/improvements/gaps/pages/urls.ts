/** The gaps of the services; `:slug` is the administration's. */
export const paths = {
  gaps: '/personal/:slug/brechas',
  first: '/personal/:slug/brechas/por-donde-empezar',
  gap: '/personal/:slug/brechas/:gapId',
  period: '/personal/:slug/brechas/:gapId/periodo',
  closing: '/personal/:slug/brechas/:gapId/cierre',
  row: '/personal/:slug/brechas/:gapId/filas/:rowId',
  beside: '/personal/:slug/brechas/:gapId/filas/:rowId/otra',
  removal: '/personal/:slug/brechas/:gapId/filas/:rowId/quitar',
  paper: '/personal/:slug/brechas/:gapId/brechas.pdf',
} as const

export type GapUrls = ReturnType<typeof gapUrls>

export function gapUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  const ofGap = (path: string) => (gapId: string) => of(path).replace(':gapId', gapId)
  const ofRow = (path: string) => (gapId: string, rowId: string) =>
    ofGap(path)(gapId).replace(':rowId', rowId)
  return {
    gaps: of(paths.gaps),
    first: of(paths.first),
    gap: ofGap(paths.gap),
    period: ofGap(paths.period),
    closing: ofGap(paths.closing),
    paper: ofGap(paths.paper),
    row: ofRow(paths.row),
    beside: ofRow(paths.beside),
    removal: ofRow(paths.removal),
  }
}
