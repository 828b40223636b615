import { recordChange } from '../../audit/index.ts'
import { countOpenAt, listOpenAt, moveWithPlace } from '../../cases/index.ts'
import type { Closing, ClosingPart } from '../../installation/index.ts'
import { queueNotice } from '../../notices/index.ts'
import { listContacts, listHolders, type StaffDeed } from '../../people/index.ts'
import { inTransaction, type Tx } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { getBookRulesById } from '../../administrations/index.ts'
import type { System } from '../../system.ts'

export const CASES_REHOMED = 'cases_rehomed'

/** What is asked before a part of the organisation closes with open cases in it. */
export const closingCases: Closing = {
  count: ({ db }, { administrationId }, { part, id }) =>
    countOpenAt(db, { administrationId, part, id }),
  move: moveCasesOfPart,
}

/** Each case moves with its own record; those who have them now are told once. Gives how many moved. */
async function moveCasesOfPart(
  system: System,
  deed: StaffDeed,
  { part, id }: ClosingPart,
  toId: string,
): Promise<number> {
  const { administrationId, at } = deed
  const from = { administrationId, part, id }
  let moved = 0
  const concerned = new Set<string>()
  for (const caseId of await listOpenAt(system.db, from)) {
    const item = await moveWithPlace(system, caseId, from, toId, at)
    if (item === null) continue
    moved += 1
    if (item.handlerId !== null) concerned.add(item.handlerId)
  }
  const { administration } = await getBookRulesById(system, administrationId, at)
  const today = localDate(at, administration.timeZone)
  await inTransaction(system.db, async (tx) => {
    for (const head of await headsOf(tx, administrationId, part, toId, today)) concerned.add(head)
    for (const { accountId, language } of await listContacts(tx, [...concerned])) {
      const to = { recipient: 'account' as const, accountId }
      const details = { count: moved, fromId: id, toId }
      const notice = { administrationId, template: CASES_REHOMED, to, language, details }
      if (moved > 0) await queueNotice(tx, system.jobs, notice, at)
    }
    const details = { part, from: id, to: toId, count: moved }
    await recordChange(tx, { ...deed, action: 'cases_rehomed', details })
  })
  return moved
}

/** Who answers for the place that they come to, and for the book. */
async function headsOf(
  tx: Tx,
  administrationId: string,
  part: ClosingPart['part'],
  toId: string,
  today: string,
): Promise<string[]> {
  const book = await listHolders(tx, ['claims_manager'], { administrationId }, today)
  if (part === 'service') return book
  const place = part === 'centre' ? { centreId: toId } : { unitId: toId }
  const role = part === 'centre' ? 'office_head' : 'unit_head'
  return [...book, ...(await listHolders(tx, [role], { administrationId, ...place }, today))]
}
