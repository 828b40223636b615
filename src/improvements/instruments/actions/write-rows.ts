import { randomUUID } from 'node:crypto'
import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction, type Tx } from '../../../platform/database/connection.ts'
import { Invalid, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { MOST_ROWS, type Cells, type Row, type RowSource } from '../instrument.ts'
import { lockDraft, updateRevision } from '../instrument-store.ts'
import { deleteRow, insertRows, listRows, updateRow } from '../row-store.ts'

type Ground = Pick<System, 'db'>

/** A row that somebody wrote, or took from what the book has: then with its source. */
export interface NewRow {
  cells: Cells
  source: RowSource | null
}

/** How many were added: what another person took meanwhile is not taken twice. */
export async function addRows(
  { db }: Ground,
  deed: StaffDeed,
  instrumentId: string,
  rows: readonly NewRow[],
): Promise<number> {
  const { administrationId, at, accountId: by } = deed
  return changeDraft(db, deed, instrumentId, async (tx) => {
    const before = await listRows(tx, administrationId, [instrumentId])
    if (before.length + rows.length > MOST_ROWS) {
      throw new Invalid([{ field: 'rows', code: 'too_many' }])
    }
    const last = Math.max(0, ...before.map(({ place }) => place))
    const added = rows.map(({ cells, source }, index) => ({
      ...{ rowId: randomUUID(), instrumentId, lineId: randomUUID() },
      ...{ place: last + index + 1, cells, source },
    }))
    const count = await insertRows(tx, added, { administrationId, at, by })
    const details = { instrumentId, rows: count }
    await recordChange(tx, { ...deed, action: 'instrument_rows_added', details })
    return count
  })
}

type WhichRow = Pick<Row, 'rowId' | 'instrumentId' | 'revision'>

/** False: somebody else wrote it since that revision. */
export async function writeRow(
  { db }: Ground,
  deed: StaffDeed,
  { rowId, instrumentId, revision }: WhichRow,
  cells: Cells,
): Promise<boolean> {
  const { administrationId, at, accountId: by } = deed
  return changeDraft(db, deed, instrumentId, async (tx) => {
    const changed = { administrationId, at, by }
    if (!(await updateRow(tx, { rowId, revision, cells }, changed))) return false
    const details = { instrumentId, rowId }
    await recordChange(tx, { ...deed, action: 'instrument_row_written', details })
    return true
  })
}

/** False: somebody else wrote it since that revision. */
export async function removeRow(
  { db }: Ground,
  deed: StaffDeed,
  { rowId, instrumentId, revision }: WhichRow,
): Promise<boolean> {
  return changeDraft(db, deed, instrumentId, async (tx) => {
    if (!(await deleteRow(tx, deed.administrationId, { rowId, revision }))) return false
    const details = { instrumentId, rowId }
    await recordChange(tx, { ...deed, action: 'instrument_row_removed', details })
    return true
  })
}

/** What was signed meanwhile is not changed; a change that found nothing to change is none. */
async function changeDraft<Done extends number | boolean>(
  db: Ground['db'],
  { administrationId }: StaffDeed,
  instrumentId: string,
  change: (tx: Tx) => Promise<Done>,
): Promise<Done> {
  return inTransaction(db, async (tx) => {
    const which = { administrationId, instrumentId }
    if (!(await lockDraft(tx, which))) throw new WrongState()
    const done = await change(tx)
    if (done) await updateRevision(tx, which)
    return done
  })
}
