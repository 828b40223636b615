import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { mayMove, MOST_CARDS } from '../board.ts'
import { insertBoard, lockBoard, updateBoard, type Whose } from '../board-store.ts'
import { insertCards, listCards } from '../card-store.ts'

type Ground = Pick<System, 'db'>

/** Opens the board of a corpus, its first cards on it, all loose. */
export async function openBoard(
  { db }: Ground,
  deed: StaffDeed,
  {
    corpusId,
    votesEach,
    segmentIds,
  }: { corpusId: string; votesEach: number; segmentIds: readonly string[] },
): Promise<void> {
  const whose = { administrationId: deed.administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const opened = { votesEach, at: deed.at, by: deed.accountId }
    if (!(await insertBoard(tx, whose, opened))) throw new WrongState()
    await addToBoard(tx, deed, whose, { segmentIds, note: null })
    const details = { corpusId, cards: segmentIds.length }
    await recordChange(tx, { ...deed, action: 'affinity_board_opened', details })
  })
}

/** More ideas of the corpus, or a note of the team's own. */
export async function addCards(
  { db }: Ground,
  deed: StaffDeed,
  corpusId: string,
  what: { segmentIds: readonly string[]; note: string | null },
): Promise<void> {
  const whose = { administrationId: deed.administrationId, corpusId }
  await inTransaction(db, (tx) => addToBoard(tx, deed, whose, what))
}

async function addToBoard(
  tx: Tx,
  { accountId }: StaffDeed,
  whose: Whose,
  { segmentIds, note }: { segmentIds: readonly string[]; note: string | null },
): Promise<void> {
  const board = await lockBoard(tx, whose)
  if (!mayMove(board.phase)) throw new WrongState()
  const there = await listCards(tx, whose)
  const known = new Set(there.map(({ segmentId }) => segmentId))
  const fresh = [...new Set(segmentIds)].filter((id) => !known.has(id))
  const added = [
    ...fresh.map((segmentId) => ({ segmentId, note: null })),
    ...(note === null ? [] : [{ segmentId: null, note }]),
  ]
  if (added.length === 0) return
  if (there.length + added.length > MOST_CARDS) {
    throw new Invalid([{ field: 'code', code: 'too_many', values: { most: MOST_CARDS } }])
  }
  const change = { number: board.lastChange + 1, by: accountId }
  const cards = added.map((card, index) => ({
    ...card,
    cardId: randomUUID(),
    position: there.length + index,
  }))
  await insertCards(tx, whose, cards, change)
  await updateBoard(tx, whose, { phase: board.phase, lastChange: change.number })
}
