import { bind } from './bind.ts'
import { compareBytes, type Random, sameBytes } from './bytes.ts'
import { sha256 } from './derive.ts'
import { type SignKeys, sign, verifies } from './member-key.ts'

export const batchSize = 64

/** Proves a filing to whoever is given the opening, and tells nothing to anybody else. */
export function commitmentLeaf(opening: Uint8Array, contentHash: Uint8Array): Uint8Array {
  return sha256(bind('v1', opening, contentHash))
}

/** A week's leaves among random ones, sorted: neither their order nor their number tells anything. */
export function buildBatches(leaves: readonly Uint8Array[], random: Random): Uint8Array[][] {
  const batches = Math.max(1, Math.ceil(leaves.length / batchSize))
  const dummies = Array.from({ length: batches * batchSize - leaves.length }, () => random(32))
  const all = [...leaves, ...dummies].sort(compareBytes)
  return Array.from({ length: batches }, (_, batch) =>
    all.slice(batch * batchSize, (batch + 1) * batchSize),
  )
}

export function batchRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return levelsOf(leaves).at(-1)?.[0] ?? sha256(bind('no leaves'))
}

export interface Proof {
  index: number
  siblings: readonly Uint8Array[]
}

/** Null when the leaf is not in the batch. */
export function proveLeaf(leaves: readonly Uint8Array[], leaf: Uint8Array): Proof | null {
  const index = leaves.findIndex((one) => sameBytes(one, leaf))
  if (index < 0) return null
  const siblings = levelsOf(leaves)
    .slice(0, -1)
    .map((level, height) => level[(index >> height) ^ 1] ?? new Uint8Array(0))
  return { index, siblings }
}

export function verifyProof(
  leaf: Uint8Array,
  { index, siblings }: Proof,
  root: Uint8Array,
): boolean {
  if (siblings.length !== Math.log2(batchSize) || index < 0 || index >= batchSize) return false
  const reached = siblings.reduce(
    (node, sibling, height) =>
      (index >> height) & 1 ? nodeOf(sibling, node) : nodeOf(node, sibling),
    leafNode(leaf),
  )
  return sameBytes(reached, root)
}

/** From the leaves up to the root. A leaf and a node can never be taken for each other. */
function levelsOf(leaves: readonly Uint8Array[]): Uint8Array[][] {
  const levels = [leaves.map(leafNode)]
  for (let level = levels[0] ?? []; level.length > 1; levels.push(level)) {
    level = Array.from({ length: level.length / 2 }, (_, pair) =>
      nodeOf(level[pair * 2] ?? new Uint8Array(0), level[pair * 2 + 1] ?? new Uint8Array(0)),
    )
  }
  return levels
}

function leafNode(leaf: Uint8Array): Uint8Array {
  return sha256(bind('leaf', leaf))
}

function nodeOf(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(bind('node', left, right))
}

export interface Batch {
  administration: string
  seq: number
  week: string
  /** The hash of the batch before; empty in the first. */
  previous: Uint8Array
  root: Uint8Array
}

export function batchHash({ administration, seq, week, previous, root }: Batch): Uint8Array {
  return sha256(bind('batch', administration, seq, week, previous, root))
}

export function signBatch(keys: SignKeys, batch: Batch): Uint8Array {
  return sign(keys, 'batch', batchHash(batch))
}

export function verifyBatch(publicKey: Uint8Array, batch: Batch, signature: Uint8Array): boolean {
  return verifies(publicKey, signature, 'batch', batchHash(batch))
}
