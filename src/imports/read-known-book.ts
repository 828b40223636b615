import {
  listCentres,
  listServices,
  listUnits,
  type BookRules,
  type Unit,
} from '../administrations/index.ts'
import { CASE_STATES } from '../cases/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { CHANNELS } from '../routing/index.ts'
import { placeKey, type KnownBook } from './rows/known-book.ts'

/** What the book knows today, and the places that it ever had: old cases speak of closed ones. */
export async function readKnownBook(db: Db, book: BookRules, now: Date): Promise<KnownBook> {
  const { administrationId } = book.administration
  const centres = await listCentres(db, administrationId)
  const services = await listServices(db, administrationId)
  const units = await listUnits(db, administrationId)
  return {
    kinds: new Set(book.regime.kinds.map(({ code }) => code)),
    states: new Set(CASE_STATES),
    channels: new Set(CHANNELS),
    centreIds: byName(centres.map((centre) => ({ ...centre, id: centre.centreId }))),
    serviceIds: byName(services.map((service) => ({ ...service, id: service.serviceId }))),
    unitIds: byName(units.map((unit) => ({ ...unit, id: unit.unitId }))),
    now,
  }
}

type NamedPlace = Pick<Unit, 'slug' | 'name' | 'validUntil'> & { id: string }

/** By short name and full one, capitals and accents aside; of two of one name, the one that stands longer. */
function byName(places: readonly NamedPlace[]): ReadonlyMap<string, string> {
  const lastWins = places.toSorted((one, other) => (untilOf(one) > untilOf(other) ? 1 : -1))
  return new Map(
    lastWins.flatMap(({ slug, name, id }) => [
      [placeKey(slug), id] as const,
      [placeKey(name), id] as const,
    ]),
  )
}

function untilOf({ validUntil }: NamedPlace): number {
  return validUntil === null ? Infinity : Date.parse(validUntil)
}
