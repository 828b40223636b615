import { recordChange } from '../../../audit/index.ts'
import type { StaffDeed } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import type { System } from '../../../system.ts'
import type { YearTerms } from '../terms.ts'
import { upsertTerms } from '../terms-store.ts'

/** From now on what is due, and who is reminded when, follows these. */
export async function setTerms(
  { db }: Pick<System, 'db'>,
  deed: StaffDeed,
  terms: YearTerms,
): Promise<void> {
  const { administrationId, accountId, at } = deed
  await inTransaction(db, async (tx) => {
    await upsertTerms(tx, administrationId, terms, { at, by: accountId })
    await recordChange(tx, { ...deed, action: 'improvement_terms_set', details: { ...terms } })
  })
}
