import { sql, type SqlBool } from 'kysely'
import type { Db } from '../../platform/database/connection.ts'
import type { SegmentCursor } from './coding.ts'
import type { Whose } from './coding-store.ts'

/** A segment as a coder finds it. */
export interface SegmentInHand extends SegmentCursor {
  segmentId: string
  textId: string
  start: number
  end: number
  masked: string
  kind: string
  language: string
  centreId: string | null
  serviceId: string | null
  registeredAt: Date
}

const IN_HAND = [
  's.segment_id as segmentId',
  's.text_id as textId',
  's.start_at as start',
  's.end_at as end',
  's.text_position as textPosition',
  's.position',
  't.masked',
  't.kind',
  't.language',
  't.centre_id as centreId',
  't.service_id as serviceId',
  't.registered_at as registeredAt',
] as const

/** The first one that waits for this coder: nobody coded it, or one other person and it wants two. */
export async function findNextSegment(
  db: Db,
  whose: Whose,
  coderId: string,
): Promise<SegmentInHand | null> {
  const [fresh, again] = await Promise.all([
    inHand(db, whose)
      .where('s.coders', '=', 0)
      .orderBy(...ORDER[0])
      .orderBy(...ORDER[1])
      .limit(1)
      .executeTakeFirst(),
    inHand(db, whose)
      .where(sql<SqlBool>`s.double_coded and s.coders = 1`)
      .where((on) =>
        on.not(
          on.exists(
            on
              .selectFrom('codings as own')
              .select('own.segment_id')
              .whereRef('own.administration_id', '=', 's.administration_id')
              .whereRef('own.segment_id', '=', 's.segment_id')
              .where('own.coder_id', '=', coderId),
          ),
        ),
      )
      .orderBy(...ORDER[0])
      .orderBy(...ORDER[1])
      .limit(1)
      .executeTakeFirst(),
  ])
  if (!fresh || !again) return fresh ?? again ?? null
  return isBefore(again, fresh) ? again : fresh
}

const ORDER = [
  ['s.text_position', 'asc'],
  ['s.position', 'asc'],
] as const

function isBefore(one: SegmentCursor, other: SegmentCursor): boolean {
  return one.textPosition === other.textPosition
    ? one.position < other.position
    : one.textPosition < other.textPosition
}

/**
 * Whether this coder is in the middle of the sample that two read: they have begun, and somebody else coded
 * what they are still to code. Until then they must not hear what was said of it.
 */
export async function isReadingAlone(
  db: Db,
  { administrationId, corpusId }: Whose,
  coderId: string,
): Promise<boolean> {
  const { rows } = await sql<{ alone: boolean }>`
    select exists (select from codings where administration_id = ${administrationId}
        and corpus_id = ${corpusId} and coder_id = ${coderId})
      and exists (select from segments s where s.administration_id = ${administrationId}
        and s.corpus_id = ${corpusId} and s.double_coded and s.coders = 1
        and not exists (select from codings own where own.administration_id = s.administration_id
          and own.segment_id = s.segment_id and own.coder_id = ${coderId})) as alone`.execute(db)
  return rows[0]?.alone ?? false
}

export async function findSegment(
  db: Db,
  whose: Whose,
  segmentId: string,
): Promise<SegmentInHand | null> {
  const found = await inHand(db, whose).where('s.segment_id', '=', segmentId).executeTakeFirst()
  return found ?? null
}

function inHand(db: Db, { administrationId, corpusId }: Whose) {
  return db
    .selectFrom('segments as s')
    .innerJoin('corpus_texts as t', (join) =>
      join
        .onRef('t.administration_id', '=', 's.administration_id')
        .onRef('t.text_id', '=', 's.text_id'),
    )
    .select(IN_HAND)
    .where('s.administration_id', '=', administrationId)
    .where('s.corpus_id', '=', corpusId)
}

/** This coder's codings under which the frame changed (see `isToRecode`), the first in order. */
export async function findToRecode(
  db: Db,
  whose: Whose,
  coderId: string,
): Promise<{ count: number; next: SegmentInHand | null }> {
  const { administrationId, corpusId } = whose
  const { rows } = await sql<{ segmentId: string; count: number }>`
    select c.segment_id as "segmentId", count(*) over ()::int as count
    from codings c
    join segments s on s.administration_id = c.administration_id and s.segment_id = c.segment_id
    where c.administration_id = ${administrationId} and c.corpus_id = ${corpusId} and c.coder_id = ${coderId}
      and exists (
        select from frame_codes f where f.administration_id = c.administration_id and (
          (f.code_id = c.code_id and (f.retired_in is not null or f.changed_in > c.frame_version))
          or (f.parent_id = c.code_id and f.added_in > c.frame_version and f.retired_in is null)))
    order by s.text_position, s.position
    limit 1`.execute(db)
  const [first] = rows
  if (!first) return { count: 0, next: null }
  return { count: first.count, next: await findSegment(db, whose, first.segmentId) }
}
