import type { BookRules } from '../administrations/index.ts'
import { listContacts, listHolders, type Role, type Staff } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'

/** Who works in an invented office: everybody of a role, each with that role alone. */
export interface Crew {
  responsibles: readonly Staff[]
  /** By unit. */
  handlers: ReadonlyMap<string, readonly Staff[]>
  /** Units that have a head; nobody else can be given a case. */
  units: readonly string[]
}

export async function findCrew(db: Db, book: BookRules, day: PlainDate): Promise<Crew> {
  const { administrationId } = book.administration
  const holders = (role: Role, unitId: string | null = null) =>
    staffHolding(db, role, { administrationId, unitId }, day)
  const handlers = new Map<string, readonly Staff[]>()
  const units: string[] = []
  for (const { unitId } of book.units) {
    const heads = await holders('unit_head', unitId)
    const own = await holders('unit_handler', unitId)
    if (heads.length > 0) units.push(unitId)
    handlers.set(unitId, own.length > 0 ? own : heads)
  }
  return { responsibles: await holders('claims_manager'), handlers, units }
}

async function staffHolding(
  db: Db,
  role: Role,
  { administrationId, unitId }: { administrationId: string; unitId: string | null },
  day: PlainDate,
): Promise<Staff[]> {
  const ids = await listHolders(db, [role], { administrationId, unitId }, day)
  const grants = [{ role, administrationId, centreId: null, unitId }]
  return (await listContacts(db, ids)).map((contact) => ({ ...contact, grants, workplaces: [] }))
}
