import type { Db, Tx } from '../platform/database/connection.ts'
import { assertNothingPersonal, type AuditDetails } from './audit-details.ts'
import { insertAuditLine } from './audit-store.ts'

/**
 * Who looked at personal data, who changed what, who signed in: a log that only ever grows and
 * that holds ids and codes, never a name, a text or an address. A change is recorded in the
 * transaction that makes it; a look is recorded before the page is sent.
 */
export { isLoggable, type AuditDetails } from './audit-details.ts'
export { listAuditLines, type AuditLine } from './audit-store.ts'
export {
  countLooks,
  eraseLooks,
  listLooks,
  sumLooks,
  type LookLine,
  type LookQuestion,
  type LooksOfDay,
} from './look-store.ts'

interface Deed {
  at: Date
  /** Null when the system itself or somebody unknown did it. */
  accountId: string | null
  administrationId?: string | null
  caseId?: string | null
  details?: AuditDetails
}

export interface Look extends Deed {
  /** A code of what was looked at: case, personal_data, attachment, search, export … */
  what: string
}

export interface Change extends Deed {
  /** A code in the past tense: role_granted, rule_changed, signed_in … */
  action: string
}

export async function recordLook(db: Db, look: Look): Promise<void> {
  await record(db, `looked_at_${look.what}`, look)
}

export async function recordChange(tx: Tx, change: Change): Promise<void> {
  await record(tx, change.action, change)
}

/** For what is not a change of anything, such as a refused sign-in. */
export async function recordEvent(db: Db, event: Change): Promise<void> {
  await record(db, event.action, event)
}

async function record(db: Db, action: string, deed: Deed): Promise<void> {
  const details = deed.details ?? {}
  assertNothingPersonal({ action, ...details })
  await insertAuditLine(db, {
    at: deed.at,
    action,
    accountId: deed.accountId,
    administrationId: deed.administrationId ?? null,
    caseId: deed.caseId ?? null,
    details,
  })
}
