import { watchCaseDeadlines } from '../../cases/index.ts'
import { cancelUntriedNotices } from '../../notices/index.ts'
import { localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { inventDays } from '../invented-days.ts'
import { liveDay, type Agenda } from '../live-day.ts'
import { prepareSeeding, type Making, type SeedRequest } from '../making.ts'
import { quietSystem } from '../quiet-system.ts'

export interface SeedReport {
  filed: number
  steps: number
  from: PlainDate
  until: PlainDate
}

/** The watch costs the same for one case as for hundreds: seldom in a small book, daily in a large one. */
const DAYS_UNWATCHED = 28
const STEPS_UNWATCHED = 250

/**
 * Fills a book with invented cases and lives their lives through the same actions as everybody else, day by
 * day until now. Only one day and the cases still on their way are held in memory.
 */
export async function seedBook(
  system: System,
  request: SeedRequest,
  now: Date,
): Promise<SeedReport> {
  const making = await prepareSeeding(system, request, now)
  const { span, chance } = making
  const agenda: Agenda = new Map()
  let watched = { day: 0, steps: 0 }
  let today = 0
  for (const day of inventDays(chance, request.cases, span)) {
    today += 1
    if (!(await liveDay(making, day, agenda))) continue
    await hushLetters(making, day.end)
    request.onProgress?.(making.filed)
    if (today - watched.day < DAYS_UNWATCHED && making.steps - watched.steps < STEPS_UNWATCHED)
      continue
    await watch(making, day.end)
    watched = { day: today, steps: making.steps }
  }
  await watch(making, now)
  const dayOf = (instant: Date) => localDate(instant, span.timeZone)
  const { filed, steps } = making
  return { filed, steps, from: dayOf(span.from), until: dayOf(span.until) }
}

/** Reminders, overdue, closing: what the hourly watch would have done by then. */
async function watch(making: Making, at: Date): Promise<void> {
  await watchCaseDeadlines(quietSystem(making.system, at), at)
  await hushLetters(making, at)
}

async function hushLetters({ system, administrationId }: Making, until: Date): Promise<void> {
  await cancelUntriedNotices(system.db, administrationId, until)
}
