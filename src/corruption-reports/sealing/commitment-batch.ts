import { bind } from './bind.ts'
import { compareBytes, concatBytes, sameBytes, type Random } from './bytes.ts'
import { sha256 } from './derive.ts'
import { sign, type SignKeys, verifies } from './member-key.ts'

export const batchSize = 64
const leafLength = 32

/** Leaves of one week, sorted among random ones. What is bound to them is written here and nowhere else. */
export interface UnsignedBatch {
  administration: string
  seq: number
  /** The Monday. */
  week: string
  /** The root of the batch before; noughts before the first. */
  previous: Uint8Array
  /** 64 of 32 bytes. */
  leaves: Uint8Array
}

export interface SignedBatch extends UnsignedBatch {
  root: Uint8Array
  signature: Uint8Array
}

/** At least one batch, also for a week without reports: it looks like any other. */
export function fillBatches(leaves: readonly Uint8Array[], random: Random): Uint8Array[] {
  const batches = Math.max(1, Math.ceil(leaves.length / batchSize))
  const dummies = Array.from({ length: batches * batchSize - leaves.length }, () =>
    random(leafLength),
  )
  const sorted = [...leaves, ...dummies].sort(compareBytes)
  return Array.from({ length: batches }, (_, batch) =>
    concatBytes(...sorted.slice(batch * batchSize, (batch + 1) * batchSize)),
  )
}

export function signBatch(keys: SignKeys, batch: UnsignedBatch): SignedBatch {
  const root = rootOf(batch)
  return { ...batch, root, signature: sign(keys, 'batch', root) }
}

/** Whether each follows the one before it, from the first, and nothing of them changed. */
export function verifyBatches(batches: readonly SignedBatch[], publicKey: Uint8Array): boolean {
  let previous: Uint8Array = new Uint8Array(leafLength)
  return batches.every((batch, at) => {
    const follows =
      batch.seq === at + 1 &&
      sameBytes(batch.previous, previous) &&
      batch.leaves.length === batchSize * leafLength &&
      sameBytes(batch.root, rootOf(batch)) &&
      verifies(publicKey, batch.signature, 'batch', batch.root)
    previous = batch.root
    return follows
  })
}

export function holdsLeaf(batch: UnsignedBatch, leaf: Uint8Array): boolean {
  return leavesOf(batch).some((one) => sameBytes(one, leaf))
}

export function leavesOf({ leaves }: Pick<UnsignedBatch, 'leaves'>): Uint8Array[] {
  return Array.from({ length: Math.ceil(leaves.length / leafLength) }, (_, at) =>
    leaves.slice(at * leafLength, (at + 1) * leafLength),
  )
}

function rootOf({ administration, seq, week, previous, leaves }: UnsignedBatch): Uint8Array {
  return sha256(bind('batch', administration, seq, week, previous, leaves))
}
