import type { BookRules } from '../administrations/index.ts'
import { listMannedPlaces, type MannedPlaces } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { decideFor, effectOf, type Effect, type RuleChange } from './rule-effect.ts'
import { factsOfFiling, organisationFor, type FilingToRoute } from './route-in-book.ts'
import { graveNews, warningsOf, type Ground, type Warning } from './rule-warnings.ts'
import type { RoutingDecision } from './routing-rule.ts'

/** Told by the book: its last cases as they were filed, the newest first, without those that were erased. */
export type ListLastFilings = (
  db: Db,
  administrationId: string,
  limit: number,
) => Promise<readonly FilingToRoute[]>

const TRIED = 200

export interface Preview {
  effect: Effect
  /** An invented text under the rules as they are and as they would be. */
  trial: { before: RoutingDecision; after: RoutingDecision } | null
}

export interface Change extends RuleChange {
  /** From which it counts. */
  day: PlainDate
}

/** What a change of the rules would have done, counted; nothing of any case is shown. */
export async function previewChange(
  db: Db,
  book: BookRules,
  change: Change,
  { people, trial }: { people: MannedPlaces; trial: FilingToRoute | null },
  listLastFilings: ListLastFilings,
): Promise<Preview> {
  const { administrationId } = book.administration
  const last = await listLastFilings(db, administrationId, TRIED)
  const facts = last.map((filing) => factsOfFiling(book, filing, change.day))
  const invented = trial === null ? null : factsOfFiling(book, trial, change.day)
  const all = invented === null ? facts : [...facts, invented]
  const organisation = await organisationFor(db, book, all, change.day)
  return {
    effect: effectOf(change, facts, organisation, people),
    trial: invented && {
      before: decideFor(change.before, invented, organisation, people),
      after: decideFor(change.after, invented, organisation, people),
    },
  }
}

export async function groundOf(db: Db, book: BookRules, today: PlainDate): Promise<Ground> {
  const people = await listMannedPlaces(db, book.administration.administrationId, today)
  return { ...book, people }
}

/** Of what one is asked before the change is kept. */
export function newsOf(
  { before, after }: RuleChange,
  ground: Ground,
  today: PlainDate,
): { ruleId: string; warning: Warning }[] {
  return graveNews(warningsOf(before, ground, today), warningsOf(after, ground, today))
}
