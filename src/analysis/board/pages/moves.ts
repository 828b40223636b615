import type { Request } from 'express'
import { z } from 'zod'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { line, readForm, ticks, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { moveCard, type MovedCard, type Target } from '../actions/move-card.ts'
import { listGroups } from '../group-store.ts'
import { returnDone, show } from './board.ts'
import { labelOf } from './board-view.ts'
import { enterRoom, type Room } from './room.ts'

/** A card as the page knows it: its id and its version. */
const seenCard = z.string().regex(/^[\da-f-]{36}:\d{1,9}$/i, 'unknown')
const moves = z.object({ card: ticks(seenCard), to: line(40) })

/** Cards that were ticked, or one that was dragged: each is a change of its own. */
export function sendMoves(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { values, problems } = readForm(request, moves)
    if (!values) return show(system, request, response, room, { problems })
    if (values.card.length === 0) {
      const nothing = [{ field: 'card', code: 'required' }]
      return show(system, request, response, room, { problems: nothing })
    }
    const results = await moveAll(system, room, values.card, values.to)
    const late = results.filter(({ moved }) => !moved)
    if (wantsJson(request)) {
      response.set('Cache-Control', 'private, no-store')
      response.status(late.length > 0 ? 409 : 200).json({ cards: results.map(asSeen) })
    } else if (late.length > 0) {
      await show(system, request, response, room, { conflicts: await tell(system, room, late) })
    } else {
      returnDone(response, room, 'moved')
    }
  }
}

function wantsJson(request: Request): boolean {
  return request.accepts(['html', 'json']) === 'json'
}

async function moveAll(
  system: System,
  { deed, corpus: { corpusId } }: Room,
  cards: readonly string[],
  to: string,
): Promise<MovedCard[]> {
  const results: MovedCard[] = []
  let target = targetOf(to)
  for (const seen of cards) {
    const [cardId = '', version] = seen.split(':')
    const move = { corpusId, cardId, version: Number(version), to: target }
    const result = await moveCard(system, deed, move)
    results.push(result)
    // those that come after the first one join the group that it began
    const { groupId } = result.card
    if (target === 'new' && result.moved && groupId !== null) target = { group: groupId }
  }
  return results
}

function targetOf(to: string): Target {
  if (to === 'new' || to === 'loose') return to
  if (!isId(to)) throw new NotFound()
  return { group: to }
}

function asSeen({ moved, card }: MovedCard) {
  return { moved, id: card.cardId, group: card.groupId, version: card.version }
}

/** Where each card that somebody else moved meanwhile lies now. */
async function tell(
  { db }: System,
  { whose, t }: Room,
  late: readonly MovedCard[],
): Promise<string[]> {
  const groups = await listGroups(db, whose)
  return late.map(({ card }) => {
    const group = groups.find(({ groupId }) => groupId === card.groupId)
    return t('board.moved_meanwhile', { place: group ? labelOf(group, t) : t('board.loose') })
  })
}
