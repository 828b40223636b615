import { accountNames } from '../../../people/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { findBoard } from '../board-store.ts'
import { listCards } from '../card-store.ts'
import { listGroups } from '../group-store.ts'
import { enterRoom } from './room.ts'

/** What changed on the board after a number, for the page that is open. In silence nobody is named. */
export function sendChanges(system: System): Page {
  return async (request, response) => {
    const { whose, deed } = await enterRoom(system, request, response)
    const after = numberIn(request.query.desde)
    // asked first: what comes in between is told once more, and never missed
    const board = await findBoard(system.db, whose)
    if (!board) throw new NotFound()
    const isNews = board.lastChange > after
    const cards = isNews ? await listCards(system.db, whose, after) : []
    const groups = isNews ? await listGroups(system.db, whose, after) : []
    const others = [...cards, ...groups]
      .map(({ changedBy }) => changedBy)
      .filter((accountId) => accountId !== deed.accountId)
    const names =
      board.phase === 'silent' ? new Map<string, string>() : await accountNames(system.db, others)
    response.set('Cache-Control', 'private, no-store').json({
      change: board.lastChange,
      phase: board.phase,
      others: cards.filter(({ changedBy }) => changedBy !== deed.accountId).length,
      who: [...new Set(names.values())],
      cards: cards.map(({ cardId, groupId, version }) => ({ id: cardId, group: groupId, version })),
      groups: groups.map(({ groupId, number, sentence, version, dissolved }) => ({
        id: groupId,
        number,
        sentence,
        version,
        dissolved,
      })),
    })
  }
}

function numberIn(asked: unknown): number {
  return typeof asked === 'string' && /^\d{1,12}$/.test(asked) ? Number(asked) : 0
}
