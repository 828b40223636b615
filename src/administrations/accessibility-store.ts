import type { Db, Tx } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'

interface AccessibilityStatementsTable {
  administration_id: string
  contact: string
  failures: string
  reviewed_on: PlainDate
  said_at: Date
  said_by: string | null
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    accessibility_statements: AccessibilityStatementsTable
  }
}

/** What an administration says of how accessible its book is. */
export interface AccessibilityStatement {
  /** Whom to tell what does not work, and how. */
  contact: string
  /** What is known not to work; empty: nothing is known. */
  failures: string
  reviewedOn: PlainDate
}

export async function findStatement(
  db: Db,
  administrationId: string,
): Promise<AccessibilityStatement | null> {
  const row = await db
    .selectFrom('accessibility_statements')
    .select(['contact', 'failures', 'reviewed_on'])
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  return row ? { contact: row.contact, failures: row.failures, reviewedOn: row.reviewed_on } : null
}

export async function upsertStatement(
  tx: Tx,
  said: { administrationId: string; accountId: string; at: Date },
  { contact, failures, reviewedOn }: AccessibilityStatement,
): Promise<void> {
  const words = {
    contact,
    failures,
    reviewed_on: reviewedOn,
    said_at: said.at,
    said_by: said.accountId,
  }
  await tx
    .insertInto('accessibility_statements')
    .values({ administration_id: said.administrationId, ...words })
    .onConflict((conflict) => conflict.column('administration_id').doUpdateSet(words))
    .execute()
}
