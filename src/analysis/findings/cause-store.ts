import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Whose } from './read-ideas.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    finding_causes: {
      administration_id: string
      cause_id: string
      code: string
      name: string
      found_at: Date
      found_by: string
    }
    case_causes: {
      administration_id: string
      case_id: string
      source: 'book' | 'legacy'
      cause_id: string
      corpus_id: string
      found_at: Date
      found_by: string
    }
  }
}

/** A cause that was found, of one case or of many. */
export interface FoundCause {
  causeId: string
  /** What indicators count by. */
  code: string
  name: string
}

/** All causes that an administration found, in their order. */
export async function listCauses(db: Db, administrationId: string): Promise<FoundCause[]> {
  return db
    .selectFrom('finding_causes')
    .select(['cause_id as causeId', 'code', 'name'])
    .where('administration_id', '=', administrationId)
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .execute()
}

/** The code of the cause of each of these cases, of the book or of a legacy book; those without one are not there. */
export async function causesOfCases(
  db: Db,
  administrationId: string,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('case_causes as one')
    .innerJoin('finding_causes as cause', (join) =>
      join
        .onRef('cause.administration_id', '=', 'one.administration_id')
        .onRef('cause.cause_id', '=', 'one.cause_id'),
    )
    .select(['one.case_id as caseId', 'cause.code'])
    .where('one.administration_id', '=', administrationId)
    .where('one.case_id', 'in', caseIds)
    .execute()
  return new Map(rows.map(({ caseId, code }) => [caseId, code]))
}

export async function insertCause(
  tx: Tx,
  administrationId: string,
  { causeId, code, name }: FoundCause,
  found: { at: Date; by: string },
): Promise<void> {
  await tx
    .insertInto('finding_causes')
    .values({
      administration_id: administrationId,
      cause_id: causeId,
      code,
      name,
      found_at: found.at,
      found_by: found.by,
    })
    .execute()
}

export async function updateCauseName(
  tx: Tx,
  administrationId: string,
  { causeId, name }: Pick<FoundCause, 'causeId' | 'name'>,
): Promise<void> {
  await tx
    .updateTable('finding_causes')
    .set({ name })
    .where('administration_id', '=', administrationId)
    .where('cause_id', '=', causeId)
    .execute()
}

export interface CausedCase {
  caseId: string
  source: 'book' | 'legacy'
}

/** These cases have this cause, whatever was found of them before. */
export async function upsertCaseCauses(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  causeId: string,
  cases: readonly CausedCase[],
  found: { at: Date; by: string },
): Promise<void> {
  if (cases.length === 0) return
  await tx
    .insertInto('case_causes')
    .values(
      cases.map(({ caseId, source }) => ({
        administration_id: administrationId,
        case_id: caseId,
        source,
        cause_id: causeId,
        corpus_id: corpusId,
        found_at: found.at,
        found_by: found.by,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'case_id']).doUpdateSet((on) => ({
        cause_id: on.ref('excluded.cause_id'),
        corpus_id: on.ref('excluded.corpus_id'),
        found_at: on.ref('excluded.found_at'),
        found_by: on.ref('excluded.found_by'),
      })),
    )
    .execute()
}

/** Of these cases it is no longer said that they have this cause. */
export async function deleteCaseCauses(
  tx: Tx,
  administrationId: string,
  causeId: string,
  caseIds: readonly string[],
): Promise<void> {
  if (caseIds.length === 0) return
  await tx
    .deleteFrom('case_causes')
    .where('administration_id', '=', administrationId)
    .where('cause_id', '=', causeId)
    .where('case_id', 'in', caseIds)
    .execute()
}
