/** The affinity diagram of a corpus; `:slug` is the administration's. */
export const paths = {
  board: '/personal/:slug/palabras/:corpusId/tablero',
  changes: '/personal/:slug/palabras/:corpusId/tablero/cambios',
  moves: '/personal/:slug/palabras/:corpusId/tablero/movimientos',
  cards: '/personal/:slug/palabras/:corpusId/tablero/tarjetas',
  name: '/personal/:slug/palabras/:corpusId/tablero/grupos/:groupId',
  dissolution: '/personal/:slug/palabras/:corpusId/tablero/grupos/:groupId/deshacer',
  votes: '/personal/:slug/palabras/:corpusId/tablero/votos',
  phase: '/personal/:slug/palabras/:corpusId/tablero/fase',
} as const

export type BoardUrls = ReturnType<typeof boardUrls>

export function boardUrls(slug: string, corpusId: string) {
  const of = (path: string) => path.replace(':slug', slug).replace(':corpusId', corpusId)
  return {
    corpus: of('/personal/:slug/palabras/:corpusId'),
    board: of(paths.board),
    changes: of(paths.changes),
    moves: of(paths.moves),
    cards: of(paths.cards),
    name: (groupId: string) => of(paths.name).replace(':groupId', groupId),
    dissolution: (groupId: string) => of(paths.dissolution).replace(':groupId', groupId),
    votes: of(paths.votes),
    phase: of(paths.phase),
  }
}
