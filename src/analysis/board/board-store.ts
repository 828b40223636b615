import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Board, Phase } from './board.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    affinity_boards: {
      administration_id: string
      corpus_id: string
      phase: Phase
      votes_each: number
      last_change: number
      opened_at: Date
      opened_by: string
    }
    affinity_votes: {
      administration_id: string
      corpus_id: string
      group_id: string
      account_id: string
      votes: number
    }
  }
}

/** The board of a corpus: each has one at most. */
export interface Whose {
  administrationId: string
  corpusId: string
}

const BOARD = [
  'corpus_id as corpusId',
  'phase',
  'votes_each as votesEach',
  'last_change as lastChange',
] as const

export async function findBoard(
  db: Db,
  { administrationId, corpusId }: Whose,
): Promise<Board | null> {
  const board = await db
    .selectFrom('affinity_boards')
    .select(BOARD)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .executeTakeFirst()
  return board ?? null
}

/** From here to the end of the transaction nobody else changes the board. */
export async function lockBoard(tx: Tx, { administrationId, corpusId }: Whose): Promise<Board> {
  const board = await tx
    .selectFrom('affinity_boards')
    .select(BOARD)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .forUpdate()
    .executeTakeFirst()
  if (!board) throw new NotFound()
  return board
}

/** False: somebody had opened it already. */
export async function insertBoard(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { votesEach, at, by }: { votesEach: number; at: Date; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('affinity_boards')
    .values({
      administration_id: administrationId,
      corpus_id: corpusId,
      phase: 'silent',
      votes_each: votesEach,
      last_change: 0,
      opened_at: at,
      opened_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted === 1n
}

export async function updateBoard(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { phase, lastChange }: Pick<Board, 'phase' | 'lastChange'>,
): Promise<void> {
  await tx
    .updateTable('affinity_boards')
    .set({ phase, last_change: lastChange })
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .execute()
}

/** The votes of one person, which stand instead of those given before. */
export async function replaceVotes(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  accountId: string,
  votes: ReadonlyMap<string, number>,
): Promise<void> {
  await tx
    .deleteFrom('affinity_votes')
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('account_id', '=', accountId)
    .execute()
  const given = [...votes].filter(([, count]) => count > 0)
  if (given.length === 0) return
  await tx
    .insertInto('affinity_votes')
    .values(
      given.map(([groupId, count]) => ({
        administration_id: administrationId,
        corpus_id: corpusId,
        group_id: groupId,
        account_id: accountId,
        votes: count,
      })),
    )
    .execute()
}

export interface Vote {
  groupId: string
  accountId: string
  votes: number
}

export async function listVotes(db: Db, { administrationId, corpusId }: Whose): Promise<Vote[]> {
  return db
    .selectFrom('affinity_votes')
    .select(['group_id as groupId', 'account_id as accountId', 'votes'])
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .execute()
}
