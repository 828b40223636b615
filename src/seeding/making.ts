import { getBookRules } from '../administrations/index.ts'
import { getCalendar } from '../deadlines/index.ts'
import { localDate } from '../platform/dates.ts'
import type { System } from '../system.ts'
import { makeChance, type Chance } from './chance.ts'
import { findCrew, type Crew } from './crew.ts'
import type { Span } from './invented-days.ts'
import type { Office } from './life.ts'
import { readVoices, type Voices } from './voices.ts'

export interface SeedRequest {
  slug: string
  cases: number
  seed: number
  /** 1: spread evenly; more: the more of them in the last weeks. */
  lately?: number
  onProgress?: (filed: number) => void
}

/** A book while it is being filled. */
export interface Making {
  system: System
  request: SeedRequest
  administrationId: string
  chance: Chance
  voices: Voices
  crew: Crew
  office: Office
  span: Span
  /** Tells this filling of the book from every other. */
  mark: string
  filed: number
  steps: number
}

const YEAR_MS = 365 * 86_400_000

/** From the opening of the book, at most a year ago, until now. */
export async function prepareSeeding(
  system: System,
  request: SeedRequest,
  now: Date,
): Promise<Making> {
  const book = await getBookRules(system, request.slug, now)
  const { administrationId, calendarCode, timeZone, openedAt } = book.administration
  const from = new Date(Math.max(now.getTime() - YEAR_MS, (openedAt ?? now).getTime()))
  return {
    system,
    request,
    administrationId,
    chance: makeChance(request.seed),
    voices: await readVoices(),
    crew: await findCrew(system.db, book, localDate(now, timeZone)),
    office: { calendar: await getCalendar(system.db, calendarCode), timeZone },
    span: { from, until: now, timeZone, lately: request.lately ?? 1 },
    mark: `seed ${request.seed} ${now.toISOString()}`,
    filed: 0,
    steps: 0,
  }
}
