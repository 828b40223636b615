import {
  getBookRulesById,
  listAdministrations,
  type BookRules,
} from '../../../administrations/index.ts'
import { listPromisedMeasures, type PromisedMeasure } from '../../../cases/index.ts'
import { listHolders } from '../../../people/index.ts'
import { addDays, localDate } from '../../../platform/dates.ts'
import { translator } from '../../../platform/i18n/index.ts'
import type { System } from '../../../system.ts'
import { planTask } from '../../tasks/index.ts'
import { promiseId } from '../promise-id.ts'

/** As long as nobody sets another day. */
const DAYS_TO_KEEP = 30

/** Far enough back that a job that stood still for weeks misses none. */
const DAYS_BACK = 90

/** Measures that delivered answers promise become tasks, each once. Gives how many were new. */
export async function drawPromises(system: System, now: Date): Promise<number> {
  const deliveredSince = new Date(now.getTime() - DAYS_BACK * 86_400_000)
  let drawn = 0
  for (const { administrationId } of await listAdministrations(system.db)) {
    const promises = await listPromisedMeasures(system.db, administrationId, { deliveredSince })
    if (promises.length === 0) continue
    const book = await getBookRulesById(system, administrationId, now)
    for (const promise of promises) drawn += await draw(system, book, promise, now)
  }
  return drawn
}

async function draw(
  system: System,
  book: BookRules,
  promise: PromisedMeasure,
  now: Date,
): Promise<number> {
  const { administrationId, timeZone, languages } = book.administration
  const ownerId = await ownerOf(system, administrationId, promise, localDate(now, timeZone))
  if (!ownerId) return 0
  const t = translator(languages[0] ?? 'es')
  const { caseNumber, answerId, centreId, deliveredAt } = promise
  const task = await planTask(
    system,
    { administrationId, accountId: null, at: now },
    {
      ...{ administrationId, centreId, ownerId, origin: 'measure' as const },
      originId: promiseId(caseNumber, answerId),
      what: t('improvements-measures.promise', { caseNumber }),
      dueOn: addDays(localDate(deliveredAt, timeZone), DAYS_TO_KEEP),
    },
  )
  return task === null ? 0 : 1
}

/** The head of the unit, else of the office, else whoever answers for the book. */
async function ownerOf(
  { db }: System,
  administrationId: string,
  { unitId, centreId }: PromisedMeasure,
  day: string,
): Promise<string | null> {
  const heads = unitId
    ? await listHolders(db, ['unit_head'], { administrationId, unitId }, day)
    : []
  const ofOffice = await listHolders(db, ['office_head'], { administrationId, centreId }, day)
  const ofBook = await listHolders(db, ['claims_manager'], { administrationId }, day)
  return [...heads, ...ofOffice, ...ofBook][0] ?? null
}
