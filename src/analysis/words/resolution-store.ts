import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Coding, SegmentCursor, Severity } from './coding.ts'
import type { CodedTwice } from './agreement.ts'

interface Whose {
  administrationId: string
  corpusId: string
}

/** The first to code a segment stands first. */
export async function listCodersOf(
  db: Db,
  administrationId: string,
  segmentId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('codings')
    .select('coder_id as coderId')
    .where('administration_id', '=', administrationId)
    .where('segment_id', '=', segmentId)
    .orderBy('coded_at')
    .execute()
  return rows.map(({ coderId }) => coderId)
}

export interface CoderPair {
  one: string
  other: string
  /** Segments that both coded. */
  n: number
}

/** Who coded the same segments, most of them first. */
export async function listPairs(db: Db, whose: Whose): Promise<CoderPair[]> {
  const { rows } = await sql<CoderPair>`
    select first.coder_id as one, second.coder_id as other, count(*)::int as n
    from segments s
    join codings first on first.administration_id = s.administration_id and first.segment_id = s.segment_id
    join codings second on second.administration_id = s.administration_id and second.segment_id = s.segment_id
      and second.coder_id > first.coder_id
    where s.administration_id = ${whose.administrationId} and s.corpus_id = ${whose.corpusId} and s.coders > 1
    group by 1, 2 order by 3 desc, 1, 2`.execute(db)
  return rows
}

/** What each of two said, by code. */
export async function listCodedTwice(
  db: Db,
  { administrationId, corpusId }: Whose,
  pair: Pick<CoderPair, 'one' | 'other'>,
): Promise<CodedTwice[]> {
  const { rows } = await sql<CodedTwice>`
    select first.code_id as one, second.code_id as other
    from segments s
    join codings first on first.administration_id = s.administration_id and first.segment_id = s.segment_id
      and first.coder_id = ${pair.one}
    join codings second on second.administration_id = s.administration_id and second.segment_id = s.segment_id
      and second.coder_id = ${pair.other}
    where s.administration_id = ${administrationId} and s.corpus_id = ${corpusId} and s.coders > 1`.execute(
    db,
  )
  return rows
}

type Said = Pick<Coding, 'codeId' | 'severity' | 'stage' | 'valence' | 'suggestion' | 'harm'>

/** A segment that two coded otherwise, side by side, with what was decided since. */
export interface Disagreement extends SegmentCursor {
  segmentId: string
  textId: string
  text: string
  said: readonly (Said & { coderId: string })[]
  resolved: { codeId: string; severity: Severity; reason: string; by: string; at: Date } | null
}

export async function listDisagreements(
  db: Db,
  { administrationId, corpusId }: Whose,
  { after, limit }: { after: SegmentCursor; limit: number },
): Promise<Disagreement[]> {
  const { rows } = await sql<
    Omit<Disagreement, 'text' | 'resolved'> & {
      masked: string
      start: number
      end: number
      codeId: string | null
      severity: Severity
      reason: string
      by: string
      at: Date
    }
  >`
    select s.segment_id as "segmentId", s.text_id as "textId", s.text_position as "textPosition", s.position,
      t.masked, s.start_at as start, s.end_at as "end", c.said,
      r.code_id as "codeId", r.severity, r.reason, r.resolved_by as by, r.resolved_at as at
    from segments s
    join corpus_texts t on t.administration_id = s.administration_id and t.text_id = s.text_id
    cross join lateral (
      select count(distinct code_id) as codes, json_agg(json_build_object(
        'coderId', coder_id, 'codeId', code_id, 'severity', severity, 'stage', stage, 'valence', valence,
        'suggestion', suggestion, 'harm', harm) order by coder_id) as said
      from codings where administration_id = s.administration_id and segment_id = s.segment_id
    ) c
    left join coding_resolutions r
      on r.administration_id = s.administration_id and r.segment_id = s.segment_id
    where s.administration_id = ${administrationId} and s.corpus_id = ${corpusId} and s.coders > 1
      and (s.text_position, s.position) > (${after.textPosition}, ${after.position}) and c.codes > 1
    order by s.text_position, s.position
    limit ${limit}`.execute(db)
  return rows.map(({ masked, start, end, codeId, severity, reason, by, at, ...row }) => ({
    ...row,
    text: masked.slice(start, end),
    resolved: codeId === null ? null : { codeId, severity, reason, by, at },
  }))
}

export async function insertResolution(
  tx: Tx,
  administrationId: string,
  decided: {
    corpusId: string
    segmentId: string
    codeId: string
    severity: Severity
    reason: string
    at: Date
    by: string
  },
): Promise<void> {
  const { codeId, severity, reason, at, by } = decided
  const now = { code_id: codeId, severity, reason, resolved_at: at, resolved_by: by }
  await tx
    .insertInto('coding_resolutions')
    .values({
      administration_id: administrationId,
      corpus_id: decided.corpusId,
      segment_id: decided.segmentId,
      ...now,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'segment_id']).doUpdateSet(now),
    )
    .execute()
}
