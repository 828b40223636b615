import { listAdministrations } from '../../../administrations/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { localDate } from '../../../platform/dates.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import type { System } from '../../../system.ts'
import { listMonthsReceived } from '../../indicators/index.ts'
import { findThemesOfSpan } from './actions/find-themes-of-span.ts'
import { spansToRead, type ThemeSpan } from './theme-span.ts'
import { listSpans } from './theme-store.ts'

const findThemesJob = defineJob('find_themes')
const themesOfSpanJob = defineJob<ThemeSpan & { administrationId: string }>('find_themes_of_span', {
  expireInSeconds: 3600,
})

/** By night: the month that runs, and what ended or was brought in since the last one. */
export function registerThemeJobs(system: System): void {
  const { jobs, db, clock } = system
  jobs.work(findThemesJob, async () => {
    const now = clock()
    for (const { administrationId, timeZone } of await listAdministrations(db)) {
      const running = `${localDate(now, timeZone).slice(0, 7)}-01`
      const read = await listSpans(db, administrationId)
      const spans = spansToRead(
        await listMonthsReceived(db, administrationId),
        read.map((span) => ({ ...span, readOn: localDate(span.foundAt, timeZone) })),
        running,
      )
      await inTransaction(db, async (tx) => {
        for (const span of spans)
          await jobs.send(tx, themesOfSpanJob, { administrationId, ...span })
      })
    }
  })
  jobs.work(themesOfSpanJob, (data) => findThemesOfSpan(system, data, clock()))
  jobs.schedule(findThemesJob, '47 7 * * *', 'UTC')
}
