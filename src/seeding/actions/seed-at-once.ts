import { setImmediate } from 'node:timers/promises'
import { getBookRules, type BookRules } from '../../administrations/index.ts'
import { keepLived, type LivedCase } from '../../cases/index.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { liveOnPaper, type Birth } from '../at-once/live-on-paper.ts'
import { inventDays } from '../invented-days.ts'
import { inventFiling } from '../invent-filing.ts'
import { prepareSeeding, type Making, type SeedRequest } from '../making.ts'
import { isInOfficeHours } from '../office-hours.ts'
import { planLife } from '../plan-life.ts'
import type { SeedReport } from './seed-book.ts'

const BATCH = 500
/** After so many lives the database is heard. */
const BREATH = 20
/** A year of whole weeks, so that every weekday stays one. */
const YEAR_DAYS = 364

/**
 * Fills an empty book with years of whole lives, each lived in memory and written in batches: for books of a
 * million cases. The rules and the calendar of the last year are those of all.
 */
export async function seedAtOnce(
  system: System,
  request: SeedRequest & { years: number },
  now: Date,
): Promise<SeedReport> {
  const making = await prepareSeeding(system, request, now)
  const { administrationId, span } = making
  const batches = liveInBatches(making, request, now)
  for (let batch = await batches.next(); !batch.done;) {
    // the next ones are lived while these are written
    const written = keepLived(system.db, administrationId, batch.value)
    const [next] = await Promise.all([batches.next(), written])
    request.onProgress?.(making.filed)
    batch = next
  }
  const { filed, steps } = making
  const until = localDate(now, span.timeZone)
  return { filed, steps, from: addDays(until, 1 - request.years * YEAR_DAYS), until }
}

async function* liveInBatches(
  making: Making,
  request: SeedRequest & { years: number },
  now: Date,
): AsyncGenerator<readonly LivedCase[], void> {
  const { system, span } = making
  const from = new Date(span.until.getTime() - YEAR_DAYS * 86_400_000)
  const year = { ...span, seasons: true, from }
  const book = await getBookRules(system, request.slug, now)
  let batch: LivedCase[] = []
  for (let back = request.years - 1; back >= 0; back -= 1) {
    const daysBack = back * YEAR_DAYS
    const until = new Date(now.getTime() + daysBack * 86_400_000)
    const chance = making.chance.of(back)
    for (const { filings } of inventDays(chance, casesOf(request, back), year)) {
      for (const at of filings) {
        const life = await liveOnPaper(making, book, { ...born(making, book, at), daysBack }, until)
        batch.push(life)
        making.filed += 1
        making.steps += life.events.length - 1
        if (batch.length % BREATH === 0) await setImmediate()
        if (batch.length < BATCH) continue
        yield batch
        batch = []
      }
    }
  }
  if (batch.length > 0) yield batch
}

/** Somebody says something at an instant, and what shall become of it. */
function born(making: Making, book: BookRules, at: Date): Omit<Birth, 'daysBack'> {
  const { voices, office, mark, filed } = making
  const chance = making.chance.of(filed)
  const day = localDate(at, office.timeZone)
  const inOfficeHours = isInOfficeHours(at, office)
  const { filing } = inventFiling(chance, voices, book, { day, inOfficeHours })
  return { filing, plan: planLife(chance, filing.kind), at, chance, mark: `${mark} ${filed}` }
}

/** The same each year; what does not divide goes to the last one. */
function casesOf({ cases, years }: { cases: number; years: number }, back: number): number {
  const each = Math.floor(cases / years)
  return back === 0 ? cases - each * (years - 1) : each
}
