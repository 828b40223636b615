import { canSee, findCase, type CaseViewer } from '../../cases/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { updateLetterWanted } from '../letter-store.ts'
import { deleteWatch, insertWatch } from '../watch-store.ts'

/** Only what one may see can be followed; to follow twice is to follow. */
export async function followCase(
  { db }: System,
  viewer: CaseViewer,
  caseNumber: string,
  { follow, now }: { follow: boolean; now: Date },
): Promise<void> {
  const { administrationId, staff } = viewer
  await inTransaction(db, async (tx) => {
    const item = await findCase(tx, { administrationId, caseNumber })
    if (!item || !canSee(viewer, item)) throw new NotFound()
    if (follow) await insertWatch(tx, item, staff.accountId, now)
    else await deleteWatch(tx, item, staff.accountId)
  })
}

/** Whether somebody wants the letter of the day about what they follow. */
export async function wantLetter(
  { db }: System,
  { administrationId, staff }: CaseViewer,
  wanted: boolean,
): Promise<void> {
  await inTransaction(db, (tx) => updateLetterWanted(tx, administrationId, staff.accountId, wanted))
}
