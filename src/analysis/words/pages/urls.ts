/** The qualitative workbench; `:slug` is the administration's. */
export const paths = {
  corpora: '/personal/:slug/palabras',
  newCorpus: '/personal/:slug/palabras/nuevo',
  frames: '/personal/:slug/palabras/marcos',
  frame: '/personal/:slug/palabras/marcos/:frameId',
  newCode: '/personal/:slug/palabras/marcos/:frameId/codigos',
  code: '/personal/:slug/palabras/marcos/:frameId/codigos/:codeId',
  text: '/personal/:slug/palabras/textos/:textId',
  masks: '/personal/:slug/palabras/textos/:textId/tapar',
  unmasking: '/personal/:slug/palabras/textos/:textId/mostrar',
  segments: '/personal/:slug/palabras/textos/:textId/segmentos',
  corpus: '/personal/:slug/palabras/:corpusId',
  texts: '/personal/:slug/palabras/:corpusId/textos',
  coding: '/personal/:slug/palabras/:corpusId/codificar',
  agreement: '/personal/:slug/palabras/:corpusId/acuerdo',
  resolution: '/personal/:slug/palabras/:corpusId/acuerdo/:segmentId',
} as const

export type WordUrls = ReturnType<typeof wordUrls>

export function wordUrls(slug: string) {
  const of = (path: string, ids: Readonly<Record<string, string>> = {}) =>
    Object.entries({ slug, ...ids }).reduce(
      (url, [name, id]) => url.replace(`:${name}`, encodeURIComponent(id)),
      path,
    )
  return {
    corpora: of(paths.corpora),
    newCorpus: of(paths.newCorpus),
    frames: of(paths.frames),
    frame: (frameId: string) => of(paths.frame, { frameId }),
    newCode: (frameId: string) => of(paths.newCode, { frameId }),
    code: (frameId: string, codeId: string) => of(paths.code, { frameId, codeId }),
    text: (textId: string) => of(paths.text, { textId }),
    masks: (textId: string) => of(paths.masks, { textId }),
    unmasking: (textId: string) => of(paths.unmasking, { textId }),
    segments: (textId: string) => of(paths.segments, { textId }),
    corpus: (corpusId: string) => of(paths.corpus, { corpusId }),
    texts: (corpusId: string) => of(paths.texts, { corpusId }),
    coding: (corpusId: string) => of(paths.coding, { corpusId }),
    agreement: (corpusId: string) => of(paths.agreement, { corpusId }),
    resolution: (corpusId: string, segmentId: string) =>
      of(paths.resolution, { corpusId, segmentId }),
    board: (corpusId: string) => `${of(paths.corpus, { corpusId })}/tablero`,
    findings: (corpusId: string) => `${of(paths.corpus, { corpusId })}/hallazgos`,
  }
}
