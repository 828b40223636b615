import type { Db } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import { getRegime, holdsOn } from '../regimes/index.ts'
import { findRevision, getAdministration, type Which } from './administration-store.ts'
import type { BookRules, Unit } from './book-rules.ts'
import { listCentres } from './centre-store.ts'
import { listOfficials, listServices, listUnits } from './organisation-store.ts'
import { listAuthorisations, listOwnTerms } from './own-rules-store.ts'
import { listStandards } from './service-standard-store.ts'

/** Rows of every day, as they stand at a revision, and the rules that the last day made of them. */
interface Kept {
  revision: number
  rows: Rows
  rules: BookRules | null
  day: PlainDate | null
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
  return getBookRulesAt(db, current, now)
}

/** For whoever was just told at which revision they stand: another statement need not ask. */
export async function getBookRulesAt(db: Db, current: Revision, now: Date): Promise<BookRules> {
  const kept = await keep(db, current)
  const day = localDate(now, kept.rows.administration.timeZone)
  if (kept.rules && kept.day === day) return kept.rules
  const rules = await rulesOn(db, kept.rows, day)
  Object.assign(kept, { rules, day })
  return rules
}

interface Revision {
  administrationId: string
  revision: number
}

async function keep(db: Db, { administrationId, revision }: Revision): Promise<Kept> {
  const memory = memories.get(db) ?? new Map<string, Kept>()
  memories.set(db, memory)
  const kept = memory.get(administrationId)
  if (kept?.revision === revision) return kept
  const fresh = { revision, rows: await readRows(db, administrationId), rules: null, day: null }
  memory.set(administrationId, fresh)
  return fresh
}

/** Inside a transaction too, where what it has just changed must be seen. */
export async function readBookRules(db: Db, of: string, now: Date): Promise<BookRules> {
  const rows = await readRows(db, of)
  return rulesOn(db, rows, localDate(now, rows.administration.timeZone))
}

type Rows = Awaited<ReturnType<typeof readRows>>

async function readRows(db: Db, of: string) {
  return {
    administration: await getAdministration(db, of),
    centres: await listCentres(db, of),
    services: await listServices(db, of),
    units: await listUnits(db, of),
    officials: await listOfficials(db, of),
    authorisations: await listAuthorisations(db, of),
    ownTerms: await listOwnTerms(db, of),
    standards: await listStandards(db, of),
  }
}

async function rulesOn(db: Db, rows: Rows, day: PlainDate): Promise<BookRules> {
  const { administration, centres, services, units, officials, authorisations } = rows
  const inForce = ({ validFrom, validUntil }: Pick<Unit, 'validFrom' | 'validUntil'>) =>
    holdsOn({ from: validFrom ?? undefined, until: validUntil ?? undefined }, day)
  const regime = await getRegime(db, administration.regimeCode, day)
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
    ownTerms: rows.ownTerms,
    standards: rows.standards,
    names: new Map([
      ...centres.map(({ centreId, name }) => [centreId, name] as const),
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...officials.map(({ officialId, name }) => [officialId, name] as const),
    ]),
  }
}
