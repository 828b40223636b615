import type { Db } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import { getRegime, holdsOn } from '../regimes/index.ts'
import { findRevision, getAdministration, type Which } from './administration-store.ts'
import type { BookRules, Unit } from './book-rules.ts'
import { listCentres } from './centre-store.ts'
import { listOfficials, listServices, listUnits } from './organisation-store.ts'
import { listAuthorisations, listOwnTerms } from './own-rules-store.ts'

interface Kept {
  revision: number
  day: PlainDate
  rules: BookRules
}

/** Read whole once, then one cheap statement a call tells whether it still holds. One memory a database. */
const memories = new WeakMap<Db, Map<string, Kept>>()

/** The rules of an administration's book on the day that it is there. */
export async function getBookRules(
  system: { db: Db },
  slug: string,
  now: Date,
): Promise<BookRules> {
  return rulesOf(system.db, { slug }, now)
}

export async function getBookRulesById(
  system: { db: Db },
  administrationId: string,
  now: Date,
): Promise<BookRules> {
  return rulesOf(system.db, { administrationId }, now)
}

async function rulesOf(db: Db, which: Which, now: Date): Promise<BookRules> {
  const current = await findRevision(db, which)
  if (!current) throw new NotFound()
  const memory = memoryOf(db)
  const kept = memory.get(current.administrationId)
  if (kept && kept.revision === current.revision && kept.day === dayAt(kept.rules, now)) {
    return kept.rules
  }
  const rules = await readBookRules(db, current.administrationId, now)
  memory.set(current.administrationId, {
    revision: current.revision,
    day: dayAt(rules, now),
    rules,
  })
  return rules
}

function memoryOf(db: Db): Map<string, Kept> {
  const memory = memories.get(db) ?? new Map<string, Kept>()
  memories.set(db, memory)
  return memory
}

function dayAt({ administration }: BookRules, now: Date): PlainDate {
  return localDate(now, administration.timeZone)
}

/** Inside a transaction too, where what it has just changed must be seen. */
export async function readBookRules(db: Db, of: string, now: Date): Promise<BookRules> {
  const administration = await getAdministration(db, of)
  const day = localDate(now, administration.timeZone)
  const inForce = ({ validFrom, validUntil }: Pick<Unit, 'validFrom' | 'validUntil'>) =>
    holdsOn({ from: validFrom ?? undefined, until: validUntil ?? undefined }, day)
  const regime = await getRegime(db, administration.regimeCode, day)
  const centres = await listCentres(db, of)
  const services = await listServices(db, of)
  const units = await listUnits(db, of)
  const officials = await listOfficials(db, of)
  const authorisations = await listAuthorisations(db, of)
  return {
    administration,
    regime,
    regimeVersion: regime.version,
    centres: centres.filter(inForce),
    services: services.filter(inForce),
    units: units.filter(inForce),
    officials: officials.filter(inForce),
    authorisations: new Set(
      authorisations.filter(({ grantedOn }) => grantedOn <= day).map(({ code }) => code),
    ),
    ownTerms: await listOwnTerms(db, of),
    names: new Map([
      ...centres.map(({ centreId, name }) => [centreId, name] as const),
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...officials.map(({ officialId, name }) => [officialId, name] as const),
    ]),
  }
}
