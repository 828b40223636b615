import { accountNames } from '../../../people/index.ts'
import type { Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { drawGaps } from '../draw-gaps.ts'
import { enterGap } from './room.ts'

export function serveGapsPaper(system: System): Page {
  return async (request, response) => {
    const { gap, rows, t, lang, ...room } = await enterGap(system, request, response)
    const owners = rows.flatMap(({ ownerId }) => ownerId ?? [])
    const bytes = await drawGaps(gap, rows, {
      t,
      lang,
      service: room.serviceName,
      place: room.placeName,
      author: room.book.administration.name,
      names: await accountNames(system.db, owners),
    })
    response.attachment(`brechas-v${gap.version}.pdf`).type('application/pdf')
    response.set('Cache-Control', 'private, no-store').send(bytes)
  }
}
