import { findDemo } from '../../administrations/index.ts'
import { findBook } from '../../cases/index.ts'
import { cancelUntriedNotices } from '../../notices/index.ts'
import { addDays, localDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { fillImprovements } from './fill-improvements.ts'
import { fillProgramme } from './fill-programme.ts'
import { improveStory } from './improve-story.ts'
import { fillRooms } from './fill-rooms.ts'
import { fillTemplates } from './fill-templates.ts'
import { seedBook } from './seed-book.ts'
import { tellStory } from './tell-story.ts'

const SEED = 20
const LATELY = 3
/** Two years were told before something changed, and half a year since; then comes what is lived. */
const CHANGED_DAYS_AGO = 270
const [TOLD_BEFORE, TOLD_SINCE] = [719, 180]
const LIVED_DAYS = 75

/** So that desk and pages of a fresh demonstration show life; a book with filings stays as it is. */
export async function fillDemo(system: System, now: Date): Promise<void> {
  const { demoCases, environment } = system.config
  if (demoCases === 0 || environment === 'production') return
  const demo = await findDemo(system.db)
  const book = demo && (await findBook(system.db, demo.administrationId))
  if (!book || Number(book.filings) > 0) return
  const { slug, administrationId, timeZone } = demo
  const today = localDate(now, timeZone)
  const changedOn = addDays(today, -CHANGED_DAYS_AGO)
  const from = addDays(changedOn, -TOLD_BEFORE)
  const until = addDays(changedOn, TOLD_SINCE)
  const told = await tellStory(system, slug, { changedOn, from, until }, now)
  const since = addDays(today, -LIVED_DAYS)
  const request = { slug, cases: demoCases, seed: SEED, lately: LATELY, since }
  const { filed } = await seedBook(system, request, now)
  await fillProgramme(system, slug, now)
  await fillImprovements(system, slug, now)
  await improveStory(system, slug, changedOn, now)
  await fillRooms(system, slug, now)
  await fillTemplates(system, slug, now)
  await cancelUntriedNotices(system.db, administrationId, now)
  const ms = system.clock().getTime() - now.getTime()
  system.log.info({ told, filed, ms }, 'demonstration filled')
}
