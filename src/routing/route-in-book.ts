import type { BookRules } from '../administrations/index.ts'
import { listGrantsOf, type StoredGrant } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { localDate, type PlainDate } from '../platform/dates.ts'
import { rulesOn } from '../regimes/index.ts'
import { findNamedOfficials, isNamed, type NamedOfficial } from './named-officials.ts'
import { directoryOf } from './organisation.ts'
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

/** What the book's rules of the day make of a filing; asks the database only when a filing names somebody. */
export async function routeInBook(
  db: Db,
  book: BookRules,
  filing: FilingToRoute,
  now: Date,
): Promise<RoutedFiling> {
  const { rules, facts, organisation } = await standingOfFiling(db, book, filing, now)
  const { signals, namedOfficials } = facts
  return { ...routeFiling(rules, facts, organisation), signals, namedOfficials }
}

/** Everything that decides where a filing goes. */
export async function standingOfFiling(
  db: Db,
  book: BookRules,
  filing: FilingToRoute,
  now: Date,
): Promise<{ rules: readonly RoutingRule[]; facts: FilingFacts; organisation: Organisation }> {
  const on = localDate(now, book.administration.timeZone)
  const { standing, officials } = directoryOf(book)
  const text = readText(filing.text)
  const picked = filing.pickedOfficialIds
  const namedOfficials = findNamedOfficials(officials, text, { centreId: filing.centreId, picked })
  const signals = findSignals(rulesOn(book.regime.signals, on), text)
  const accounts = namedOfficials
    .filter(isNamed)
    .map(({ officialId }) => standing.officialAccounts.get(officialId))
    .filter((accountId) => accountId !== undefined)
  return {
    rules: await rulesOfBook(db, book),
    facts: { ...filing, motives: withParents(filing.motives, book), signals, namedOfficials, on },
    organisation: { ...standing, ...(await headsAmong(db, book, accounts, on)) },
  }
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
async function rulesOfBook(db: Db, book: BookRules): Promise<readonly RoutingRule[]> {
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
