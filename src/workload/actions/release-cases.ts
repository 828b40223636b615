import { randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { listOpenOf, releaseCase } from '../../cases/index.ts'
import { getBookRulesById } from '../../administrations/index.ts'
import { localDate } from '../../platform/dates.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import { insertHandover, insertHandoverCase, type Handover } from '../handover-store.ts'
import { tellOfHandover, type MovedCase } from '../tell-of-handover.ts'

export interface WhoLeft {
  administrationId: string
  accountId: string
}

const MOST = 500

/**
 * Nobody's case is orphaned: what somebody who left had in hand goes to the desk of its unit, or back to the
 * responsible. The responsible is told once. By null: the nightly check found it. Gives how many moved.
 */
export async function releaseCases(
  system: System,
  { administrationId, accountId }: WhoLeft,
  by: string | null,
  now: Date,
): Promise<number> {
  const cases = await listOpenOf(system.db, administrationId, accountId, MOST)
  if (cases.length === 0) return 0
  const handover: Handover = {
    administrationId,
    handoverId: randomUUID(),
    fromAccountId: accountId,
    madeBy: by,
    madeAt: now,
    givenTo: 'unit',
    note: '',
  }
  await begin(system, handover)
  const moved: MovedCase[] = []
  for (const { caseId, unitId } of cases) {
    const to = await releaseCase(system, { administrationId, caseId }, accountId, now)
    const stays = to === null ? 'moved' : null
    await insertHandoverCase(system.db, handover, { caseId, to: null, stays })
    if (to !== null) moved.push({ to: null, unitId: to === 'unit' ? unitId : null })
  }
  const book = await getBookRulesById(system, administrationId, now)
  await tellOfHandover(system, handover, moved, localDate(now, book.administration.timeZone))
  return moved.length
}

async function begin({ db }: System, handover: Handover): Promise<void> {
  const { administrationId, madeBy: accountId, madeAt: at, handoverId, fromAccountId } = handover
  const details = { handover: handoverId, account: fromAccountId }
  await inTransaction(db, async (tx) => {
    await insertHandover(tx, handover)
    await recordChange(tx, { at, accountId, administrationId, action: 'cases_released', details })
  })
}
