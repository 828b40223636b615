import { describe, expect, it } from '@jest/globals'
import {
  combineIdentity,
  deriveReceipt,
  type Envelope,
  newEpoch,
  openRecoveredShare,
  openReleasedShare,
  openReport,
  openSelf,
  recoverReport,
  releaseIdentityShare,
  releaseRecoveryShare,
  type SealedEpoch,
} from '../../../src/corruption-reports/sealing/index.ts'
import { boxOf, opened, receiptBits, sealed } from './filing.ts'
import { administration, countingRandom, directory, named, noMarks } from './people.ts'

const random = countingRandom(60)
const one = sealed({ identity: { names: 'Ana' } }, 1)
const other = sealed({ identity: { names: 'Luis' } }, 2)
const officer = { id: 'officer-2', keys: named('officer-2').keys }
const later = newEpoch(
  opened(one, 'officer-2'),
  { directory, out: { marks: noMarks, struck: ['officer-1'] }, officer },
  random,
).sealed

/** Everything an officer's client does with what the server gives; throws or says null when refused. */
function read(envelope: SealedEpoch, { slotOf = 'officer-1', as = 'officer-1' } = {}) {
  const slot = boxOf(envelope.slots, slotOf)
  return openReport(envelope, slot, { id: as, x: named(as).keys.x })
}

function readSelf(envelope: Envelope) {
  const { selfKey } = deriveReceipt(receiptBits, administration)
  return openSelf(selfKey, envelope.id, envelope.self)
}

const request = new Uint8Array(32)
const { x } = named('officer-1').keys
const requester = { id: 'officer-1', role: 'integrity_officer', x: x.publicKey } as const

function release(envelope: Envelope, from: Envelope = envelope) {
  const shares = ['custodian-1', 'custodian-2'].map((custodian) => {
    const asked = { id: envelope.id, custodian, requester, request }
    const share = boxOf(from.identityShares, custodian)
    const box = releaseIdentityShare(asked, named(custodian).keys.x, share, random)
    return openReleasedShare(asked, x, box)
  })
  return combineIdentity(shares, envelope.id, envelope.identity)
}

const owners = ['officer-1', 'officer-2', 'alternate']

function recover(
  sealedEpoch: SealedEpoch,
  recovery: SealedEpoch['recovery'] = sealedEpoch.recovery,
  as = owners,
) {
  const shares = ['holder-1', 'holder-2'].map((holder) => {
    const asked = { id: sealedEpoch.id, epoch: sealedEpoch.epoch, holder, owner: 'officer-1' }
    const holding = { keys: named(holder).keys.x, directory }
    const from = { box: boxOf(recovery, holder), owners: as }
    return openRecoveredShare(asked, x, releaseRecoveryShare(asked, holding, from, random))
  })
  return recoverReport(sealedEpoch, shares)
}

function swap(slots: Envelope['slots'], a: string, b: string): Envelope['slots'] {
  return slots.map(({ member, box }) => ({
    member,
    box: member === a ? boxOf(slots, b) : member === b ? boxOf(slots, a) : box,
  }))
}

const turn = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte))

const swaps: [string, () => unknown][] = [
  ['the content of another report', () => read({ ...one, content: other.content })],
  ['the content of a later epoch', () => read({ ...one, content: later.content })],
  ['a content with another bit', () => read({ ...one, content: turn(one.content) })],
  ['a content cut short', () => read({ ...one, content: one.content.subarray(0, 16_000) })],
  ['the keys of another epoch', () => read({ ...one, contentKey: later.contentKey })],
  ['the slots of another report', () => read({ ...one, slots: other.slots })],
  [
    'a slot with another bit',
    () => read({ ...one, slots: one.slots.map((slot) => ({ ...slot, box: turn(slot.box) })) }),
  ],
  ['the slot of another member', () => read(one, { slotOf: 'officer-2' })],
  ['a slot in the name of another member', () => read(one, { as: 'officer-2' })],
  ['a whole report under the id of another', () => read({ ...one, id: other.id })],
  ['an old epoch played back as the new', () => read({ ...one, epoch: 2 })],
  [
    'the new epoch played back as the old',
    () => read({ ...later, epoch: 1 }, { slotOf: 'officer-2', as: 'officer-2' }),
  ],
  ['the box of another reporter', () => readSelf({ ...one, self: other.self })],
  ['the box of a reporter with another bit', () => readSelf({ ...one, self: turn(one.self) })],
  ['the box of a reporter under another report', () => readSelf({ ...one, id: other.id })],
  ['the identity of another report', () => release({ ...one, identity: other.identity })],
  ['an identity with another bit', () => release({ ...one, identity: turn(one.identity) })],
  ['the custodians’ shares of another report', () => release(one, other)],
  [
    'the shares of two custodians in each other’s place',
    () =>
      release(one, {
        ...one,
        identityShares: swap(one.identityShares, 'custodian-1', 'custodian-2'),
      }),
  ],
  ['the holders’ shares of another report', () => recover(one, other.recovery)],
  ['the holders’ shares of another epoch', () => recover(one, later.recovery)],
  [
    'the shares of two holders in each other’s place',
    () => recover(one, swap(one.recovery, 'holder-1', 'holder-2')),
  ],
  [
    'the shares of one officer under the name of another',
    () => recover(one, one.recovery, ['officer-2', 'officer-1', 'alternate']),
  ],
]

describe('what was cut and pasted is refused', () => {
  it('while what was not is read, by the same means', () => {
    expect(read(one)?.content.told.narration).toBeDefined()
    expect(read(later, { slotOf: 'officer-2', as: 'officer-2' })).not.toBeNull()
    expect(readSelf(one).id).toEqual(one.id)
    expect(release(one)).toEqual({ names: 'Ana' })
    expect(recover(one).content.told.narration).toBeDefined()
  })

  it.each(swaps)('%s', (_, attempt) => {
    expect(isRefused(attempt)).toBe(true)
  })

  it('a released share, by who asked with another request or for another report', () => {
    const asked = { id: one.id, custodian: 'custodian-1', requester, request }
    const share = boxOf(one.identityShares, 'custodian-1')
    const box = releaseIdentityShare(asked, named('custodian-1').keys.x, share, random)
    expect(openReleasedShare(asked, x, box)).toHaveLength(33)
    for (const change of [
      { request: random(32) },
      { id: other.id },
      { custodian: 'custodian-2' },
      { requester: { ...requester, id: 'officer-2' } },
    ]) {
      expect(() => openReleasedShare({ ...asked, ...change }, x, box)).toThrow('tampered')
    }
  })
})

function isRefused(attempt: () => unknown): boolean {
  try {
    return attempt() === null
  } catch (error) {
    return error instanceof Error && error.name === 'Refused'
  }
}
