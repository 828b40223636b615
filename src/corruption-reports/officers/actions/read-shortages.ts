import { addDays } from '../../../platform/dates.ts'
import type { Office } from '../../office.ts'
import { SHORTAGES_SHOWN_DAYS } from '../../retention/retention-rules.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { listShortages, type Shortage } from '../../shortage-store.ts'

/** The days of late on which files found no room. */
export function readShortages(
  sealed: OpenSealed,
  { administrationId, day }: Pick<Office, 'administrationId' | 'day'>,
): Promise<Shortage[]> {
  return inSealedTransaction(sealed, administrationId, (tx) =>
    listShortages(tx, addDays(day, -SHORTAGES_SHOWN_DAYS)),
  )
}
