import { getBookRules } from '../administrations/index.ts'
import { getCalendar } from '../deadlines/index.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import type { System } from '../system.ts'
import { makeChance, type Chance } from './chance.ts'
import { findCrew, type Crew } from './crew.ts'
import { instantAt, type Span } from './invented-days.ts'
import type { Office } from './life.ts'
import { readVoices, type Voices } from './voices.ts'

export interface SeedRequest {
  slug: string
  cases: number
  seed: number
  /** 1: spread evenly; more: the more of them in the last weeks. */
  lately?: number
  /** Nothing before this day. */
  since?: PlainDate
  onProgress?: (filed: number) => void
}

/** A book while it is being filled; with as much of the house as whoever fills it needs. */
export interface Making<S extends Pick<System, 'db'> = System> {
  system: S
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
export async function prepareSeeding<S extends Pick<System, 'db'>>(
  system: S,
  request: SeedRequest,
  now: Date,
): Promise<Making<S>> {
  const book = await getBookRules(system, request.slug, now)
  const { administrationId, calendarCode, timeZone, openedAt } = book.administration
  const begins = [
    now.getTime() - YEAR_MS,
    (openedAt ?? now).getTime(),
    ...(request.since === undefined ? [] : [instantAt(request.since, 0, timeZone).getTime()]),
  ]
  const from = new Date(Math.max(...begins))
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
