import { sql, type SqlBool } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type {
  CodedSegment,
  Coding,
  CodingChoice,
  SegmentCursor,
  Severity,
  Stage,
  Valence,
} from './coding.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    codings: {
      administration_id: string
      corpus_id: string
      segment_id: string
      coder_id: string
      code_id: string
      severity: Severity
      stage: Stage | null
      valence: Valence
      suggestion: boolean
      harm: boolean
      frame_version: number
      version: number
      coded_at: Date
    }
    coding_resolutions: {
      administration_id: string
      corpus_id: string
      segment_id: string
      code_id: string
      severity: Severity
      reason: string
      resolved_at: Date
      resolved_by: string
    }
  }
}

export interface Whose {
  administrationId: string
  corpusId: string
}

const CODING = [
  'segment_id as segmentId',
  'coder_id as coderId',
  'code_id as codeId',
  'severity',
  'stage',
  'valence',
  'suggestion',
  'harm',
  'frame_version as frameVersion',
  'version',
  'coded_at as codedAt',
] as const

export async function findCoding(
  db: Db,
  administrationId: string,
  { segmentId, coderId }: Pick<Coding, 'segmentId' | 'coderId'>,
): Promise<Coding | null> {
  const coding = await db
    .selectFrom('codings')
    .select(CODING)
    .where('administration_id', '=', administrationId)
    .where('segment_id', '=', segmentId)
    .where('coder_id', '=', coderId)
    .executeTakeFirst()
  return coding ?? null
}

/** False: it was coded meanwhile, by this coder in another window or by as many as it wants. */
export async function insertCoding(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  coding: Coding,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('codings')
    .values({
      administration_id: administrationId,
      corpus_id: corpusId,
      segment_id: coding.segmentId,
      coder_id: coding.coderId,
      ...columnsOf(coding),
      version: coding.version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) return false
  const { numUpdatedRows } = await tx
    .updateTable('segments')
    .set({ coders: sql`coders + 1` })
    .where('administration_id', '=', administrationId)
    .where('segment_id', '=', coding.segmentId)
    .where(sql<SqlBool>`coders < case when double_coded then 2 else 1 end`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False: it is no longer at the version that the coder saw. */
export async function updateCoding(
  tx: Tx,
  administrationId: string,
  coding: Coding,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('codings')
    .set({ ...columnsOf(coding), version: coding.version + 1 })
    .where('administration_id', '=', administrationId)
    .where('segment_id', '=', coding.segmentId)
    .where('coder_id', '=', coding.coderId)
    .where('version', '=', coding.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function columnsOf(coding: CodingChoice & Pick<Coding, 'frameVersion' | 'codedAt'>) {
  const { codeId, severity, stage, valence, suggestion, harm, frameVersion, codedAt } = coding
  return {
    code_id: codeId,
    severity,
    stage,
    valence,
    suggestion,
    harm,
    frame_version: frameVersion,
    coded_at: codedAt,
  }
}

const FIRST: SegmentCursor = { textPosition: 0, position: -1 }

/**
 * Segments with the code that they ended up with, in order and page by page. Of two who agreed the graver
 * severity counts; what two coded otherwise is not there until it is resolved, nor what its person erased.
 */
export async function listCodedSegments(
  db: Db,
  { administrationId, corpusId }: Whose,
  { after = FIRST, limit = 500 }: { after?: SegmentCursor; limit?: number } = {},
): Promise<CodedSegment[]> {
  const { rows } = await sql<Omit<CodedSegment, 'text'> & { masked: string }>`
    select s.segment_id as "segmentId", s.text_id as "textId", t.case_id as "caseId",
      t.legacy_case_id as "legacyCaseId", t.masked,
      s.text_position as "textPosition", s.position, s.start_at as start, s.end_at as "end",
      t.kind, t.centre_id as "centreId", t.service_id as "serviceId", t.channel, t.language,
      t.registered_at as "registeredAt", t.quotation,
      coalesce(r.code_id, c.code_id) as "codeId", coalesce(r.severity, c.severity) as severity,
      c.stage, c.valence, c.suggestion, c.harm,
      case when r.segment_id is not null then 'resolved' when c.coders > 1 then 'agreed' else 'single' end
        as settled
    from segments s
    join corpus_texts t on t.administration_id = s.administration_id and t.text_id = s.text_id
    cross join lateral (
      select count(*)::int as coders, count(distinct code_id)::int as codes, max(severity) as severity,
        (array_agg(code_id order by coded_at))[1] as code_id,
        (array_agg(stage order by coded_at) filter (where stage is not null))[1] as stage,
        sign(sum(valence))::int as valence, bool_or(suggestion) as suggestion, bool_or(harm) as harm
      from codings
      where administration_id = s.administration_id and segment_id = s.segment_id
    ) c
    left join coding_resolutions r
      on r.administration_id = s.administration_id and r.segment_id = s.segment_id
    where s.administration_id = ${administrationId} and s.corpus_id = ${corpusId} and s.coders > 0
      and (s.text_position, s.position) > (${after.textPosition}, ${after.position})
      and (r.segment_id is not null or c.codes = 1) and t.masked <> ''
    order by s.text_position, s.position
    limit ${limit}`.execute(db)
  return rows.map(({ masked, ...row }) => ({ ...row, text: masked.slice(row.start, row.end) }))
}

/** The coder's last ones with their texts, to learn from. */
export async function listOwnCodings(
  db: Db,
  { administrationId, corpusId }: Whose,
  coderId: string,
  limit: number,
): Promise<{ codeId: string; text: string }[]> {
  const rows = await db
    .selectFrom('codings as c')
    .innerJoin('segments as s', (join) =>
      join
        .onRef('s.administration_id', '=', 'c.administration_id')
        .onRef('s.segment_id', '=', 'c.segment_id'),
    )
    .innerJoin('corpus_texts as t', (join) =>
      join
        .onRef('t.administration_id', '=', 's.administration_id')
        .onRef('t.text_id', '=', 's.text_id'),
    )
    .select(['c.code_id as codeId', 't.masked', 's.start_at as start', 's.end_at as end'])
    .where('c.administration_id', '=', administrationId)
    .where('c.corpus_id', '=', corpusId)
    .where('c.coder_id', '=', coderId)
    .orderBy('c.coded_at', 'desc')
    .orderBy('c.segment_id')
    .limit(limit)
    .execute()
  return rows.map(({ codeId, masked, start, end }) => ({ codeId, text: masked.slice(start, end) }))
}

/** The coder's segment before the one in hand, or the last one coded. */
export async function findLastCoded(
  db: Db,
  { administrationId, corpusId }: Whose,
  coderId: string,
): Promise<Coding | null> {
  const coding = await db
    .selectFrom('codings')
    .select(CODING)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('coder_id', '=', coderId)
    .orderBy('coded_at', 'desc')
    .orderBy('segment_id')
    .limit(1)
    .executeTakeFirst()
  return coding ?? null
}
