import { getBookRules, type BookRules } from '../../administrations/index.ts'
import { listHolders, type Role, type Staff, type StaffDeed } from '../../people/index.ts'
import { addDays, localDate, type PlainDate } from '../../platform/dates.ts'
import type { System } from '../../system.ts'
import { instantAt } from '../invented-days.ts'
import { staffWith } from '../staff-with.ts'

/** Somebody of the demonstration who does something on a day. */
export interface Doer {
  deed: StaffDeed
  staff: Staff
  today: PlainDate
  timeZone: string
}

/** Who plays the story: its days count from the day of the change. */
export interface Cast {
  system: System
  book: BookRules
  administrationId: string
  dayOf: (day: number) => PlainDate
  at: (day: number) => Date
  as: (role: Role, day: number, centreId?: string | null) => Promise<Doer>
  centre: (slug: string) => string
  service: (slug: string) => string
}

const MORNING = 11 * 60

export async function castStory(
  system: System,
  slug: string,
  changedOn: PlainDate,
  now: Date,
): Promise<Cast> {
  const book = await getBookRules(system, slug, now)
  const { administrationId, timeZone } = book.administration
  const dayOf = (day: number) => addDays(changedOn, day)
  const at = (day: number) => instantAt(dayOf(day), MORNING, timeZone)
  // whoever holds the role today played it all along
  const today = localDate(now, timeZone)
  const as = async (role: Role, day: number, centreId: string | null = null) => {
    const [accountId] = await listHolders(system.db, [role], { administrationId, centreId }, today)
    if (accountId === undefined) throw new Error(`Nobody of ${slug} is ${role}`)
    const deed = { administrationId, accountId, at: at(day) }
    const staff = staffWith(accountId, role, administrationId)
    return { deed, staff, today: dayOf(day), timeZone }
  }
  const centreOf = new Map(book.centres.map((centre) => [centre.slug, centre.centreId]))
  const serviceOf = new Map(book.services.map((service) => [service.slug, service.serviceId]))
  return {
    ...{ system, book, administrationId, dayOf, at, as },
    centre: (name) => known(centreOf, name),
    service: (name) => known(serviceOf, name),
  }
}

function known(ids: ReadonlyMap<string, string>, slug: string): string {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`Nothing is called ${slug}`)
  return id
}
