import type { BookRules } from '../administrations/index.ts'
import { accountNames } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { HandlerChoice } from './choose-handler.ts'
import { chooseHandlerInUnit, type CountOpenCases } from './handler-in-unit.ts'
import { standingOfFiling, type FilingToRoute, type RoutedFiling } from './route-in-book.ts'
import { routeFiling, tryRules } from './route-filing.ts'
import type { RuleTrial } from './routing-rule.ts'

export interface TriedFiling {
  routed: RoutedFiling
  /** Every rule, also those that come after the one that decides. */
  trials: readonly RuleTrial[]
  handler: HandlerChoice | null
  /** Of the accounts among which the handler was chosen. */
  accountNames: ReadonlyMap<string, string>
}

/** Routes an invented filing and keeps nothing of it. */
export async function tryFiling(
  db: Db,
  book: BookRules,
  filing: FilingToRoute,
  now: Date,
  countOpenCases: CountOpenCases,
): Promise<TriedFiling> {
  const { rules, facts, organisation } = await standingOfFiling(db, book, filing, now)
  const decision = routeFiling(rules, facts, organisation)
  const { unitId, excludedAccountIds } = decision
  const { administrationId } = book.administration
  const handler =
    unitId === null
      ? null
      : await chooseHandlerInUnit(
          db,
          { administrationId, unitId, day: facts.on, excludedAccountIds },
          countOpenCases,
        )
  const accounts = handler?.candidates.flatMap((one) => [one.accountId, one.substituteOf]) ?? []
  const { signals, namedOfficials } = facts
  return {
    routed: { ...decision, signals, namedOfficials },
    trials: tryRules(rules, facts, organisation),
    handler,
    accountNames: await accountNames(db, accounts),
  }
}
