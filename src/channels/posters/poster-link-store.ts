import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Medium, NewLink, PosterLink } from './poster-link.ts'

interface PosterLinkTable {
  administration_id: string
  link_id: string
  number: number
  label: string
  medium: Medium
  centre_id: string | null
  window_id: string | null
  service_id: string | null
  kind: string | null
  made_at: Date
  made_by: string
  retired_at: Date | null
  retired_by: string | null
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    poster_links: PosterLinkTable
  }
}

/** Adds a link with the next number. Whoever adds another at the same time waits. */
export async function insertLink(
  tx: Tx,
  link: NewLink & { linkId: string; administrationId: string; madeAt: Date; madeBy: string },
): Promise<void> {
  const { administrationId } = link
  await sql`select pg_advisory_xact_lock(hashtextextended(${`poster_links ${administrationId}`}, 0))`.execute(
    tx,
  )
  const last = await tx
    .selectFrom('poster_links')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('administration_id', '=', administrationId)
    .executeTakeFirst()
  await tx
    .insertInto('poster_links')
    .values({
      administration_id: administrationId,
      link_id: link.linkId,
      number: Number(last?.number ?? 0) + 1,
      label: link.label,
      medium: link.medium,
      centre_id: link.centreId,
      window_id: link.windowId,
      service_id: link.serviceId,
      kind: link.kind,
      made_at: link.madeAt,
      made_by: link.madeBy,
      retired_at: null,
      retired_by: null,
    })
    .execute()
}

/** False when it was retired before. */
export async function updateLinkRetired(
  tx: Tx,
  of: { administrationId: string; linkId: string },
  by: { accountId: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('poster_links')
    .set({ retired_at: by.at, retired_by: by.accountId })
    .where('administration_id', '=', of.administrationId)
    .where('link_id', '=', of.linkId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

/** Those in use first, the newest before the others; of some centres only, when they are named. */
export async function listLinks(
  db: Db,
  administrationId: string,
  centreIds: readonly string[] | null,
): Promise<PosterLink[]> {
  if (centreIds?.length === 0) return []
  let query = db
    .selectFrom('poster_links')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .orderBy(sql`retired_at is not null`)
    .orderBy('number', 'desc')
  if (centreIds) query = query.where('centre_id', 'in', centreIds)
  return (await query.execute()).map(linkOf)
}

export async function getLink(
  db: Db,
  administrationId: string,
  linkId: string,
): Promise<PosterLink> {
  const row = await db
    .selectFrom('poster_links')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('link_id', '=', linkId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return linkOf(row)
}

export async function findLabel(
  db: Db,
  { administrationId, linkId }: Pick<PosterLink, 'administrationId' | 'linkId'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('poster_links')
    .select('label')
    .where('administration_id', '=', administrationId)
    .where('link_id', '=', linkId)
    .executeTakeFirst()
  return row?.label ?? null
}

export async function findLinkByNumber(
  db: Db,
  administrationId: string,
  number: number,
): Promise<PosterLink | null> {
  const row = await db
    .selectFrom('poster_links')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? linkOf(row) : null
}

function linkOf(row: PosterLinkTable): PosterLink {
  return {
    linkId: row.link_id,
    administrationId: row.administration_id,
    number: row.number,
    label: row.label,
    medium: row.medium,
    centreId: row.centre_id,
    windowId: row.window_id,
    serviceId: row.service_id,
    kind: row.kind,
    madeAt: row.made_at,
    retiredAt: row.retired_at,
  }
}
