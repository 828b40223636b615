import type { BookRules } from '../administrations/index.ts'
import { accountNames } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { localDate } from '../platform/dates.ts'
import type { HandlerChoice } from './choose-handler.ts'
import { chooseHandlerInUnit, type CountOpenCases } from './handler-in-unit.ts'
import {
  factsOfFiling,
  organisationFor,
  routeInBook,
  rulesOfBook,
  type FilingToRoute,
  type RoutedFiling,
} from './route-in-book.ts'
import { tryRules } from './route-filing.ts'
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
  const { administrationId, timeZone } = book.administration
  const day = localDate(now, timeZone)
  const facts = factsOfFiling(book, filing, day)
  const organisation = await organisationFor(db, book, [facts], day)
  const routed = await routeInBook(db, book, filing, now)
  const { unitId, excludedAccountIds } = routed
  const handler =
    unitId === null
      ? null
      : await chooseHandlerInUnit(
          db,
          { administrationId, unitId, day, excludedAccountIds },
          countOpenCases,
        )
  const accounts = handler?.candidates.flatMap((one) => [one.accountId, one.substituteOf]) ?? []
  return {
    routed,
    trials: tryRules(await rulesOfBook(db, book), facts, organisation),
    handler,
    accountNames: await accountNames(db, accounts),
  }
}
