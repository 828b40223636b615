import { listColleagues } from '../../../people/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { centreChoice, enterRoom } from '../../pages/room.ts'
import { coverageOf, REQUIREMENT_OF, SUBJECTS } from '../dissemination.ts'
import { listDisseminations, listReadings } from '../dissemination-store.ts'
import { disseminationUrls } from '../urls.ts'

/** What was disseminated, how much of the staff read it, and which subjects were never told. */
export function showDisseminations(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, response, request)
    const { t, slug, deed, today, centre, book } = room
    const { administrationId } = deed
    const { db } = system
    const where = centre ? { centreId: centre.centreId } : {}
    const all = await listDisseminations(db, administrationId, where)
    const colleagues = await listColleagues(db, administrationId, today)
    const ids = all.map(({ disseminationId }) => disseminationId)
    const readings = await listReadings(db, administrationId, ids)
    const urls = disseminationUrls(slug)
    const { timeZone } = book.administration
    const model = {
      title: t('improvements-dissemination.title'),
      choice: centreChoice(room, urls.list),
      newUrl: room.mayImprove ? room.here(urls.fresh()) : null,
      never: SUBJECTS.filter(
        (each) => each !== 'other' && !all.some(({ subject }) => subject === each),
      ),
      requirementOf: REQUIREMENT_OF,
      rows: all.map((one) => {
        const own = readings.get(one.disseminationId) ?? []
        const { read, missing, arrived } = coverageOf(one, colleagues, own, timeZone)
        return {
          ...one,
          href: urls.one(one.disseminationId),
          where: (one.centreId && book.names.get(one.centreId)) ?? t('improvements.all_centres'),
          read: read.length,
          staff: read.length + missing.length + arrived.length,
          arrived: arrived.length,
        }
      }),
    }
    render(response, 'improvements/dissemination/list', model, { layout: 'staff' })
  }
}
