/** The evaluation; `:slug` is the administration's. */
export const paths = {
  home: '/personal/:slug/evaluacion',
  criterion: '/personal/:slug/evaluacion/criterios/:criterionId',
  element: '/personal/:slug/evaluacion/elementos/:elementId',
  evidence: '/personal/:slug/evaluacion/elementos/:elementId/evidencias',
  owed: '/personal/:slug/evaluacion/elementos/:elementId/encargo',
  begin: '/personal/:slug/evaluacion/hechas',
  evaluation: '/personal/:slug/evaluacion/hechas/:evaluationId',
  marks: '/personal/:slug/evaluacion/hechas/:evaluationId/criterios/:criterionId',
  notes: '/personal/:slug/evaluacion/hechas/:evaluationId/notas',
  signature: '/personal/:slug/evaluacion/hechas/:evaluationId/firma',
  decision: '/personal/:slug/evaluacion/hechas/:evaluationId/decision',
  /** Everything below is the tablet's; its worker reaches no further. */
  visit: '/personal/:slug/evaluacion/visita/',
  visitWorker: '/personal/:slug/evaluacion/visita/sw.js',
  visitCopy: '/personal/:slug/evaluacion/visita/copia',
  visitSession: '/personal/:slug/evaluacion/visita/sesion',
  visitNotes: '/personal/:slug/evaluacion/visita/notas',
  visitPhotos: '/personal/:slug/evaluacion/visita/fotos',
  model: '/personal/:slug/evaluacion/modelo',
  changes: '/personal/:slug/evaluacion/modelo/cambios',
} as const

export type EvaluationUrls = ReturnType<typeof evaluationUrls>

export function evaluationUrls(slug: string) {
  const of = (path: string, part = '', id = '') =>
    path.replace(':slug', slug).replace(part, encodeURIComponent(id))
  const ofElement = (path: string) => (id: string) => of(path, ':elementId', id)
  const ofEvaluation = (path: string) => (id: string) => of(path, ':evaluationId', id)
  return {
    home: of(paths.home),
    begin: of(paths.begin),
    model: of(paths.model),
    changes: of(paths.changes),
    criterion: (id: string) => of(paths.criterion, ':criterionId', id),
    element: ofElement(paths.element),
    evidence: ofElement(paths.evidence),
    owed: ofElement(paths.owed),
    evaluation: ofEvaluation(paths.evaluation),
    notes: ofEvaluation(paths.notes),
    decision: ofEvaluation(paths.decision),
    visit: (id: string) => `${of(paths.visit)}?evaluacion=${id}`,
    signature: ofEvaluation(paths.signature),
    marks: (evaluationId: string, criterionId: string) =>
      ofEvaluation(paths.marks)(evaluationId).replace(':criterionId', criterionId),
  }
}
