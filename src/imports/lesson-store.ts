import { sql } from 'kysely'
import type { Db } from '../platform/database/connection.ts'

/** A case of a book of before whose classification may be learnt from; null: that one not. */
export interface LegacyLesson {
  caseId: string
  registeredAt: Date
  language: string
  text: string
  kind: string | null
  serviceId: string | null
  unitId: string | null
}

export interface LessonCursor {
  registeredAt: Date
  caseId: string
}

/** The newest first, of the books whose mapping says that people there classified with care. */
export async function listLegacyLessons(
  db: Db,
  administrationId: string,
  { after, limit }: { after: LessonCursor | null; limit: number },
): Promise<LegacyLesson[]> {
  const rest = after
    ? sql`and (one.received_at, one.legacy_id) < (${after.registeredAt}, ${after.caseId}::uuid)`
    : sql``
  const { rows } = await sql<LegacyLesson>`
    select one.legacy_id as "caseId", one.received_at as "registeredAt", one.language,
      one.body as text,
      case when batch.mapping->'teaches' ? 'kind' then one.kind end as kind,
      case when batch.mapping->'teaches' ? 'service' then one.service_id end as "serviceId",
      case when batch.mapping->'teaches' ? 'unit' then one.unit_id end as "unitId"
    from ${taught(administrationId)} ${rest}
    order by one.received_at desc, one.legacy_id desc limit ${limit}`.execute(db)
  return rows
}

export async function countLegacyLessons(db: Db, administrationId: string): Promise<number> {
  const { rows } = await sql<{ lessons: string }>`
    select count(*) as lessons from ${taught(administrationId)}`.execute(db)
  return Number(rows[0]?.lessons ?? 0)
}

function taught(administrationId: string) {
  return sql`legacy_batches batch join legacy_cases one using (administration_id, batch_id)
    where batch.administration_id = ${administrationId} and batch.state = 'loaded'
      and jsonb_array_length(coalesce(batch.mapping->'teaches', '[]')) > 0 and one.body <> ''`
}
