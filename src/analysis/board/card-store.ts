import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Card } from './board.ts'
import type { Whose } from './board-store.ts'
import type { Change } from './group-store.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    affinity_cards: {
      administration_id: string
      corpus_id: string
      card_id: string
      segment_id: string | null
      note: string | null
      position: number
      group_id: string | null
      version: number
      changed: number
      changed_by: string
    }
  }
}

const CARD = [
  'card_id as cardId',
  'segment_id as segmentId',
  'note',
  'group_id as groupId',
  'version',
  'changed',
  'changed_by as changedBy',
] as const

export type ChangedCard = Card & { changed: number; changedBy: string }

/** In their order, those changed after a number only. */
export async function listCards(
  db: Db,
  { administrationId, corpusId }: Whose,
  after = -1,
): Promise<ChangedCard[]> {
  return db
    .selectFrom('affinity_cards')
    .select(CARD)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('changed', '>', after)
    .orderBy('position')
    .execute()
}

export async function findCard(
  db: Db,
  { administrationId, corpusId }: Whose,
  cardId: string,
): Promise<Card | null> {
  const card = await db
    .selectFrom('affinity_cards')
    .select(CARD)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('card_id', '=', cardId)
    .executeTakeFirst()
  return card ?? null
}

export interface NewCard {
  cardId: string
  segmentId: string | null
  note: string | null
  position: number
}

export async function insertCards(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  cards: readonly NewCard[],
  change: Change,
): Promise<void> {
  if (cards.length === 0) return
  await tx
    .insertInto('affinity_cards')
    .values(
      cards.map(({ cardId, segmentId, note, position }) => ({
        administration_id: administrationId,
        corpus_id: corpusId,
        card_id: cardId,
        segment_id: segmentId,
        note,
        position,
        group_id: null,
        version: 1,
        changed: change.number,
        changed_by: change.by,
      })),
    )
    .execute()
}

/** False: the card is no longer where and what the person saw. */
export async function updatePlace(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { cardId, groupId, version }: Pick<Card, 'cardId' | 'groupId' | 'version'>,
  change: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('affinity_cards')
    .set({
      group_id: groupId,
      version: version + 1,
      changed: change.number,
      changed_by: change.by,
    })
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('card_id', '=', cardId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All cards of a group become loose. */
export async function loosenCards(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  groupId: string,
  change: Change,
): Promise<void> {
  await tx
    .updateTable('affinity_cards')
    .set(({ eb }) => ({
      group_id: null,
      version: eb('version', '+', 1),
      changed: change.number,
      changed_by: change.by,
    }))
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('group_id', '=', groupId)
    .execute()
}

export async function isEmptyGroup(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  groupId: string,
): Promise<boolean> {
  const card = await tx
    .selectFrom('affinity_cards')
    .select('card_id')
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('group_id', '=', groupId)
    .limit(1)
    .executeTakeFirst()
  return card === undefined
}
