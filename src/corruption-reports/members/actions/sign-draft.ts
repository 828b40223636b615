import { NotAllowed, WrongState } from '../../../platform/errors.ts'
import type { System } from '../../../system.ts'
import { findDirectory } from '../../known-directory.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { entryHash, mayVouch, toBase64url } from '../../sealing/index.ts'
import { deleteDraft, lockDraft } from '../draft-store.ts'
import type { MembersRoom } from '../room.ts'
import { takeSignature } from '../take-signature.ts'
import { tellMembers } from './tell-members.ts'

export interface Signature {
  /** Of the entry that the member saw: base64url. */
  hash: string
  signature: string
}

/** Answers whether the directory has the entry now, or waits for others. */
export async function signDraft(
  system: System,
  room: MembersRoom,
  { hash, signature }: Signature,
): Promise<'entered' | 'waiting'> {
  const { sealed, administrationId, identity } = room
  if (!identity) throw new NotAllowed()
  const entered = await inSealedTransaction(sealed, administrationId, async (tx) => {
    const draft = await lockDraft(tx)
    if (!draft || toBase64url(entryHash(draft.entry)) !== hash) throw new WrongState()
    return takeSignature(tx, draft, await findDirectory(tx), { by: identity.id, signature })
  })
  if (entered) await tellMembers(system, room)
  return entered ? 'entered' : 'waiting'
}

/** Nobody's signature binds anybody before the last one is there. */
export async function discardDraft({
  sealed,
  administrationId,
  identity,
}: MembersRoom): Promise<void> {
  if (!identity || !mayVouch.includes(identity.role)) throw new NotAllowed()
  await inSealedTransaction(sealed, administrationId, deleteDraft)
}
