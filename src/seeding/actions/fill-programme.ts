import { getBookRules, type BookRules } from '../../administrations/index.ts'
import {
  importCounts,
  registerAttention,
  switchRegister,
  type Attended,
} from '../../attentions/index.ts'
import {
  finishActivity,
  planActivity,
  validateDocument,
  writeDocument,
} from '../../collection/index.ts'
import { listHolders, type Role } from '../../people/index.ts'
import { addDays, localDate, weekday, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { makeChance, type Chance } from '../chance.ts'
import { inventAnswers } from '../invent-answers.ts'
import { readProgrammeScript, type ProgrammeScript } from '../programme-script.ts'
import { staffWith } from '../staff-with.ts'

const SEED = 4
const COUNTED_DAYS = 75
const TIMED = 200
const DAY_MS = 86_400_000

/** What the steps of the filling share. */
export interface Filling {
  system: System
  book: BookRules
  script: ProgrammeScript
  chance: Chance
  today: PlainDate
  now: Date
  /** Somebody who holds the role, or null. */
  holder: (role: Role) => Promise<string | null>
}

/** Attentions of the last weeks, a survey that is running, and a programme of collection that was begun. */
export async function fillProgramme(system: System, slug: string, now: Date): Promise<void> {
  const book = await getBookRules(system, slug, now)
  const { administrationId, timeZone } = book.administration
  const today = localDate(now, timeZone)
  const holder = async (role: Role) =>
    (await listHolders(system.db, [role], { administrationId }, today))[0] ?? null
  const script = await readProgrammeScript()
  const filling = { system, book, script, chance: makeChance(SEED), today, now, holder }
  await countPast(filling)
  await timePast(filling)
  await inventAnswers(filling)
  await writePapers(filling)
  await fillCalendar(filling)
}

async function countPast({ system, book, chance, today, now, holder }: Filling): Promise<void> {
  const accountId = await holder('claims_manager')
  if (accountId === null) return
  const days = Array.from({ length: COUNTED_DAYS }, (_, index) => addDays(today, -1 - index))
  const cells = days
    .filter((day) => weekday(day) < 6)
    .flatMap((day) => book.centres.flatMap((centre) => countsOf(centre, day, chance)))
  const { administrationId } = book.administration
  await importCounts(system, { administrationId, accountId, at: now }, cells)
}

function countsOf(
  { centreId, serviceIds }: BookRules['centres'][number],
  day: PlainDate,
  chance: Chance,
): Attended[] {
  return serviceIds.map((serviceId) => {
    const attended = chance.int(2, 22)
    return { centreId, serviceId, day, channel: 'counter', attended }
  })
}

/** Some of those attended at the counter lately were timed, and nobody is named. */
async function timePast({ system, book, today, now, holder, ...filling }: Filling): Promise<void> {
  const accountId = await holder('claims_manager')
  if (accountId === null) return
  const deed = { administrationId: book.administration.administrationId, accountId, at: now }
  const chance = filling.chance.of(1)
  await switchRegister(system, deed, true)
  const promised = book.standards.map(({ serviceId }) => serviceId)
  for (let index = 0; index < TIMED; index++) {
    const { centreId, serviceIds } = chance.pick(book.centres)
    const ofPromises = serviceIds.filter((id) => promised.includes(id))
    await registerAttention(system, deed, {
      centreId,
      serviceId: chance.pick(chance.happens(0.6) ? ofPromises : serviceIds),
      day: addDays(today, -chance.int(1, COUNTED_DAYS)),
      channel: 'counter',
      waited: chance.int(2, 24),
      minutes: chance.int(4, 32),
      resources: '',
      name: '',
      contact: '',
    })
  }
}

async function writePapers({ system, book, script, today, now, holder }: Filling): Promise<void> {
  const { administrationId } = book.administration
  const accountId = await holder('analyst')
  if (accountId === null) return
  for (const { kind, parts, daysAgo, validatedBy } of script.documents) {
    const at = new Date(now.getTime() - daysAgo * DAY_MS)
    const deed = { administrationId, accountId, at }
    const documentId = await writeDocument(system, deed, { kind, parts, file: null })
    for (const role of validatedBy) {
      const validator = await holder(role)
      if (validator === null) continue
      const staff = staffWith(validator, role, administrationId)
      const validation = { deed: { ...deed, accountId: validator }, staff }
      const on = addDays(today, 10 - daysAgo)
      await validateDocument(system, { ...validation, today: on }, documentId)
    }
  }
}

async function fillCalendar({ system, book, script, today, now, holder }: Filling): Promise<void> {
  const { administrationId } = book.administration
  const accountId = await holder('analyst')
  if (accountId === null) return
  const deed = { administrationId, accountId, at: now }
  for (const { name, fromDays, untilDays, doneDays, evidence } of script.activities) {
    const activityId = await planActivity(system, deed, {
      name,
      centreId: null,
      plannedFrom: addDays(today, fromDays),
      plannedUntil: addDays(today, untilDays),
      responsibleId: accountId,
    })
    if (doneDays === undefined) continue
    await finishActivity(system, deed, { activityId, on: addDays(today, doneDays), evidence })
  }
}
