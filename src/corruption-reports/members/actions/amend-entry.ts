import { Invalid, NotAllowed, WrongState } from '../../../platform/errors.ts'
import { findDirectory } from '../../known-directory.ts'
import { listMemberKeys } from '../../member-key-store.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import { toBase64url, type MemberRecord } from '../../sealing/index.ts'
import { outdatedEntry } from '../amendment.ts'
import { isOf, isProven } from '../member-identity.ts'
import type { MembersRoom } from '../room.ts'
import { keepSetUp } from '../set-up-store.ts'

/**
 * A member whose name or units changed says so with the keys that they have. It waits beside the
 * directory like new keys do, until two others sign it in.
 */
export async function amendEntry(room: MembersRoom, record: MemberRecord): Promise<void> {
  const { sealed, administrationId, identity, today } = room
  if (!identity) throw new NotAllowed()
  if (!isOf(identity, record) || !isProven(record, administrationId)) {
    throw new Invalid([{ field: 'record', code: 'not_yours' }])
  }
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    const known = await findDirectory(tx)
    const outdated = outdatedEntry(identity, known?.directory.members ?? [])
    const [keys] = await listMemberKeys(tx, identity.id)
    if (!outdated || !keys) throw new WrongState()
    const isSameKey = record.x === toBase64url(outdated.x) && record.e === toBase64url(outdated.e)
    if (!isSameKey) throw new Invalid([{ field: 'record', code: 'other_keys' }])
    await keepSetUp(tx, { record, seed: keys.seed, madeOn: today })
  })
}
