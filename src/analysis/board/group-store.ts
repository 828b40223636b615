import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Group } from './board.ts'
import type { Whose } from './board-store.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    affinity_groups: {
      administration_id: string
      corpus_id: string
      group_id: string
      number: number
      sentence: string
      version: number
      changed: number
      changed_by: string
      dissolved: boolean
    }
  }
}

/** The number of the change, and who made it. */
export interface Change {
  number: number
  by: string
}

const GROUP = [
  'group_id as groupId',
  'number',
  'sentence',
  'version',
  'dissolved',
  'changed',
  'changed_by as changedBy',
] as const

export type ChangedGroup = Group & { changed: number; changedBy: string }

/** In their order, those changed after a number only, dissolved ones among them. */
export async function listGroups(
  db: Db,
  { administrationId, corpusId }: Whose,
  after = -1,
): Promise<ChangedGroup[]> {
  return db
    .selectFrom('affinity_groups')
    .select(GROUP)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('changed', '>', after)
    .orderBy('number')
    .execute()
}

export async function insertGroup(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { groupId, number }: Pick<Group, 'groupId' | 'number'>,
  change: Change,
): Promise<void> {
  await tx
    .insertInto('affinity_groups')
    .values({
      administration_id: administrationId,
      corpus_id: corpusId,
      group_id: groupId,
      number,
      sentence: '',
      version: 1,
      changed: change.number,
      changed_by: change.by,
      dissolved: false,
    })
    .execute()
}

/** Within a locked board: what it was before was looked at. */
export async function updateGroup(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { groupId, sentence, version, dissolved }: Omit<Group, 'number'>,
  change: Change,
): Promise<void> {
  await tx
    .updateTable('affinity_groups')
    .set({ sentence, version, dissolved, changed: change.number, changed_by: change.by })
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('group_id', '=', groupId)
    .execute()
}
