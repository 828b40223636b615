import { recordChange } from '../../audit/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import type { System } from '../../system.ts'
import type { Attended, AttentionSource } from '../attention.ts'
import { addOne, takeOne, upsertCounts } from '../count-store.ts'
import type { StaffDeed } from '../../people/index.ts'

type Ground = Pick<System, 'db'>
type Cell = Omit<Attended, 'attended'>

/** A tap at the counter: one person more. */
export async function countOne(
  { db }: Ground,
  administrationId: string,
  cell: Cell,
): Promise<void> {
  await inTransaction(db, (tx) => addOne(tx, administrationId, cell, 'tap'))
}

/** The tap was a mistake: one fewer of those that were tapped, never of those known otherwise. */
export async function uncountOne(
  { db }: Ground,
  administrationId: string,
  cell: Cell,
): Promise<boolean> {
  return inTransaction(db, (tx) => takeOne(tx, administrationId, cell, 'tap'))
}

/** A table brought in by hand: told again, it replaces what it told of the same cells. */
export async function importCounts(
  { db }: Ground,
  deed: StaffDeed,
  cells: readonly Attended[],
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await upsertCounts(tx, deed.administrationId, cells, 'import')
    const details = { rows: cells.length }
    await recordChange(tx, { ...deed, action: 'attentions_imported', details })
  })
}

/** What another system told of these cells. */
export async function takeCounts(
  { db }: Ground,
  administrationId: string,
  cells: readonly Attended[],
  source: AttentionSource = 'interface',
): Promise<void> {
  await inTransaction(db, (tx) => upsertCounts(tx, administrationId, cells, source))
}
