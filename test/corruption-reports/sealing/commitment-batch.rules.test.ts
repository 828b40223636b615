import { randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import {
  fillBatches,
  holdsLeaf,
  signBatch,
  verifyBatches,
  type SignedBatch,
} from '../../../src/corruption-reports/sealing/commitment-batch.ts'
import { signKeysOf } from '../../../src/corruption-reports/sealing/member-key.ts'

const keys = signKeysOf(randomBytes(32))
const leaf = randomBytes(32)

function chain(weeks: Uint8Array[][]): SignedBatch[] {
  const batches: SignedBatch[] = []
  for (const leaves of weeks.flatMap((week) => fillBatches(week, randomBytes))) {
    const previous = batches.at(-1)?.root ?? new Uint8Array(32)
    const unsigned = { administration: 'a', seq: batches.length + 1, week: '2026-03-02', previous }
    batches.push(signBatch(keys, { ...unsigned, leaves }))
  }
  return batches
}

describe('The batches of commitments', () => {
  it('are as large for a week without reports as for one with sixty-four', () => {
    const full = Array.from({ length: 64 }, () => randomBytes(32))
    const sizes = [[], [leaf], full].map((leaves) =>
      fillBatches(leaves, randomBytes).map(({ length }) => length),
    )
    expect(sizes).toEqual([[2048], [2048], [2048]])
    expect(fillBatches([...full, leaf], randomBytes)).toHaveLength(2)
  })

  it('hold a leaf without showing which it is: they are sorted', () => {
    const [filled = new Uint8Array()] = fillBatches([leaf], randomBytes)
    const all = Array.from({ length: 64 }, (_, at) =>
      Buffer.from(filled.subarray(at * 32, at * 32 + 32)).toString('hex'),
    )
    expect(all).toEqual([...all].sort())
    expect(all).toContain(leaf.toString('hex'))
  })

  it('are verified from the first on, and any change is found', () => {
    const batches = chain([[leaf], [], []])
    expect(verifyBatches(batches, keys.publicKey)).toBe(true)
    expect(batches.map((batch) => holdsLeaf(batch, leaf))).toEqual([true, false, false])
    const [first, second, third] = batches as [SignedBatch, SignedBatch, SignedBatch]
    const without = { ...first, leaves: randomBytes(2048) }
    for (const forged of [
      [without, second, third],
      [signBatch(keys, without), second, third],
      [first, third],
      [second, first, third],
      [first, { ...second, week: '2026-03-09' }, third],
      [first, second, { ...third, signature: randomBytes(64) }],
    ]) {
      expect(verifyBatches(forged, keys.publicKey)).toBe(false)
    }
    expect(verifyBatches(batches, signKeysOf(randomBytes(32)).publicKey)).toBe(false)
  })
})
