import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { planTaskIn } from '../../tasks/index.ts'
import type { Assessment, Sighting } from '../digital.ts'
import { insertAssessment, insertSighting } from '../digital-store.ts'

/** What shall raise the level, as a task of its owner. */
export interface RaisingAction {
  what: string
  ownerId: string
  dueOn: PlainDate
}

/** How far a service is on line on a day, and what somebody will do to bring it further (MD-02, MD-03). */
export async function assessService(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  assessed: Omit<Assessment, 'assessmentId'>,
  action: RaisingAction | null,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  const assessmentId = randomUUID()
  await inTransaction(db, async (tx) => {
    const noted = { administrationId, at, by: accountId }
    await insertAssessment(tx, { ...assessed, assessmentId }, noted)
    if (action) {
      const origin = { origin: 'digitalisation' as const, originId: assessmentId }
      await planTaskIn(tx, deed, { administrationId, centreId: null, ...origin, ...action })
    }
    const details = { assessmentId, level: assessed.level }
    await recordChange(tx, { ...deed, action: 'digital_level_noted', details })
  })
}

/** Whether a centre has such a thing, as somebody saw it (MD-04 to MD-08). */
export async function noteMean(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  sighting: Sighting,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    await insertSighting(tx, randomUUID(), sighting, { administrationId, at, by: accountId })
    const details = { centreId: sighting.centreId, mean: sighting.mean }
    await recordChange(tx, { ...deed, action: 'digital_mean_noted', details })
  })
}
