import { listAdministrations, type Administration } from '../../administrations/index.ts'
import { queueNotice } from '../../notices/index.ts'
import { listContacts } from '../../people/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { localDate, localTime, weekday } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { DAY_OF_FOLLOWED } from '../emails/day-of-followed.ts'
import { listFollowers, takeLetterOfDay } from '../letter-store.ts'
import { viewerOf } from '../viewer-of.ts'
import { deleteUnseen, deleteWatches, listWatched } from '../watch-store.ts'

/** Nobody is written to before the day begins where they work. */
const HOUR = '07:00'
const SATURDAY = 6

/**
 * In the morning of a working week, to each who follows a case that moved since they last looked. Who may no
 * longer see a case follows it no longer. Gives how many letters were queued.
 */
export async function tellDay(system: System, now: Date): Promise<number> {
  let told = 0
  for (const administration of await listAdministrations(system.db)) {
    if (localTime(now, administration.timeZone) < HOUR) continue
    told += await tellFollowers(system, administration, now)
  }
  return told
}

async function tellFollowers(
  system: System,
  { administrationId, timeZone }: Administration,
  now: Date,
): Promise<number> {
  const today = localDate(now, timeZone)
  const followers = await listFollowers(system.db, administrationId)
  let told = 0
  for (const { accountId, language } of await listContacts(system.db, followers)) {
    const viewer = await viewerOf(system, administrationId, accountId, now)
    await inTransaction(system.db, async (tx) => {
      if (viewer === null) return deleteWatches(tx, administrationId, accountId)
      await deleteUnseen(tx, viewer)
      if (weekday(today) >= SATURDAY) return
      const { total } = await listWatched(tx, viewer, { movedOnly: true, limit: 1 })
      if (total === 0 || !(await takeLetterOfDay(tx, administrationId, accountId, today))) return
      const to = { recipient: 'account', accountId } as const
      const notice = { administrationId, template: DAY_OF_FOLLOWED, to, language }
      await queueNotice(tx, system.jobs, notice, now)
      told += 1
    })
  }
  return told
}
