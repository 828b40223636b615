import type { BookRules } from '../administrations/index.ts'
import { listHolders } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { chooseHandlerInUnit, type HandlerChoice } from '../routing/index.ts'
import type { Case } from './case.ts'
import { countOpenCases } from './case-store.ts'
import { accountsNamed } from './tell.ts'

export interface PossibleHandlers extends HandlerChoice {
  /** Heads of the unit whom the case does not name; nobody: the unit cannot take it from its own desk. */
  heads: readonly string[]
}

/** Who of a unit may have the case in hand today, whom the case names left out, and who would be suggested. */
export async function possibleHandlers(
  db: Db,
  book: Pick<BookRules, 'officials'>,
  item: Pick<Case, 'administrationId' | 'namedOfficials'>,
  unitId: string,
  day: PlainDate,
): Promise<PossibleHandlers> {
  const { administrationId } = item
  const excludedAccountIds = accountsNamed(item, book)
  const unit = { administrationId, unitId, day, excludedAccountIds }
  const choice = await chooseHandlerInUnit(db, unit, countOpenCases)
  const heads = await listHolders(db, ['unit_head'], { administrationId, unitId }, day)
  return { ...choice, heads: heads.filter((head) => !excludedAccountIds.includes(head)) }
}

/** Those who may be chosen: also who is absent today, never whom the case names. */
export function mayHandle({ candidates, heads }: PossibleHandlers, accountId: string): boolean {
  return (
    heads.includes(accountId) ||
    candidates.some((one) => one.accountId === accountId && one.standing !== 'named_in_case')
  )
}
