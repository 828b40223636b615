import { Invalid, NotAllowed, WrongState } from '../../../platform/errors.ts'
import { findDirectory } from '../../known-directory.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { nextEntry } from '../../sealing/index.ts'
import { insertDraft } from '../draft-store.ts'
import type { MembersRoom } from '../room.ts'
import { listSetUps } from '../set-up-store.ts'
import { takeSignature } from '../take-signature.ts'

export interface Change {
  /** Whose waiting keys come in; the keys that they had before go out. */
  admit: readonly string[]
  retire: readonly string[]
  signature: string
}

/** Whoever proposes an entry signs it first; a second member signs it into the directory. */
export async function proposeChange(room: MembersRoom, change: Change): Promise<void> {
  const { sealed, administrationId, today, staff, identity } = room
  if (!identity) throw new NotAllowed()
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const known = await findDirectory(tx)
    if (!known) throw new WrongState()
    const waiting = (await listSetUps(tx)).map(({ record }) => record)
    const admitted = change.admit.map((id) => {
      const record = waiting.find((one) => one.id === id)
      if (!record) throw new Invalid([{ field: 'admit', code: 'unknown' }])
      return record
    })
    const entry = nextEntry(known.directory, { day: today, admitted, retired: change.retire })
    const draft = { entry, draftedBy: staff.accountId, draftedOn: today }
    if (!(await insertDraft(tx, draft))) throw new WrongState()
    await takeSignature(tx, { ...draft, signatures: [] }, known, {
      by: identity.id,
      signature: change.signature,
    })
  })
}
