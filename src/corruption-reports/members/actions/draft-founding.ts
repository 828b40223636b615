import { NotAllowed, WrongState } from '../../../platform/errors.ts'
import { findDirectory } from '../../known-directory.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { foundingEntry, memberRoles } from '../../sealing/index.ts'
import { shortages } from '../ceremony-rules.ts'
import { insertDraft } from '../draft-store.ts'
import type { MembersRoom } from '../room.ts'
import { listSetUps } from '../set-up-store.ts'

/** Settles who founds the directory: everybody whose keys wait. From here on only signatures are missing. */
export async function draftFounding(room: MembersRoom): Promise<void> {
  const { sealed, administrationId, today, staff } = room
  if (room.identity?.role !== 'recovery_holder') throw new NotAllowed()
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    if (await findDirectory(tx)) throw new WrongState()
    const records = (await listSetUps(tx)).map(({ record }) => record)
    if (shortages(records).length > 0) throw new WrongState()
    const admitted = memberRoles.flatMap((role) => records.filter((one) => one.role === role))
    const entry = foundingEntry({ administration: administrationId, day: today, admitted })
    const draft = { entry, draftedBy: staff.accountId, draftedOn: today }
    if (!(await insertDraft(tx, draft))) throw new WrongState()
  })
}
