import type { BookRules } from '../administrations/index.ts'
import { isManned, listGrantsOf, type StoredGrant } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { rulesOn } from '../regimes/index.ts'
import { findNamedOfficials, isNamed, type NamedOfficial } from './named-officials.ts'
import { directoryOf } from './organisation.ts'
import { withPeople } from './place-with-people.ts'
import { routeFiling } from './route-filing.ts'
import { listRules } from './routing-rule-store.ts'
import type { FilingFacts, Organisation, RoutingDecision, RoutingRule } from './routing-rule.ts'
import { findSignals, type FoundSignal } from './signals.ts'
import { readText } from './text-matching.ts'

export interface FilingToRoute {
  kind: string
  centreId: string
  serviceId: string | null
  /** The primary one first. */
  motives: readonly string[]
  channel: string
  spokenLanguage: string | null
  text: string
  /** Whom the person picked from the directory. */
  pickedOfficialIds: readonly string[]
}

export interface RoutedFiling extends RoutingDecision {
  signals: readonly FoundSignal[]
  namedOfficials: readonly NamedOfficial[]
}

/** What the book's rules of the day make of a filing, and whether somebody is there to take it in. */
export async function routeInBook(
  db: Db,
  book: BookRules,
  filing: FilingToRoute,
  now: Date,
): Promise<RoutedFiling> {
  const on = localDate(now, book.administration.timeZone)
  const facts = factsOfFiling(book, filing, on)
  const organisation = await organisationFor(db, book, [facts], on)
  const decision = routeFiling(await rulesOfBook(db, book), facts, organisation)
  const { signals, namedOfficials } = facts
  const manned = await isTakenIn(db, book, decision, facts)
  return { ...withPeople(decision, manned), signals, namedOfficials }
}

/** Whom of the directory a filing names or may name. */
export function officialsNamedIn(
  book: BookRules,
  filing: Pick<FilingToRoute, 'centreId' | 'text' | 'pickedOfficialIds'>,
): readonly NamedOfficial[] {
  const { officials } = directoryOf(book)
  const { centreId, pickedOfficialIds: picked } = filing
  return findNamedOfficials(officials, readText(filing.text), { centreId, picked })
}

/** All that rules ask of a filing, were it filed on the day. */
export function factsOfFiling(book: BookRules, filing: FilingToRoute, on: PlainDate): FilingFacts {
  const namedOfficials = officialsNamedIn(book, filing)
  const signals = findSignals(rulesOn(book.regime.signals, on), readText(filing.text))
  return { ...filing, motives: withParents(filing.motives, book), signals, namedOfficials, on }
}

/** Asks the database only when one of the filings names somebody. */
export async function organisationFor(
  db: Db,
  book: BookRules,
  filings: readonly FilingFacts[],
  on: PlainDate,
): Promise<Organisation> {
  const { standing } = directoryOf(book)
  const accounts = filings
    .flatMap(({ namedOfficials }) => namedOfficials.filter(isNamed))
    .map(({ officialId }) => standing.officialAccounts.get(officialId))
    .filter((accountId) => accountId !== undefined)
  return { ...standing, ...(await headsAmong(db, book, [...new Set(accounts)], on)) }
}

async function isTakenIn(
  db: Db,
  { administration: { administrationId } }: BookRules,
  { desk, unitId }: RoutingDecision,
  { centreId, on }: FilingFacts,
): Promise<boolean> {
  if (desk === 'centre') return isManned(db, administrationId, { centreId }, on)
  if (desk !== 'unit' || unitId === null) return true
  return isManned(db, administrationId, { unitId }, on)
}

/** A rule for a motive of the first level is also one for those under it. */
function withParents(motives: readonly string[], book: BookRules): string[] {
  const parents = book.regime.motives
    .filter(({ code, parent }) => parent !== undefined && motives.includes(code))
    .flatMap(({ parent }) => parent ?? [])
  return [...new Set([...motives, ...parents])]
}

const rulesOfBooks = new WeakMap<BookRules, readonly RoutingRule[]>()

/** Every change of a rule brings new book rules with it. */
export async function rulesOfBook(db: Db, book: BookRules): Promise<readonly RoutingRule[]> {
  const known = rulesOfBooks.get(book)
  if (known) return known
  const rules = await listRules(db, book.administration.administrationId)
  rulesOfBooks.set(book, rules)
  return rules
}

/** Which units and centres the people named in the case head: all that a conflict depends on. */
async function headsAmong(
  db: Db,
  book: BookRules,
  accountIds: readonly string[],
  on: PlainDate,
): Promise<Pick<Organisation, 'unitHeads' | 'centreHeads'>> {
  const unitHeads = new Map<string, string[]>()
  const centreHeads = new Map<string, string[]>()
  for (const grant of await listGrantsOf(db, accountIds)) {
    if (!holdsHere(grant, book, on)) continue
    if (grant.role === 'unit_head' && grant.unitId) add(unitHeads, grant.unitId, grant.accountId)
    if (grant.role === 'office_head' && grant.centreId)
      add(centreHeads, grant.centreId, grant.accountId)
  }
  return { unitHeads, centreHeads }
}

function holdsHere(grant: StoredGrant, book: BookRules, on: PlainDate): boolean {
  return (
    grant.administrationId === book.administration.administrationId &&
    !grant.revoked &&
    grant.validFrom <= on &&
    (grant.validUntil === null || on <= grant.validUntil)
  )
}

function add(heads: Map<string, string[]>, place: string, accountId: string): void {
  heads.set(place, [...(heads.get(place) ?? []), accountId])
}
