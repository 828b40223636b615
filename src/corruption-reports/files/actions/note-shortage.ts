import type { PlainDate } from '../../../platform/dates.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { insertShortage } from '../../shortage-store.ts'
import { NoRoomForFiles } from '../files-refused.ts'

export interface FilePlace {
  sealed: OpenSealed
  administrationId: string
  day: PlainDate
}

/** That there was no room is written by itself: the refusal takes back whatever was begun with it. */
export async function notingShortage<T>(
  { sealed, administrationId, day }: FilePlace,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NoRoomForFiles) {
      const { lack } = error
      await inSealedTransaction(sealed, administrationId, (tx) => insertShortage(tx, { day, lack }))
    }
    throw error
  }
}
