/** The programme of collection, where an evaluator finds NC-01 to NC-05; `:slug` is the administration's. */
export const paths = {
  programme: '/personal/:slug/recojo',
  paper: '/personal/:slug/recojo/documentos/:kind',
  validation: '/personal/:slug/recojo/versiones/:documentId/validacion',
  file: '/personal/:slug/recojo/versiones/:documentId/archivo',
  calendar: '/personal/:slug/recojo/calendario',
  done: '/personal/:slug/recojo/calendario/:activityId/hecho',
} as const

export type ProgrammeUrls = ReturnType<typeof programmeUrls>

export function programmeUrls(slug: string) {
  const of = (path: string) => path.replace(':slug', slug)
  return {
    programme: of(paths.programme),
    paper: (kind: string) => of(paths.paper).replace(':kind', kind),
    validation: (documentId: string) => of(paths.validation).replace(':documentId', documentId),
    file: (documentId: string) => of(paths.file).replace(':documentId', documentId),
    calendar: of(paths.calendar),
    done: (activityId: string) => of(paths.done).replace(':activityId', activityId),
  }
}
