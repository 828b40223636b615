import { describe, expect, it } from '@jest/globals'
import { openBox, openWith, type Place } from '../../../src/corruption-reports/sealing/box.ts'
import { boxKeysOf } from '../../../src/platform/hpke/index.ts'
import type { Envelope } from '../../../src/corruption-reports/sealing/index.ts'
import { combineShares } from '../../../src/corruption-reports/sealing/shamir.ts'
import { openAs, sealed } from './filing.ts'
import { named, noMarks, person, type Person } from './people.ts'

const envelope = sealed({
  identity: { names: 'Ana' },
  marks: { ...noMarks, members: ['officer-1'], units: ['works'] },
})
const owners = ['officer-1', 'officer-2', 'alternate']

/** A marked officer, somebody whom an administrator made one, a marked custodian, and one of each. */
const thieves: Person[] = [
  named('officer-1'),
  person('officer-9', 'integrity_officer'),
  named('custodian-1'),
  named('custodian-2'),
  named('holder-1'),
]

const { id } = envelope
const members = [...envelope.slots, ...envelope.recovery, ...envelope.identityShares].map(
  ({ member }) => member,
)
const boxesOf = (slots: Envelope['slots']) => slots.map(({ box }) => box)

/** Each blob with every place that it may be bound to, for whichever member. */
const sealedTo: [Uint8Array, Place[]][] = [
  [envelope.content, [['content', id, 1]]],
  ...placed(boxesOf(envelope.slots), (member) => ['read', id, 1, member]),
  ...placed(boxesOf(envelope.recovery), (member) => ['recovery', id, 1, member, ...owners]),
  ...placed(boxesOf(envelope.identityShares), (member) => ['identity-share', id, member]),
]
const boxes: [Uint8Array, Place][] = [
  [envelope.self, ['self', id]],
  [envelope.identity, ['identity', id]],
]

function placed(
  blobs: readonly Uint8Array[],
  place: (member: string) => Place,
): [Uint8Array, Place[]][] {
  return blobs.map((blob) => [blob, members.map(place)])
}

/** Everything that these keys open. */
function openedBy(people: readonly Person[]): Uint8Array[] {
  return people.flatMap(({ keys }) =>
    sealedTo.flatMap(([blob, places]) =>
      places.flatMap((place) => openWith(keys.x, place, blob) ?? []),
    ),
  )
}

describe('a thief with everything that is stored', () => {
  const loot = openedBy(thieves)

  it('opens with what a marked officer, a made one, one holder and a custodian have, their shares only', () => {
    expect(loot.map(({ length }) => length).sort()).toEqual([33, 33, 3 * 33])
  })

  it('makes of the shares and of the keys no key of anything', () => {
    const shares = loot.flatMap((some) => [0, 33, 66].map((at) => some.slice(at, at + 33)))
    const made = shares.flatMap((one) => shares.flatMap((other) => combined(one, other)))
    const seeds = [...made, ...shares.map((share) => share.slice(1)), ...secretsOf(thieves)]
    const keys = seeds.filter(({ length }) => length === 32)
    const opened = keys.flatMap((key) => boxes.filter(([box, place]) => openBox(key, place, box)))
    expect(keys.length).toBeGreaterThan(20)
    expect(opened).toEqual([])
    expect(keys.some((key) => openWith(boxKeysOf(key), ['content', id, 1], envelope.content))).toBe(
      false,
    )
  })

  it('while an officer who is not marked reads, by the same means', () => {
    expect(openedBy([named('officer-2')]).map(({ length }) => length)).toEqual([64])
    expect(openAs(named('officer-2'), envelope)?.content.told.narration).toBeDefined()
    expect(openAs(named('officer-1'), envelope)).toBeNull()
  })
})

function combined(one: Uint8Array, other: Uint8Array): Uint8Array[] {
  return one.length === 33 && other.length === 33 && one[0] !== other[0]
    ? [combineShares(one, other)]
    : []
}

function secretsOf(people: readonly Person[]): Uint8Array[] {
  return people.flatMap(({ keys }) => [keys.x.secret, keys.e.secret])
}
