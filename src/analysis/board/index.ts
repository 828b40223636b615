/**
 * The affinity diagram: ideas as cards, put together by likeness in silence, named with a whole sentence and
 * voted for. Several people work at once; each move is one small change of one card that is still as they saw it.
 */
export { addCards, openBoard } from './actions/open-board.ts'
export { callPhase, castVotes } from './actions/call-phase.ts'
export { moveCard, type MovedCard, type MoveOfCard, type Target } from './actions/move-card.ts'
export { dissolveGroup, nameGroup } from './actions/name-group.ts'
export { rankGroups, type Card, type Group, type Phase, type RankedGroup } from './board.ts'
export { listCards } from './card-store.ts'
export { listGroups } from './group-store.ts'
export { listHeadings, type Heading } from './list-headings.ts'
export { boardRoutes } from './pages/routes.ts'
