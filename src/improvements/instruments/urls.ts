/** The instruments of the quality norm; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/instrumentos',
  one: '/personal/:slug/instrumentos/:instrumentId',
  paper: '/personal/:slug/instrumentos/:instrumentId/instrumento.pdf',
  proposals: '/personal/:slug/instrumentos/:instrumentId/propuestas',
  signature: '/personal/:slug/instrumentos/:instrumentId/firma',
  version: '/personal/:slug/instrumentos/:instrumentId/version',
  newRow: '/personal/:slug/instrumentos/:instrumentId/filas',
  row: '/personal/:slug/instrumentos/:instrumentId/filas/:instrumentRowId',
  removal: '/personal/:slug/instrumentos/:instrumentId/filas/:instrumentRowId/quitar',
} as const

export type InstrumentUrls = ReturnType<typeof instrumentUrls>

export function instrumentUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  const ofOne = (path: string) => (instrumentId: string) =>
    of(path).replace(':instrumentId', instrumentId)
  const ofRow = (path: string) => (instrumentId: string, rowId: string) =>
    ofOne(path)(instrumentId).replace(':instrumentRowId', rowId)
  return {
    list: of(paths.list),
    one: ofOne(paths.one),
    paper: ofOne(paths.paper),
    proposals: ofOne(paths.proposals),
    signature: ofOne(paths.signature),
    version: ofOne(paths.version),
    newRow: ofOne(paths.newRow),
    row: ofRow(paths.row),
    removal: ofRow(paths.removal),
  }
}
