import type { Generated } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { hashSeal, type BookFiling, type BookSeal, type SealedLink } from './event-hash.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    filings: FilingTable
  }
}

interface FilingTable {
  administration_id: string
  position: Generated<number>
  case_id: string
  case_number: string
  registered_at: Date
  event_hash: Buffer
  previous_hash: Buffer
  hash: Buffer
  link: Generated<'case' | SealedLink>
}

export interface StoredFiling extends BookFiling {
  /** What was sealed as a whole has its id, name, instant and seal where a filing has its case's. */
  link: 'case' | SealedLink
  caseId: string
  previousHash: Buffer
  hash: Buffer
}

/** Adds something sealed after the given head and returns the new one. The caller holds the book's row. */
export async function appendSeal(
  tx: Tx,
  sealed: BookSeal & { administrationId: string; id: string },
  previousHash: Buffer,
): Promise<Buffer> {
  const hash = hashSeal(sealed, previousHash)
  await tx
    .insertInto('filings')
    .values({
      administration_id: sealed.administrationId,
      position: sealed.position,
      case_id: sealed.id,
      case_number: sealed.name,
      registered_at: sealed.at,
      event_hash: sealed.seal,
      previous_hash: previousHash,
      hash,
      link: sealed.link,
    })
    .execute()
  return hash
}

/** A stretch of the book's chain, in order. */
export async function listFilings(
  db: Db,
  administrationId: string,
  after: number,
  limit: number,
): Promise<StoredFiling[]> {
  const rows = await db
    .selectFrom('filings')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    link: row.link,
    caseId: row.case_id,
    position: row.position,
    caseNumber: row.case_number,
    registeredAt: row.registered_at,
    eventHash: row.event_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}
