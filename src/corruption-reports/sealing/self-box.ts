import { openBox, sealBox } from './box.ts'
import { concatBytes, type Random } from './bytes.ts'
import { Refused } from './refused.ts'

/** What the reporter needs on coming back, under a key that the ten words give. */
export interface Self {
  id: Uint8Array
  dialogueKey: Uint8Array
  contentKey: Uint8Array
  directory: Uint8Array
  contentHash: Uint8Array
  /** I, to give an identity later; null when it was given (a receipt must not open it) or cannot be. */
  identityKey: Uint8Array | null
}

const idLength = 16
export const selfLength = idLength + 5 * 32

export function sealSelf(selfKey: Uint8Array, self: Self, random: Random): Uint8Array {
  const identityKey = self.identityKey ?? new Uint8Array(32)
  const { id, dialogueKey, contentKey, directory, contentHash } = self
  const plain = concatBytes(id, dialogueKey, contentKey, directory, contentHash, identityKey)
  return sealBox(selfKey, ['self', id], plain, random)
}

/** Refuses a box of another report, and one that these words do not open. */
export function openSelf(selfKey: Uint8Array, id: Uint8Array, box: Uint8Array): Self {
  const plain = openBox(selfKey, ['self', id], box)
  if (plain?.length !== selfLength) throw new Refused('tampered')
  const field = (index: number) => plain.slice(idLength + index * 32, idLength + (index + 1) * 32)
  const identityKey = field(4)
  return {
    id: plain.slice(0, idLength),
    dialogueKey: field(0),
    contentKey: field(1),
    directory: field(2),
    contentHash: field(3),
    identityKey: identityKey.some((byte) => byte !== 0) ? identityKey : null,
  }
}
