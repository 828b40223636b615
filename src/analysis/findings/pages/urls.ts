/** What was found in a corpus; `:slug` is the administration's. */
export const paths = {
  pareto: '/personal/:slug/palabras/:corpusId/hallazgos',
  experience: '/personal/:slug/palabras/:corpusId/hallazgos/experiencia',
  quotes: '/personal/:slug/palabras/:corpusId/hallazgos/citas',
  theme: '/personal/:slug/palabras/:corpusId/hallazgos/citas/:codeId',
  quote: '/personal/:slug/palabras/:corpusId/hallazgos/citas/:codeId/:segmentId',
  causes: '/personal/:slug/palabras/:corpusId/hallazgos/causas',
  cause: '/personal/:slug/palabras/:corpusId/hallazgos/causas/:codeId',
  found: '/personal/:slug/palabras/:corpusId/hallazgos/causas/:codeId/causa',
  cases: '/personal/:slug/palabras/:corpusId/hallazgos/causas/:codeId/casos',
} as const

export type FindingsUrls = ReturnType<typeof findingsUrls>

export function findingsUrls(slug: string, corpusId: string) {
  const of = (path: string) => path.replace(':slug', slug).replace(':corpusId', corpusId)
  return {
    corpus: of('/personal/:slug/palabras/:corpusId'),
    agreement: of('/personal/:slug/palabras/:corpusId/acuerdo'),
    pareto: of(paths.pareto),
    experience: of(paths.experience),
    quotes: of(paths.quotes),
    causes: of(paths.causes),
    theme: (codeId: string) => of(paths.theme).replace(':codeId', codeId),
    quote: (codeId: string, segmentId: string) =>
      of(paths.quote).replace(':codeId', codeId).replace(':segmentId', segmentId),
    cause: (codeId: string) => of(paths.cause).replace(':codeId', codeId),
    found: (codeId: string) => of(paths.found).replace(':codeId', codeId),
    cases: (codeId: string) => of(paths.cases).replace(':codeId', codeId),
  }
}
