import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { PlainDate } from '../../../platform/dates.ts'
import { Invalid, NotFound, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { planTaskIn } from '../../tasks/index.ts'
import { faultsOfRow } from '../gap-faults.ts'
import { deleteRow, insertRow, listRows, updateRow, type GapRowTold } from '../gap-row-store.ts'
import { getGap, updateClosed, updatePeriod, type GapPeriod } from '../gap-store.ts'
import { checkPeriod, emptyRow } from './begin-analysis.ts'

type Ground = Pick<System, 'db'>
interface WhichRow {
  gapId: string
  rowId: string
}

/** False: somebody else wrote the row since that revision. */
export async function writeRow(
  { db }: Ground,
  deed: StaffDeed,
  { gapId, rowId, revision }: WhichRow & { revision: number },
  told: GapRowTold,
): Promise<boolean> {
  const { administrationId, accountId, at } = deed
  return inTransaction(db, async (tx) => {
    if ((await getGap(tx, administrationId, gapId)).state === 'closed') throw new WrongState()
    const changed = { administrationId, at, by: accountId }
    if (!(await updateRow(tx, { rowId, revision }, told, changed))) return false
    await recordChange(tx, { ...deed, action: 'gap_row_written', details: { gapId, rowId } })
    return true
  })
}

/** A further problem of the same activity. */
export async function addRow(
  { db }: Ground,
  deed: StaffDeed,
  { gapId, rowId }: WhichRow,
): Promise<string> {
  const { administrationId, accountId, at } = deed
  const added = randomUUID()
  await inTransaction(db, async (tx) => {
    if ((await getGap(tx, administrationId, gapId)).state === 'closed') throw new WrongState()
    const rows = await listRows(tx, administrationId, [gapId])
    const beside = rows.find((row) => row.rowId === rowId)
    if (!beside) throw new NotFound()
    const { stepId, place, activity } = beside
    const row = { ...emptyRow(), gapId, rowId: added, stepId, place, activity }
    await insertRow(tx, row, { administrationId, at, by: accountId })
    await recordChange(tx, { ...deed, action: 'gap_row_added', details: { gapId, rowId: added } })
  })
  return added
}

/** Only a second problem goes: every activity keeps a row. */
export async function removeRow({ db }: Ground, deed: StaffDeed, which: WhichRow): Promise<void> {
  const { administrationId } = deed
  await inTransaction(db, async (tx) => {
    if ((await getGap(tx, administrationId, which.gapId)).state === 'closed') throw new WrongState()
    const rows = await listRows(tx, administrationId, [which.gapId])
    const row = rows.find(({ rowId }) => rowId === which.rowId)
    if (!row) throw new NotFound()
    if (rows.filter(({ stepId }) => stepId === row.stepId).length < 2) throw new WrongState()
    await deleteRow(tx, administrationId, which.rowId)
    await recordChange(tx, { ...deed, action: 'gap_row_removed', details: { ...which } })
  })
}

export async function changePeriod(
  { db }: Ground,
  deed: StaffDeed,
  { gapId, ...period }: GapPeriod & { gapId: string; revision: number },
): Promise<void> {
  checkPeriod(period)
  await inTransaction(db, async (tx) => {
    const { administrationId } = deed
    if (!(await updatePeriod(tx, { administrationId, gapId }, period))) throw new WrongState()
    await recordChange(tx, { ...deed, action: 'gap_period_changed', details: { gapId } })
  })
}

/** From now on it stays; what is to be done becomes a task of its owner (AB-05). */
export async function closeAnalysis(
  { db }: Ground,
  { deed, today }: { deed: StaffDeed; today: PlainDate },
  gapId: string,
): Promise<void> {
  const { administrationId, accountId } = deed
  await inTransaction(db, async (tx) => {
    const gap = await getGap(tx, administrationId, gapId)
    const rows = await listRows(tx, administrationId, [gapId])
    if (rows.some((row) => faultsOfRow(row).length > 0)) {
      throw new Invalid([{ field: 'rows', code: 'empty_rows' }])
    }
    const closed = { on: today, by: accountId }
    if (!(await updateClosed(tx, gap, closed))) throw new WrongState()
    for (const { lineId, problem, action: what, ownerId, dueOn } of rows) {
      if (problem === '' || ownerId === null || dueOn === null) continue
      const { centreId } = gap
      const origin = { origin: 'gap' as const, originId: lineId }
      await planTaskIn(tx, deed, { administrationId, centreId, ...origin, what, ownerId, dueOn })
    }
    await recordChange(tx, { ...deed, action: 'gap_analysis_closed', details: { gapId } })
  })
}
