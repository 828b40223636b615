import type { Db } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'
import './link-count-store.ts'
import './poster-link-store.ts'

export interface PosterSite {
  administrationId: string
  centreId: string
  /** Somebody opened one of its links since then. */
  opened: boolean
}

/** The sites that have a printed link of their own in force, and whether it is opened. */
export async function listPosterSites(
  db: Db,
  administrationIds: readonly string[],
  since: PlainDate,
): Promise<PosterSite[]> {
  const rows = await db
    .selectFrom('poster_links as link')
    .leftJoin('poster_link_days as opening', (on) =>
      on
        .onRef('opening.administration_id', '=', 'link.administration_id')
        .onRef('opening.link_id', '=', 'link.link_id')
        .on('opening.opened', '>', 0)
        .on('opening.day', '>=', since),
    )
    .select(({ fn }) => [
      'link.administration_id as administrationId',
      'link.centre_id as centreId',
      fn.count<string>('opening.day').as('days'),
    ])
    .where('link.administration_id', 'in', administrationIds)
    .where('link.medium', '=', 'print')
    .where('link.retired_at', 'is', null)
    .where('link.centre_id', 'is not', null)
    .groupBy(['link.administration_id', 'link.centre_id'])
    .execute()
  return rows.flatMap(({ administrationId, centreId, days }) =>
    centreId === null ? [] : [{ administrationId, centreId, opened: Number(days) > 0 }],
  )
}
