import { type SignedBatch, holdsLeaf, verifyBatches } from './commitment-batch.ts'
import { commitmentLeaf } from './commitment.ts'
import { deriveReceipt } from './receipt.ts'

/** `week`: its Monday. `tampered`: the batches are not what was signed, and prove nothing. */
export type FoundFiling = { week: string } | { problem: 'not_found' | 'tampered' }

export interface Published {
  administration: string
  publicKey: Uint8Array
  batches: readonly SignedBatch[]
}

/** In which week a report was filed, from its ten words and the hash on its receipt. */
export function findFiling(
  { administration, publicKey, batches }: Published,
  bits: Uint8Array,
  contentHash: Uint8Array,
): FoundFiling {
  const isOurs = batches.every((batch) => batch.administration === administration)
  if (!isOurs || !verifyBatches(batches, publicKey)) return { problem: 'tampered' }
  const leaf = commitmentLeaf(deriveReceipt(bits, administration).opening, contentHash)
  const found = batches.find((batch) => holdsLeaf(batch, leaf))
  return found ? { week: found.week } : { problem: 'not_found' }
}
