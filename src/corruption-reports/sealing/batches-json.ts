import { fromBase64url, toBase64url } from './base64url.ts'
import { concatBytes } from './bytes.ts'
import { leavesOf, type SignedBatch } from './commitment-batch.ts'

interface BatchJson {
  seq: number
  /** The Monday. */
  week: string
  previous: string
  root: string
  signature: string
  leaves: string[]
}

/** As anybody downloads it: whole batches with all that verifying them takes, bytes as base64url. */
export interface BatchesJson {
  administration: string
  publicKey: string
  batches: BatchJson[]
}

export function batchesToJson(
  administration: string,
  publicKey: Uint8Array,
  batches: readonly Omit<SignedBatch, 'administration'>[],
): BatchesJson {
  return { administration, publicKey: toBase64url(publicKey), batches: batches.map(toJson) }
}

/** Refuses what has another form; whether it is genuine is for `verifyBatches` to say. */
export function batchesFromJson({ administration, batches }: BatchesJson): SignedBatch[] {
  return batches.map((batch) => ({
    administration,
    seq: batch.seq,
    week: batch.week,
    previous: fromBase64url(batch.previous, 32),
    root: fromBase64url(batch.root, 32),
    signature: fromBase64url(batch.signature, 64),
    leaves: concatBytes(...batch.leaves.map((leaf) => fromBase64url(leaf, 32))),
  }))
}

function toJson(batch: Omit<SignedBatch, 'administration'>): BatchJson {
  const { seq, week, previous, root, signature } = batch
  return {
    seq,
    week,
    previous: toBase64url(previous),
    root: toBase64url(root),
    signature: toBase64url(signature),
    leaves: leavesOf(batch).map(toBase64url),
  }
}
