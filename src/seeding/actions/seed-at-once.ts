import { keepLines, openLivedLoader } from '../../cases/index.ts'
import { findAdministrationBySlug } from '../../administrations/index.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { liveApart } from '../at-once/live-apart.ts'
import { YEAR_DAYS } from '../at-once/live-in-batches.ts'
import type { YearsRequest } from '../at-once/paper-making.ts'
import type { SeedReport } from './seed-book.ts'

/**
 * Fills an empty book with years of whole lives, each lived in memory and written in batches: for books of a
 * million cases. The rules and the calendar of the last year are those of all.
 */
export async function seedAtOnce(
  system: System,
  request: YearsRequest,
  now: Date,
): Promise<SeedReport> {
  const administration = await findAdministrationBySlug(system.db, request.slug)
  if (!administration) throw new NotFound()
  const loader = await openLivedLoader(system.databaseUrl, administration.administrationId)
  let filed = 0
  let steps = 0
  try {
    for await (const batch of liveApart(system, request, now)) {
      await keepLines(loader, batch.lives)
      filed += batch.lives.filings.length
      steps += batch.steps
      request.onProgress?.(filed)
    }
  } finally {
    await loader.close()
  }
  const until = localDate(now, administration.timeZone)
  return { filed, steps, from: addDays(until, 1 - request.years * YEAR_DAYS), until }
}
