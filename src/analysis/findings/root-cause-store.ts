import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import type { Whose } from './read-ideas.ts'
import type { BranchCause, RootCause, Why } from './root-cause.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    root_causes: {
      administration_id: string
      corpus_id: string
      code_id: string
      whys: Why[]
      causes: BranchCause[]
      cause_id: string | null
      version: number
      written_at: Date
      written_by: string
    }
  }
}

/** The search for the cause of one theme of a corpus. */
export interface StoredRootCause extends RootCause {
  codeId: string
  /** Once it was found and written down. */
  causeId: string | null
  version: number
}

export async function listRootCauses(
  db: Db,
  { administrationId, corpusId }: Whose,
): Promise<StoredRootCause[]> {
  return db
    .selectFrom('root_causes')
    .select(['code_id as codeId', 'whys', 'causes', 'cause_id as causeId', 'version'])
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .execute()
}

/** Version 0 begins; false: somebody else wrote meanwhile. */
export async function keepRootCause(
  tx: Tx,
  { administrationId, corpusId }: Whose,
  { codeId, whys, causes, causeId, version }: StoredRootCause,
  written: { at: Date; by: string },
): Promise<boolean> {
  const values = {
    whys: sql<Why[]>`${JSON.stringify(whys)}::jsonb`,
    causes: sql<BranchCause[]>`${JSON.stringify(causes)}::jsonb`,
    cause_id: causeId,
    version: version + 1,
    written_at: written.at,
    written_by: written.by,
  }
  if (version === 0) {
    const { numInsertedOrUpdatedRows: inserted } = await tx
      .insertInto('root_causes')
      .values({
        administration_id: administrationId,
        corpus_id: corpusId,
        code_id: codeId,
        ...values,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return inserted === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('root_causes')
    .set(values)
    .where('administration_id', '=', administrationId)
    .where('corpus_id', '=', corpusId)
    .where('code_id', '=', codeId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
