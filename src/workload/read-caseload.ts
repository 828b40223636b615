import type { BookRules } from '../administrations/index.ts'
import {
  accountsNamed,
  countOpenCases,
  leadsFrom,
  listInHand,
  type Case,
  type CaseViewer,
} from '../cases/index.ts'
import { listHolders } from '../people/index.ts'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import { chooseHandlerInUnit } from '../routing/index.ts'
import type { CaseToGive, UnitPeople } from './plan-handover.ts'

/** So many change hands at once; what is left over is handed on the next time. */
export const MOST_AT_ONCE = 200

/** What somebody has in hand, with who could take it over today. */
export interface Caseload {
  cases: readonly Case[]
  toGive: readonly CaseToGive[]
  units: ReadonlyMap<string, UnitPeople>
  /** How many open cases each of these people has. */
  loads: ReadonlyMap<string, number>
}

export async function readCaseload(
  db: Db,
  viewer: CaseViewer,
  book: BookRules,
  giver: string,
  day: PlainDate,
): Promise<Caseload> {
  const cases = await listInHand(db, viewer, giver, MOST_AT_ONCE)
  const loads = new Map<string, number>()
  const units = new Map<string, UnitPeople>()
  const open = new Set(book.units.map(({ unitId }) => unitId))
  for (const unitId of new Set(cases.flatMap(({ unitId }) => unitId ?? []))) {
    if (!open.has(unitId)) continue
    const unit = { administrationId: viewer.administrationId, unitId }
    const { candidates } = await chooseHandlerInUnit(
      db,
      { ...unit, day, excludedAccountIds: [giver] },
      countOpenCases,
    )
    const able = candidates.filter(({ absent, accountId }) => !absent && accountId !== giver)
    for (const { accountId, openCases } of able) loads.set(accountId, openCases)
    const heads = await listHolders(db, ['unit_head'], unit, day)
    units.set(unitId, {
      present: able.map(({ accountId }) => accountId),
      heads: heads.filter((accountId) => accountId !== giver),
    })
  }
  return { cases, toGive: cases.map((item) => toGive(item, book)), units, loads }
}

function toGive(item: Case, book: BookRules): CaseToGive {
  const { caseId, unitId, state, kind } = item
  return {
    caseId,
    unitId,
    movable: leadsFrom('reassign', state, kind),
    named: accountsNamed(item, book),
  }
}
