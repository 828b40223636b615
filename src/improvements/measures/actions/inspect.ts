import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { monthlyDays, type Seen } from '../inspection.ts'
import {
  insertArea,
  insertInspection,
  insertSeen,
  updateAreaRetired,
  updateDone,
} from '../inspection-store.ts'

type Ground = Pick<System, 'db'>

/** One inspection a month until the end of the year; what was planned before stays. */
export async function planInspections(
  { db }: Ground,
  deed: StaffDeed,
  { centreId, firstOn, inspectorId }: { centreId: string; firstOn: PlainDate; inspectorId: string },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    for (const plannedOn of monthlyDays(firstOn)) {
      const inspectionId = randomUUID()
      const planned = { administrationId, inspectionId, centreId, plannedOn, inspectorId }
      await insertInspection(tx, planned)
    }
    await recordChange(tx, { ...deed, action: 'inspections_planned', details: { centreId } })
  })
}

export async function addAreas(
  { db }: Ground,
  deed: StaffDeed,
  { centreId, names }: { centreId: string; names: readonly string[] },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    for (const name of names) {
      await insertArea(tx, { administrationId, centreId }, { areaId: randomUUID(), name })
    }
    await recordChange(tx, { ...deed, action: 'areas_added', details: { centreId } })
  })
}

/** The area is not walked through any more; what was seen in it stays. */
export async function retireArea(
  { db }: Ground,
  deed: StaffDeed,
  { centreId, areaId, on }: { centreId: string; areaId: string; on: PlainDate },
): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    const place = { administrationId, centreId }
    if (!(await updateAreaRetired(tx, place, areaId, on))) throw new WrongState()
    await recordChange(tx, { ...deed, action: 'area_retired', details: { areaId } })
  })
}

/** What was seen of every item in every area; from then on it does not change. */
export async function finishInspection(
  { db }: Ground,
  deed: StaffDeed,
  done: { inspectionId: string; on: PlainDate; checklist: string; seen: readonly Seen[] },
): Promise<void> {
  const { administrationId, accountId } = deed
  const { inspectionId, on, checklist, seen } = done
  await inTransaction(db, async (tx) => {
    const inspection = { administrationId, inspectionId }
    const isFirst = await updateDone(tx, inspection, { on, by: accountId, checklist })
    if (!isFirst) throw new WrongState()
    await insertSeen(tx, inspection, seen)
    await recordChange(tx, { ...deed, action: 'inspection_done', details: { inspectionId } })
  })
}
