import { sql } from 'kysely'
import { caseFromRow, seenCases, type Case, type CaseViewer } from '../cases/index.ts'
import type { Db, Tx } from '../platform/database/connection.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    case_watches: {
      administration_id: string
      account_id: string
      case_id: string
      since: Date
      seen_length: number
    }
  }
}

type WatchedCase = Pick<Case, 'administrationId' | 'caseId' | 'historyLength'>

/** From now on; what happened before is taken as seen. */
export async function insertWatch(
  tx: Tx,
  { administrationId, caseId, historyLength }: WatchedCase,
  accountId: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('case_watches')
    .values({
      administration_id: administrationId,
      account_id: accountId,
      case_id: caseId,
      since: now,
      seen_length: historyLength,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteWatch(
  tx: Tx,
  { administrationId, caseId }: Pick<Case, 'administrationId' | 'caseId'>,
  accountId: string,
): Promise<void> {
  await tx
    .deleteFrom('case_watches')
    .where('administration_id', '=', administrationId)
    .where('account_id', '=', accountId)
    .where('case_id', '=', caseId)
    .execute()
}

export interface Watched {
  item: Case
  /** Since the viewer last looked. */
  moved: boolean
}

/** What somebody follows and may still see, what moved first. */
export async function listWatched(
  db: Db,
  viewer: CaseViewer,
  { movedOnly, limit }: { movedOnly: boolean; limit: number },
): Promise<{ watched: Watched[]; total: number }> {
  let query = db
    .selectFrom('case_watches')
    .innerJoin(seenCases(db, viewer).as('seen'), (join) =>
      join
        .onRef('seen.administration_id', '=', 'case_watches.administration_id')
        .onRef('seen.case_id', '=', 'case_watches.case_id'),
    )
    .where('case_watches.administration_id', '=', viewer.administrationId)
    .where('case_watches.account_id', '=', viewer.staff.accountId)
    .selectAll('seen')
    .select(sql<boolean>`seen.history_length > case_watches.seen_length`.as('moved'))
    .select((on) => on.fn.countAll<number>().over().as('total'))
  if (movedOnly) query = query.whereRef('seen.history_length', '>', 'case_watches.seen_length')
  const rows = await query
    .orderBy('moved', 'desc')
    .orderBy('seen.due_on')
    .orderBy('seen.case_number')
    .limit(limit)
    .execute()
  return {
    watched: rows.map((row) => ({ item: caseFromRow(row), moved: row.moved })),
    total: rows[0]?.total ?? 0,
  }
}

/** What somebody follows and may no longer see is no longer followed, also if it is theirs to see again. */
export async function deleteUnseen(tx: Tx, viewer: CaseViewer): Promise<void> {
  await tx
    .deleteFrom('case_watches')
    .where('administration_id', '=', viewer.administrationId)
    .where('account_id', '=', viewer.staff.accountId)
    .where('case_id', 'not in', seenCases(tx, viewer).clearSelect().select('case_id'))
    .execute()
}

/** Of who works there no longer. */
export async function deleteWatches(
  tx: Tx,
  administrationId: string,
  accountId: string,
): Promise<void> {
  await tx
    .deleteFrom('case_watches')
    .where('administration_id', '=', administrationId)
    .where('account_id', '=', accountId)
    .execute()
}
