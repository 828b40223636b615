import type { Generated } from 'kysely'
import type { Db } from '../platform/database/connection.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    audit_log: {
      audit_id: Generated<number>
      administration_id: string | null
      at: Date
      account_id: string | null
      action: string
      case_id: string | null
      details: string
    }
  }
}

export interface AuditLine {
  at: Date
  action: string
  accountId: string | null
  administrationId: string | null
  caseId: string | null
  details: Readonly<Record<string, unknown>>
}

export async function insertAuditLine(db: Db, line: AuditLine): Promise<void> {
  await db
    .insertInto('audit_log')
    .values({
      administration_id: line.administrationId,
      at: line.at,
      account_id: line.accountId,
      action: line.action,
      case_id: line.caseId,
      details: JSON.stringify(line.details),
    })
    .execute()
}

/** Newest first; of one case, one account or one administration. */
export async function listAuditLines(
  db: Db,
  about: { caseId?: string; accountId?: string; administrationId?: string },
  limit = 100,
): Promise<AuditLine[]> {
  let query = db.selectFrom('audit_log').selectAll().orderBy('audit_id', 'desc').limit(limit)
  if (about.caseId) query = query.where('case_id', '=', about.caseId)
  if (about.accountId) query = query.where('account_id', '=', about.accountId)
  if (about.administrationId) query = query.where('administration_id', '=', about.administrationId)
  const rows = await query.execute()
  return rows.map((row) => ({
    at: row.at,
    action: row.action,
    accountId: row.account_id,
    administrationId: row.administration_id,
    caseId: row.case_id,
    details: row.details as unknown as Record<string, unknown>,
  }))
}
