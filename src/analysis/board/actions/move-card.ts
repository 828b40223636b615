import { randomUUID } from 'node:crypto'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { mayMove, type Board, type Card, type Group } from '../board.ts'
import { lockBoard, updateBoard, type Whose } from '../board-store.ts'
import { findCard, isEmptyGroup, updatePlace } from '../card-store.ts'
import { insertGroup, listGroups, updateGroup, type Change } from '../group-store.ts'

/** Where a card goes: to a group by its id, to a group that begins with it, or loose. */
export type Target = { group: string } | 'new' | 'loose'

export interface MoveOfCard {
  corpusId: string
  cardId: string
  /** Of the card as the person saw it. */
  version: number
  to: Target
}

/** The card as it stands now: moved, or as somebody else had left it meanwhile. */
export interface MovedCard {
  moved: boolean
  card: Card
}

/** One small operation: it changes one card, if that is still as the person saw it. */
export async function moveCard(
  { db }: Pick<System, 'db'>,
  { administrationId, accountId }: StaffDeed,
  move: MoveOfCard,
): Promise<MovedCard> {
  const whose = { administrationId, corpusId: move.corpusId }
  return inTransaction(db, async (tx) => {
    const board = await lockBoard(tx, whose)
    if (!mayMove(board.phase)) throw new WrongState()
    const card = await findCard(tx, whose, move.cardId)
    if (!card) throw new NotFound()
    const groups = await listGroups(tx, whose)
    if (isThere(card, move.to)) return { moved: true, card }
    if (card.version !== move.version || !isOpen(move.to, groups)) return { moved: false, card }

    const change = { number: board.lastChange + 1, by: accountId }
    const groupId = await groupFor(tx, whose, move.to, groups, change)
    await updatePlace(tx, whose, { ...card, groupId }, change)
    await dissolveWhenEmpty(tx, whose, { card, groups, change })
    await advance(tx, whose, board, change)
    return { moved: true, card: { ...card, groupId, version: card.version + 1 } }
  })
}

/** Sent twice, or two people wanted the same: then nothing is left to do. */
function isThere({ groupId }: Card, to: Target): boolean {
  if (to === 'new') return false
  return groupId === (to === 'loose' ? null : to.group)
}

function isOpen(to: Target, groups: readonly Group[]): boolean {
  if (typeof to === 'string') return true
  return groups.some(({ groupId, dissolved }) => groupId === to.group && !dissolved)
}

async function groupFor(
  tx: Tx,
  whose: Whose,
  to: Target,
  groups: readonly Group[],
  change: Change,
): Promise<string | null> {
  if (to === 'loose') return null
  if (to !== 'new') return to.group
  const groupId = randomUUID()
  const number = Math.max(0, ...groups.map((group) => group.number)) + 1
  await insertGroup(tx, whose, { groupId, number }, change)
  return groupId
}

/** A group that has a sentence stays: it was thought about. */
async function dissolveWhenEmpty(
  tx: Tx,
  whose: Whose,
  { card, groups, change }: { card: Card; groups: readonly Group[]; change: Change },
): Promise<void> {
  const left = groups.find(({ groupId }) => groupId === card.groupId)
  if (!left || left.sentence !== '' || !(await isEmptyGroup(tx, whose, left.groupId))) return
  await updateGroup(tx, whose, { ...left, version: left.version + 1, dissolved: true }, change)
}

function advance(tx: Tx, whose: Whose, { phase }: Board, { number }: Change): Promise<void> {
  return updateBoard(tx, whose, { phase, lastChange: number })
}
