import {
  readBookRules,
  touchAdministration,
  updateOpenedAt,
  whatIsMissing,
} from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { localDate } from '../../platform/dates.ts'
import { Invalid } from '../../platform/errors.ts'
import type { StaffDeed } from '../../people/index.ts'

/** From now on it takes filings; refused while something that the law asks for is missing. */
export async function openBook(db: Db, deed: StaffDeed): Promise<void> {
  await inTransaction(db, async (tx) => {
    await touchAdministration(tx, deed.administrationId)
    const rules = await readBookRules(tx, deed.administrationId, deed.at)
    const today = localDate(deed.at, rules.administration.timeZone)
    if (whatIsMissing(rules, today).length > 0) {
      throw new Invalid([{ field: 'open', code: 'missing' }])
    }
    if (rules.administration.openedAt !== null) return
    await updateOpenedAt(tx, deed.administrationId, deed.at)
    await recordChange(tx, { ...deed, action: 'book_opened' })
  })
}
