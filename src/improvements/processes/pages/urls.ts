/** The processes of the services; `:slug` is the administration's. */
export const paths = {
  processes: '/personal/:slug/procesos',
  process: '/personal/:slug/procesos/:processId',
  draft: '/personal/:slug/procesos/:processId/borrador',
  versions: '/personal/:slug/procesos/:processId/versiones',
  validation: '/personal/:slug/procesos/:processId/validacion',
  paper: '/personal/:slug/procesos/:processId/:version/proceso.pdf',
} as const

export type ProcessUrls = ReturnType<typeof processUrls>

export function processUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  const ofProcess = (path: string) => (processId: string) =>
    of(path).replace(':processId', processId)
  return {
    processes: of(paths.processes),
    process: ofProcess(paths.process),
    draft: ofProcess(paths.draft),
    versions: ofProcess(paths.versions),
    validation: ofProcess(paths.validation),
    paper: (processId: string, version: number) =>
      ofProcess(paths.paper)(processId).replace(':version', String(version)),
  }
}
