import { describe, expect, it } from '@jest/globals'
import {
  commitmentLeaf,
  deriveReceipt,
  sha256,
} from '../../../src/corruption-reports/sealing/index.ts'
import { receiptBits, sealed } from './filing.ts'
import { administration, countingRandom } from './people.ts'

const random = countingRandom(21)
const envelope = sealed()

describe('the commitment of a report', () => {
  it('is made of what only the receipt gives and the hash of the content', () => {
    const { opening } = deriveReceipt(receiptBits, administration)
    expect(commitmentLeaf(opening, sha256(envelope.content))).toEqual(envelope.commitment)
    expect(commitmentLeaf(random(32), sha256(envelope.content))).not.toEqual(envelope.commitment)
  })
})
