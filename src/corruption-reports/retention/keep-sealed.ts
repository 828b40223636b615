import { utimesSync } from 'node:fs'
import { listAdministrations } from '../../administrations/index.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { listReports } from '../report-store.ts'
import type { OpenSealed } from '../sealed-database.ts'
import { holdRing, inSealedTransaction, inWholeSealedTransaction } from '../sealed-store.ts'
import { deleteShortages } from '../shortage-store.ts'
import { appendErasures, erasureListPath } from '../shred/erasure-list.ts'
import { rewriteRing } from '../shred/keep-ring.ts'
import { topUpForUse } from '../shred/prepare-ring.ts'
import { releaseUnusedSlots } from '../taken-slot-store.ts'
import { listUnclaimedUploads } from '../upload-store.ts'
import { closeWeeks, commitmentKeysOf } from './close-weeks.ts'
import { eraseReport, eraseUpload } from './erase.ts'
import { SHORTAGES_SHOWN_DAYS } from './retention-rules.ts'
import { replayErasures } from './replay-erasures.ts'
import { mayBeErased } from './retention-policy.ts'

/**
 * The run of every night, at the same hour whatever happened by day: what is due is erased, keys and
 * peppers are made for the days to come, commitments of a week that is over get their batches, and every
 * file gets the day's time.
 */
export async function keepSealed(
  { db, secrets }: Pick<System, 'db' | 'secrets'>,
  sealed: OpenSealed,
  now: Date,
): Promise<void> {
  await replayErasures(sealed)
  for (const { administrationId, timeZone } of await listAdministrations(db)) {
    const today = localDate(now, timeZone)
    await eraseWhatIsDue(sealed, administrationId, today)
    await inSealedTransaction(sealed, administrationId, async (tx) => {
      await closeWeeks(tx, commitmentKeysOf(secrets), today)
      await deleteShortages(tx, addDays(today, -SHORTAGES_SHOWN_DAYS))
    })
  }
  sealed.peppers.keep(now)
  await keepRing(sealed, now)
}

async function eraseWhatIsDue(
  sealed: OpenSealed,
  administrationId: string,
  today: PlainDate,
): Promise<void> {
  const due = await inSealedTransaction(sealed, administrationId, async (tx) => ({
    reports: (await listReports(tx)).filter((report) => mayBeErased(report, today)),
    uploads: await listUnclaimedUploads(tx, addDays(today, -1)),
  }))
  for (const { reportId } of due.reports) {
    await inSealedTransaction(sealed, administrationId, (tx) => eraseReport(tx, reportId, today))
  }
  for (const upload of due.uploads) {
    await inSealedTransaction(sealed, administrationId, (tx) => eraseUpload(tx, upload, today))
  }
}

function keepRing({ db, ring }: OpenSealed, now: Date): Promise<void> {
  const dated = new Date(`${localDate(now, 'UTC')}T00:00:00Z`)
  return inWholeSealedTransaction(db, async (rows) => {
    await holdRing(rows)
    await releaseUnusedSlots(rows)
    await topUpForUse(rows, ring)
    rewriteRing(ring.path, dated)
    appendErasures(erasureListPath(ring.folder), [])
    utimesSync(erasureListPath(ring.folder), dated, dated)
  })
}
