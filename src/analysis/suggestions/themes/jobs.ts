import { listAdministrations } from '../../../administrations/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import type { System } from '../../../system.ts'
import { monthAfter } from '../../indicators/index.ts'
import { findThemesOfMonth } from './actions/find-themes-of-month.ts'
import { listMonths } from './theme-store.ts'

const findThemesJob = defineJob('find_themes')
const themesOfMonthJob = defineJob<{ administrationId: string; month: PlainDate }>(
  'find_themes_of_month',
  { expireInSeconds: 3600 },
)

/** By night: the month that runs, and the one before until it was read whole. */
export function registerThemeJobs(system: System): void {
  const { jobs, db, clock } = system
  jobs.work(findThemesJob, async () => {
    const now = clock()
    for (const { administrationId, timeZone } of await listAdministrations(db)) {
      const running = `${localDate(now, timeZone).slice(0, 7)}-01`
      const before = monthAfter(running, -1)
      const read = await listMonths(db, administrationId)
      const isWhole = read.some(
        ({ month, foundAt }) => month === before && localDate(foundAt, timeZone) >= running,
      )
      await inTransaction(db, async (tx) => {
        for (const month of isWhole ? [running] : [before, running])
          await jobs.send(tx, themesOfMonthJob, { administrationId, month })
      })
    }
  })
  jobs.work(themesOfMonthJob, (data) => findThemesOfMonth(system, data, clock()))
  jobs.schedule(findThemesJob, '47 7 * * *', 'UTC')
}
