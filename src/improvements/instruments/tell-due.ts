import type { TellDue } from '../due.ts'
import { newestOf } from './instrument.ts'
import { listInstruments } from './instrument-store.ts'
import { listRows } from './row-store.ts'
import { instrumentUrls } from './urls.ts'

/** The activities of the schedules, each on the day on which it ends, as their newest version has them. */
export const tellInstrumentsDue: TellDue = async (db, question) => {
  const { administrationId, slug, from, until } = question
  const schedules = newestOf(await listInstruments(db, { administrationId, kind: 'schedule' }))
  const ids = schedules.map(({ instrumentId }) => instrumentId)
  const rows = await listRows(db, administrationId, ids)
  return rows.flatMap(({ instrumentId, lineId, cells }) => {
    const { activity = '', end = '', status } = cells
    if (end < from || end > until || activity === '' || status === 'dropped') return []
    const schedule = schedules.find((one) => one.instrumentId === instrumentId)
    return [
      {
        id: `schedule-${lineId}`,
        on: end,
        kind: 'schedule' as const,
        title: activity,
        href: instrumentUrls(slug).one(instrumentId),
        centreId: schedule?.centreId ?? null,
        ownerId: null,
        doneOn: status === 'done' ? end : null,
      },
    ]
  })
}
