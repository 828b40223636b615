import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { isSentence, mayMove, mayName, type Board, type Group } from '../board.ts'
import { lockBoard, updateBoard } from '../board-store.ts'
import { loosenCards } from '../card-store.ts'
import { listGroups, updateGroup } from '../group-store.ts'

type Ground = Pick<System, 'db'>

interface SeenGroup {
  corpusId: string
  groupId: string
  /** Of the group as the person saw it. */
  version: number
}

/** The group as it stands now: changed, or as somebody else had left it meanwhile. */
export interface ChangedOrNot {
  changed: boolean
  group: Group
}

/** Says what the cards of a group say together. */
export async function nameGroup(
  ground: Ground,
  deed: StaffDeed,
  seen: SeenGroup,
  sentence: string,
): Promise<ChangedOrNot> {
  if (!isSentence(sentence)) throw new Invalid([{ field: 'sentence', code: 'not_sentence' }])
  return change(ground, deed, seen, {
    isAllowed: ({ phase }) => mayName(phase),
    to: (group) => ({ ...group, sentence }),
  })
}

/** Its cards become loose; none is lost. */
export async function dissolveGroup(
  ground: Ground,
  deed: StaffDeed,
  seen: SeenGroup,
): Promise<ChangedOrNot> {
  return change(ground, deed, seen, {
    isAllowed: ({ phase }) => mayMove(phase),
    to: (group) => ({ ...group, dissolved: true }),
  })
}

async function change(
  { db }: Ground,
  { administrationId, accountId }: StaffDeed,
  { corpusId, groupId, version }: SeenGroup,
  { isAllowed, to }: { isAllowed: (board: Board) => boolean; to: (group: Group) => Group },
): Promise<ChangedOrNot> {
  const whose = { administrationId, corpusId }
  return inTransaction(db, async (tx) => {
    const board = await lockBoard(tx, whose)
    if (!isAllowed(board)) throw new WrongState()
    const group = (await listGroups(tx, whose)).find((each) => each.groupId === groupId)
    if (!group) throw new NotFound()
    if (group.version !== version || group.dissolved) return { changed: false, group }
    const next = { ...to(group), version: version + 1 }
    const number = board.lastChange + 1
    if (next.dissolved) await loosenCards(tx, whose, groupId, { number, by: accountId })
    await updateGroup(tx, whose, next, { number, by: accountId })
    await updateBoard(tx, whose, { phase: board.phase, lastChange: number })
    return { changed: true, group: next }
  })
}
