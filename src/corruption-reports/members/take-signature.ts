import { Invalid, NotAllowed } from '../../platform/errors.ts'
import { insertDirectoryEntry } from '../directory-store.ts'
import { findDirectory, type KnownDirectory } from '../known-directory.ts'
import { deleteMemberKey, insertMemberKey } from '../member-key-store.ts'
import type { SealedTx } from '../sealed-store.ts'
import {
  DirectoryRefused,
  entryHash,
  fromBase64url,
  isSignedBy,
  Refused,
  verifyDirectory,
  type DirectoryEntry,
  type EntrySignature,
} from '../sealing/index.ts'
import { signaturesNeeded, signersOf } from './ceremony-rules.ts'
import { deleteDraft, insertSignature, type Draft } from './draft-store.ts'
import { deleteSetUp, listSetUps } from './set-up-store.ts'

/** True when this signature was the last that the entry needed: it stands in the directory now. */
export async function takeSignature(
  tx: SealedTx,
  draft: Draft,
  known: KnownDirectory | null,
  given: EntrySignature,
): Promise<boolean> {
  const { entry } = draft
  const before = known?.directory ?? null
  const signer = signersOf(entry, before).find(({ id }) => id === given.by)
  if (!signer) throw new NotAllowed()
  const key = typeof signer.e === 'string' ? fromBase64url(signer.e, 32) : signer.e
  if (!isRight(() => isSignedBy(entry, key, fromBase64url(given.signature, 64)))) {
    throw new Invalid([{ field: 'signature', code: 'wrong' }])
  }
  await insertSignature(tx, given)
  const signatures = [...draft.signatures.filter(({ by }) => by !== given.by), given]
  if (signatures.length < signaturesNeeded(entry, before)) return false
  await enter(tx, { ...entry, signatures }, known)
  return true
}

async function enter(
  tx: SealedTx,
  entry: DirectoryEntry,
  known: KnownDirectory | null,
): Promise<void> {
  const entries = [...(known?.entries ?? []), entry]
  try {
    verifyDirectory(entries, tx.administrationId)
  } catch (error) {
    if (!(error instanceof DirectoryRefused)) throw error
    throw new Invalid([{ field: 'entry', code: error.problem }])
  }
  const row = { seq: entry.seq, entry: JSON.stringify(entry), hash: entryHash(entry) }
  if (!(await insertDirectoryEntry(tx, { ...row, day: entry.day }))) {
    throw new Invalid([{ field: 'entry', code: 'order' }])
  }
  await putKeysInUse(tx, entry)
  await deleteDraft(tx)
  await findDirectory(tx)
}

/** What the directory knows is what its members are given to unlock. */
async function putKeysInUse(tx: SealedTx, { admitted, retired }: DirectoryEntry): Promise<void> {
  for (const memberId of retired) await deleteMemberKey(tx, memberId)
  const waiting = await listSetUps(tx)
  for (const { id, e } of admitted) {
    const found = waiting.find(({ record }) => record.id === id && record.e === e)
    if (!found) throw new Invalid([{ field: 'entry', code: 'keys_changed' }])
    const { record, seed, madeOn } = found
    await insertMemberKey(tx, { memberId: id, accountId: id, role: record.role, seed, madeOn })
    await deleteSetUp(tx, id)
  }
}

/** What is not even base64url of the right length is no signature. */
function isRight(check: () => boolean): boolean {
  try {
    return check()
  } catch (error) {
    if (error instanceof Refused) return false
    throw error
  }
}
