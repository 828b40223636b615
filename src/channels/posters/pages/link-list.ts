import { countFiledByLink } from '../../../cases/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { listCounts } from '../link-count-store.ts'
import { mayKeepOrigins } from '../link-policy.ts'
import { listLinks } from '../poster-link-store.ts'
import { linkRow } from './link-view.ts'
import { enterRoom } from './room.ts'

export function showLinks(system: System): Page {
  return async (_request, response) => {
    const room = await enterRoom(system, response)
    const { staff, deed, urls, t, centreIds } = room
    const { administrationId } = deed
    const links = await listLinks(system.db, administrationId, centreIds)
    const counted = {
      counts: await listCounts(system.db, administrationId),
      filed: await countFiledByLink(system.db, administrationId),
    }
    const rows = links.map((link) => linkRow(system, link, room, counted))
    render(
      response,
      'channels/posters/links',
      {
        title: t('channels-posters.title'),
        addUrl: urls.add,
        embeddingUrl: mayKeepOrigins(staff, administrationId) ? urls.embedding : null,
        inUse: rows.filter(({ retired }) => !retired),
        retired: rows.filter(({ retired }) => retired),
      },
      { layout: 'staff' },
    )
  }
}
