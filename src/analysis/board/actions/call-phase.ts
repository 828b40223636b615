import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { areFairVotes, mayVote, phasesFrom, type Phase } from '../board.ts'
import { lockBoard, replaceVotes, updateBoard } from '../board-store.ts'
import { listGroups } from '../group-store.ts'

type Ground = Pick<System, 'db'>

/** Goes a step on or back, from the phase that the person saw. */
export async function callPhase(
  { db }: Ground,
  deed: StaffDeed,
  { corpusId, from, to }: { corpusId: string; from: Phase; to: Phase },
): Promise<void> {
  const whose = { administrationId: deed.administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const board = await lockBoard(tx, whose)
    if (board.phase !== from || !phasesFrom(from).includes(to)) throw new WrongState()
    await updateBoard(tx, whose, { phase: to, lastChange: board.lastChange + 1 })
    const details = { corpusId, from, to }
    await recordChange(tx, { ...deed, action: 'affinity_phase_called', details })
  })
}

/** The votes of one person, instead of those that they gave before. */
export async function castVotes(
  { db }: Ground,
  { administrationId, accountId }: StaffDeed,
  corpusId: string,
  votes: ReadonlyMap<string, number>,
): Promise<void> {
  const whose = { administrationId, corpusId }
  await inTransaction(db, async (tx) => {
    const board = await lockBoard(tx, whose)
    if (!mayVote(board.phase)) throw new WrongState()
    const groups = (await listGroups(tx, whose)).filter(({ dissolved }) => !dissolved)
    const known = new Set(groups.map(({ groupId }) => groupId))
    const ofBoard = [...votes.keys()].every((groupId) => known.has(groupId))
    if (!ofBoard || !areFairVotes(votes, board.votesEach)) {
      const values = { votes: board.votesEach }
      throw new Invalid([{ field: 'votes', code: 'too_many', values }])
    }
    await replaceVotes(tx, whose, accountId, votes)
  })
}
