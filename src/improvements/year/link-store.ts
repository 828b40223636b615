import type { Db, Tx } from '../../platform/database/connection.ts'
import type { ImprovementPlace } from '../improvement-place.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    improvement_calendar_links: {
      administration_id: string
      link_id: string
      centre_id: string | null
      account_id: string
      token_hash: Buffer
      language: string
      made_at: Date
      ended_at: Date | null
    }
  }
}

export interface CalendarLink extends ImprovementPlace {
  linkId: string
  accountId: string
  language: string
}

export async function insertLink(
  tx: Tx,
  link: CalendarLink,
  { tokenHash, at }: { tokenHash: Buffer; at: Date },
): Promise<void> {
  await tx
    .insertInto('improvement_calendar_links')
    .values({
      administration_id: link.administrationId,
      link_id: link.linkId,
      centre_id: link.centreId,
      account_id: link.accountId,
      token_hash: tokenHash,
      language: link.language,
      made_at: at,
      ended_at: null,
    })
    .execute()
}

/** Whichever the person had there. */
export async function updateEnded(
  tx: Tx,
  administrationId: string,
  accountId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('improvement_calendar_links')
    .set({ ended_at: at })
    .where('administration_id', '=', administrationId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
}

export async function findLink(db: Db, tokenHash: Buffer): Promise<CalendarLink | null> {
  const row = await links(db).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row ? toLink(row) : null
}

export async function hasLink(
  db: Db,
  administrationId: string,
  accountId: string,
): Promise<boolean> {
  const row = await links(db)
    .where('administration_id', '=', administrationId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

function links(db: Db) {
  return db.selectFrom('improvement_calendar_links').selectAll().where('ended_at', 'is', null)
}

function toLink(row: {
  administration_id: string
  link_id: string
  centre_id: string | null
  account_id: string
  language: string
}): CalendarLink {
  return {
    administrationId: row.administration_id,
    linkId: row.link_id,
    centreId: row.centre_id,
    accountId: row.account_id,
    language: row.language,
  }
}
