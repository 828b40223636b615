import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    shortages: { administration_id: string; day: PlainDate; lack: Lack }
  }
}

/** What ran out: the day's budget for files, that of all files, or the disk. */
export type Lack = 'day' | 'total' | 'disk'

/** A day on which files found no room. How many, and whose, is kept nowhere. */
export interface Shortage {
  day: PlainDate
  lack: Lack
}

/** Once a day, however many are refused. */
export async function insertShortage(tx: SealedTx, { day, lack }: Shortage): Promise<void> {
  await tx.rows
    .insertInto('shortages')
    .values({ administration_id: tx.administrationId, day, lack })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** From a day on, the latest first. */
export function listShortages(tx: SealedTx, from: PlainDate): Promise<Shortage[]> {
  return tx.rows
    .selectFrom('shortages')
    .select(['day', 'lack'])
    .where('administration_id', '=', tx.administrationId)
    .where('day', '>=', from)
    .orderBy('day', 'desc')
    .orderBy('lack')
    .execute()
}

export async function deleteShortages(tx: SealedTx, before: PlainDate): Promise<void> {
  await tx.rows
    .deleteFrom('shortages')
    .where('administration_id', '=', tx.administrationId)
    .where('day', '<', before)
    .execute()
}
