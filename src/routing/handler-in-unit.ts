import { listAbsentAccounts, listHolders, standInFor, type Absent } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { chooseHandler, type HandlerChoice, type PossibleHandler } from './choose-handler.ts'

/** Told by the book: how many open cases each of these people handles. */
export type CountOpenCases = (
  db: Db,
  administrationId: string,
  accountIds: readonly string[],
) => Promise<ReadonlyMap<string, number>>

export interface UnitOnDay {
  administrationId: string
  unitId: string
  day: PlainDate
  excludedAccountIds: readonly string[]
}

/** Who of a unit takes a case, were it assigned now; nobody: its head decides. */
export async function chooseHandlerInUnit(
  db: Db,
  { administrationId, unitId, day, excludedAccountIds }: UnitOnDay,
  countOpenCases: CountOpenCases,
): Promise<HandlerChoice> {
  const members = await listHolders(db, ['unit_handler'], { administrationId, unitId }, day)
  const absent = await listAbsentAccounts(db, administrationId, day)
  const people = withSubstitutes(members, absent)
  const accountIds = people.map(({ accountId }) => accountId)
  const loads = await countOpenCases(db, administrationId, accountIds)
  return chooseHandler(
    people.map((person) => ({ ...person, openCases: loads.get(person.accountId) ?? 0 })),
    excludedAccountIds,
  )
}

/** Everybody once: the members, and who stands in for the absent ones without being one. */
export function withSubstitutes(
  members: readonly string[],
  absent: readonly Absent[],
): Omit<PossibleHandler, 'openCases'>[] {
  const isAbsent = (accountId: string) => absent.some((each) => each.accountId === accountId)
  const people = members.map((accountId) => ({
    accountId,
    absent: isAbsent(accountId),
    substituteOf: null as string | null,
  }))
  for (const member of members.filter(isAbsent)) {
    const accountId = standInFor(member, absent)
    if (accountId === null || people.some((person) => person.accountId === accountId)) continue
    people.push({ accountId, absent: false, substituteOf: member })
  }
  return people
}
