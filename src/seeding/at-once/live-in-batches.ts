import { getBookRules, type BookRules } from '../../administrations/index.ts'
import { writeLives, type LivedCase, type LivedLines } from '../../cases/index.ts'
import { localDate } from '../../platform/dates.ts'
import { inventDays } from '../invented-days.ts'
import { inventFiling } from '../invent-filing.ts'
import { isInOfficeHours } from '../office-hours.ts'
import { planLife } from '../plan-life.ts'
import { liveOnPaper, type Birth } from './live-on-paper.ts'
import type { PaperMaking, YearsRequest } from './paper-making.ts'

export const BATCH = 500
/** A year of whole weeks, so that every weekday stays one. */
export const YEAR_DAYS = 364
const DAY_MS = 86_400_000

/** Lives, in the order of their filing, written out. */
export interface LivedBatch {
  lives: LivedLines
  steps: number
}

/** Each batch, or every so many-th: whoever lives them together leaves none out. */
export interface Share {
  hand: number
  of: number
}

export async function* liveInBatches(
  making: PaperMaking,
  request: YearsRequest,
  now: Date,
  { hand, of }: Share,
): AsyncGenerator<LivedBatch, void> {
  const { system, span } = making
  const from = new Date(span.until.getTime() - YEAR_DAYS * DAY_MS)
  const year = { ...span, seasons: true, from }
  const book = await getBookRules(system, request.slug, now)
  let born = 0
  let batch: LivedCase[] = []
  for (let back = request.years - 1; back >= 0; back -= 1) {
    const daysBack = back * YEAR_DAYS
    const until = new Date(now.getTime() + daysBack * DAY_MS)
    const chance = making.chance.of(back)
    for (const { filings } of inventDays(chance, casesOf(request, back), year)) {
      for (const at of filings) {
        if (Math.floor(born / BATCH) % of === hand) {
          const birth = { ...bornAt(making, book, at, born), daysBack }
          batch.push(await liveOnPaper(making, book, birth, until))
        }
        born += 1
        if (batch.length < BATCH) continue
        yield writtenOut(batch)
        batch = []
      }
    }
  }
  if (batch.length > 0) yield writtenOut(batch)
}

/** Somebody says something at an instant, and what shall become of it. */
function bornAt(
  { voices, office, mark, chance: all }: PaperMaking,
  book: BookRules,
  at: Date,
  number: number,
): Omit<Birth, 'daysBack'> {
  const chance = all.of(number)
  const day = localDate(at, office.timeZone)
  const inOfficeHours = isInOfficeHours(at, office)
  const { filing } = inventFiling(chance, voices, book, { day, inOfficeHours })
  return { filing, plan: planLife(chance, filing.kind), at, chance, mark: `${mark} ${number}` }
}

function writtenOut(batch: readonly LivedCase[]): LivedBatch {
  const steps = batch.reduce((sum, { events }) => sum + events.length - 1, 0)
  return { lives: writeLives(batch), steps }
}

/** The same each year; what does not divide goes to the last one. */
function casesOf({ cases, years }: YearsRequest, back: number): number {
  const each = Math.floor(cases / years)
  return back === 0 ? cases - each * (years - 1) : each
}
