import { describe, expect, it } from '@jest/globals'
import {
  batchRoot,
  buildBatches,
  commitmentLeaf,
  proveLeaf,
  sha256,
  signBatch,
  signKeysOf,
  verifyBatch,
  verifyProof,
  deriveReceipt,
} from '../../../src/corruption-reports/sealing/index.ts'
import { receiptBits, sealed } from './filing.ts'
import { administration, countingRandom } from './people.ts'

const random = countingRandom(21)
const envelope = sealed()
const leaf = envelope.commitment
const leaves = [leaf, ...Array.from({ length: 9 }, () => random(32))]
const [batch = []] = buildBatches(leaves, random)

describe('the commitment of a report', () => {
  it('is made of what only the receipt gives and the hash of the content', () => {
    const { opening } = deriveReceipt(receiptBits, administration)
    expect(commitmentLeaf(opening, sha256(envelope.content))).toEqual(leaf)
    expect(commitmentLeaf(random(32), sha256(envelope.content))).not.toEqual(leaf)
  })

  it('stands among sixty-four, however few were filed in its week', () => {
    expect(batch).toHaveLength(64)
    expect(buildBatches([], random).map(({ length }) => length)).toEqual([64])
    const many = Array.from({ length: 65 }, () => random(32))
    expect(buildBatches(many, random).map(({ length }) => length)).toEqual([64, 64])
  })

  it('stands in an order that tells nothing of when it came', () => {
    const texts = batch.map((one) => Buffer.from(one).toString('hex'))
    expect(texts).toEqual([...texts].sort())
    expect(buildBatches([...leaves].reverse(), countingRandom(5))).toEqual(
      buildBatches(leaves, countingRandom(5)),
    )
  })

  it('is proved with six hashes, each of the sixty-four', () => {
    const root = batchRoot(batch)
    for (const one of batch) {
      const proof = proveLeaf(batch, one)
      expect(proof?.siblings).toHaveLength(6)
      expect(proof && verifyProof(one, proof, root)).toBe(true)
    }
  })

  it('is not proved by a proof of another leaf, place, length, or batch', () => {
    const root = batchRoot(batch)
    const proof = proveLeaf(batch, leaf)
    if (!proof) throw new Error('the leaf is in its batch')
    expect(verifyProof(random(32), proof, root)).toBe(false)
    expect(verifyProof(leaf, { ...proof, index: proof.index ^ 1 }, root)).toBe(false)
    expect(verifyProof(leaf, { ...proof, index: proof.index + 64 }, root)).toBe(false)
    expect(verifyProof(leaf, { ...proof, siblings: proof.siblings.slice(1) }, root)).toBe(false)
    expect(verifyProof(leaf, proof, random(32))).toBe(false)
    expect(proveLeaf(batch, random(32))).toBeNull()
  })

  it('stays proved by the signature over its batch and the one before', () => {
    const keys = signKeysOf(random(32))
    const one = {
      administration,
      seq: 2,
      week: '2026-W10',
      previous: random(32),
      root: batchRoot(batch),
    }
    const signature = signBatch(keys, one)
    expect(verifyBatch(keys.publicKey, one, signature)).toBe(true)
    for (const change of [
      { week: '2026-W11' },
      { seq: 3 },
      { previous: random(32) },
      { root: random(32) },
    ]) {
      expect(verifyBatch(keys.publicKey, { ...one, ...change }, signature)).toBe(false)
    }
  })
})
