import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { planTaskIn } from '../../tasks/index.ts'
import { insertCorrective, type FoundBy } from '../corrective-store.ts'

/** What is wrong, why, what is done about it, by whom and until when. */
export interface CorrectiveToPlan {
  centreId: string | null
  finding: string
  cause: string
  action: string
  ownerId: string
  dueOn: PlainDate
  foundBy: FoundBy | null
}

export async function planCorrective(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  { action, ownerId, dueOn, ...corrective }: CorrectiveToPlan,
): Promise<string> {
  const correctiveId = randomUUID()
  const { administrationId, at: notedAt, accountId: notedBy } = deed
  await inTransaction(db, async (tx) => {
    const noted = { administrationId, correctiveId, notedAt, notedBy, ...corrective }
    await insertCorrective(tx, noted)
    const { centreId } = corrective
    const task = {
      administrationId,
      centreId,
      origin: 'corrective',
      originId: correctiveId,
    } as const
    await planTaskIn(tx, deed, { ...task, what: action, ownerId, dueOn })
    await recordChange(tx, { ...deed, action: 'corrective_planned', details: { correctiveId } })
  })
  return correctiveId
}
