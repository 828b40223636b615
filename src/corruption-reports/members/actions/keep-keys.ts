import { Invalid } from '../../../platform/errors.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import type { MemberRecord } from '../../sealing/index.ts'
import { lockedSeedLength } from '../../sealing/seed-lock.ts'
import { deleteDraft, lockDraft } from '../draft-store.ts'
import { isOf, isProven } from '../member-identity.ts'
import type { MembersRoom } from '../room.ts'
import { keepSetUp } from '../set-up-store.ts'

export interface MadeKeys {
  record: MemberRecord
  /** Locked in the member's browser. */
  seed: Uint8Array
}

/** Keys that a member made in their own browser; they open nothing before the directory admits them. */
export async function keepKeys(room: MembersRoom, made: MadeKeys): Promise<void> {
  const { sealed, administrationId, identity, today } = room
  if (!identity || !isOf(identity, made.record)) refuse('record', 'not_yours')
  if (!isProven(made.record, administrationId)) refuse('record', 'not_proven')
  if (made.seed.length !== lockedSeedLength) refuse('seed', 'not_locked')
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const draft = await lockDraft(tx)
    // what is being signed names keys that are of no use any more
    if (draft?.entry.admitted.some(({ id }) => id === made.record.id)) await deleteDraft(tx)
    await keepSetUp(tx, { ...made, madeOn: today })
  })
}

function refuse(field: string, code: string): never {
  throw new Invalid([{ field, code }])
}
