import { getBookRules, type BookRules } from '../../administrations/index.ts'
import { importCounts } from '../../attentions/index.ts'
import { keepLived, type FilingInput, type LivedCase } from '../../cases/index.ts'
import { addDays, daysBetween, localDate, weekday, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { liveOnPaper } from '../at-once/live-on-paper.ts'
import type { Chance } from '../chance.ts'
import { inventPerson } from '../invent-filing.ts'
import { instantAt } from '../invented-days.ts'
import { prepareSeeding, type Making } from '../making.ts'
import { answeredLife } from '../plan-life.ts'
import { readStoryScript, type StoryScript } from '../story/story-script.ts'
import { tellingsAround, type Telling } from '../story/tellings.ts'

const SEED = 7
const YEAR_DAYS = 364
const [FIRST_FILING, LAST_FILING] = [9 * 60, 14 * 60]
/** One in so many agreed to hear by letter what came of it. */
const AGREES = 3

/** The days that are told, both included, around the day of a change. */
export interface StoryDays {
  changedOn: PlainDate
  from: PlainDate
  until: PlainDate
}

/**
 * What people said for two years until something changed, and since: the same things at the same offices, day by
 * day, with how many were attended. Written at once, after what is in the book. Returns how many cases.
 */
export async function tellStory(
  system: System,
  slug: string,
  days: StoryDays,
  now: Date,
): Promise<number> {
  const making = await prepareSeeding(system, { slug, cases: 0, seed: SEED }, now)
  const book = await getBookRules(system, slug, now)
  const script = await readStoryScript()
  const lives: LivedCase[] = []
  const tellings = tellingsAround(script.troubles, days.changedOn)
  for (const [place, telling] of tellings.entries()) {
    if (telling.day < days.from || telling.day > days.until) continue
    lives.push(await live(making, book, { ...telling, chance: making.chance.of(place) }, now))
  }
  const inOrder = lives.toSorted(
    ({ row: one }, { row: other }) => one.registered_at.getTime() - other.registered_at.getTime(),
  )
  await keepLived(system.databaseUrl, making.administrationId, inOrder)
  await countAttended(making, book, script, days, now)
  return lives.length
}

async function live(
  making: Making,
  book: BookRules,
  telling: Telling & { chance: Chance },
  now: Date,
): Promise<LivedCase> {
  const { office, mark } = making
  const { day, number, trouble, chance } = telling
  // the rules and the calendar are those of the last year
  const today = localDate(now, office.timeZone)
  const daysBack = Math.floor(daysBetween(day, today) / YEAR_DAYS) * YEAR_DAYS
  const minute = chance.int(FIRST_FILING, LAST_FILING)
  const birth = {
    filing: filingOf(making, telling),
    plan: answeredLife(chance),
    at: instantAt(addDays(day, daysBack), minute, office.timeZone),
    daysBack,
    chance,
    mark: `${mark} ${trouble.name} ${number}`,
  }
  return liveOnPaper(making, book, birth, new Date(now.getTime() + daysBack * 86_400_000))
}

function filingOf(
  { voices }: Making,
  { day, trouble, number, chance }: Telling & { chance: Chance },
): FilingInput {
  const { person, answerBy } = inventPerson(chance, voices)
  const agrees = number % AGREES === 0
  const saying = trouble.sayings[number % trouble.sayings.length] ?? ''
  return {
    kind: 'complaint',
    centre: trouble.centre,
    service: trouble.service,
    motive: trouble.motive,
    description: saying.replace('<n>', String(chance.int(2, 5))),
    channel: weekday(day) > 5 ? 'web' : chance.weighted({ web: 5, counter: 3, qr: 2 }),
    language: 'es',
    person: agrees ? { ...person, email: `${trouble.name}.${number}@example.org` } : person,
    answerBy: agrees ? 'email' : answerBy,
    consents: { resultsTold: agrees, quotation: chance.happens(0.3), electronicNotice: agrees },
  }
}

async function countAttended(
  { system, administrationId, crew }: Making,
  { centres, services }: BookRules,
  { attended }: StoryScript,
  { from, until }: StoryDays,
  at: Date,
): Promise<void> {
  const accountId = crew.responsibles[0]?.accountId
  if (accountId === undefined) return
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, n) => addDays(from, n))
  const cells = attended.flatMap(({ centre, service, people }) => {
    const centreId = centres.find(({ slug }) => slug === centre)?.centreId
    const serviceId = services.find(({ slug }) => slug === service)?.serviceId
    if (!centreId || !serviceId) return []
    return days.flatMap((day) => {
      const counted = people[weekday(day) - 1]
      const place = { centreId, serviceId, day, channel: 'counter' as const }
      return counted === undefined ? [] : [{ ...place, attended: counted }]
    })
  })
  await importCounts(system, { administrationId, accountId, at }, cells)
}
