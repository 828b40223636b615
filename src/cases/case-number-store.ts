import type { Db } from '../platform/database/connection.ts'
import type { Case } from './case.ts'
import { CASE_COLUMNS, caseFromRow } from './case-row.ts'

/** Of whichever book: numbers are unique everywhere. */
export async function findCaseByNumber(db: Db, caseNumber: string): Promise<Case | null> {
  const row = await db
    .selectFrom('cases')
    .select(CASE_COLUMNS)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return row ? caseFromRow(row) : null
}

export interface CaseToFollow {
  item: Case
  /** The book's own secret and the one that a tablet printed. */
  tokenHashes: Buffer[]
}

/** With the hashes that the follower's secret must match one of. */
export async function listCasesForFollower(
  db: Db,
  number: { caseNumber: string } | { provisionalNumber: string },
): Promise<CaseToFollow[]> {
  const rows = await db
    .selectFrom('cases')
    .leftJoin('case_origins as origin', (join) =>
      join
        .onRef('origin.administration_id', '=', 'cases.administration_id')
        .onRef('origin.case_id', '=', 'cases.case_id'),
    )
    .select(CASE_COLUMNS.map((column) => `cases.${column}` as const))
    .select(['tracking_token_hash', 'printed_token_hash'])
    .$call((query) =>
      'caseNumber' in number
        ? query.where('case_number', '=', number.caseNumber)
        : query.where('provisional_number', '=', number.provisionalNumber),
    )
    .execute()
  return rows.map((row) => ({
    item: caseFromRow(row),
    tokenHashes: [
      row.tracking_token_hash,
      ...(row.printed_token_hash ? [row.printed_token_hash] : []),
    ],
  }))
}
