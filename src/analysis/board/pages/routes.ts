import { Router } from 'express'
import { addRoutes } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { keepCodersApart, reachingWords } from '../../words/index.ts'
import { hands, leaders, onlookers } from '../board-policy.ts'
import { sendCards, sendOpening } from './add-cards.ts'
import { showBoard } from './board.ts'
import { sendChanges } from './changes.ts'
import { sendDissolution, sendName } from './groups.ts'
import { sendMoves } from './moves.ts'
import { sendPhase, sendVotes } from './phases.ts'
import { paths } from './urls.ts'

/** The affinity diagram, where several people put together what is alike. */
export function boardRoutes(system: System): Router {
  const router = Router()
  const looking = reachingWords(...onlookers)
  const working = reachingWords(...hands)
  const leading = reachingWords(...leaders)
  const apart = keepCodersApart(system)
  addRoutes(router, [
    ['get', paths.board, looking, showBoard(system), apart],
    ['post', paths.board, leading, sendOpening(system), apart],
    ['get', paths.changes, looking, sendChanges(system), apart],
    ['post', paths.cards, working, sendCards(system), apart],
    ['post', paths.moves, working, sendMoves(system), apart],
    ['post', paths.name, working, sendName(system), apart],
    ['post', paths.dissolution, working, sendDissolution(system), apart],
    ['post', paths.votes, working, sendVotes(system), apart],
    ['post', paths.phase, leading, sendPhase(system), apart],
  ])
  return router
}
