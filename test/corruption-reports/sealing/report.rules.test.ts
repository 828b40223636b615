import { describe, expect, it } from '@jest/globals'
import { x25519 } from '@noble/curves/ed25519.js'
import {
  alarmsOf,
  deriveReceipt,
  type Envelope,
  type EnvelopeJson,
  envelopeFromJson,
  envelopeSizes,
  envelopeToJson,
  nextEntry,
  openSelf,
  readersFor,
  signAct,
  verifyAct,
  verifyDirectory,
} from '../../../src/corruption-reports/sealing/index.ts'
import { boxOf, openAs, opened, readersOf, receiptBits, sealed, told } from './filing.ts'
import { administration, directory, founding, named, noMarks, person, signed } from './people.ts'

const officers = ['officer-1', 'officer-2']

describe('a report that was sealed', () => {
  it('is read by every officer and by nobody else', () => {
    const envelope = sealed()
    expect(readersOf(envelope)).toEqual(officers)
    expect(opened(envelope).content.told).toEqual(told)
  })

  it('goes through the wire unchanged', () => {
    const envelope = sealed({ files: [file] })
    const wire = JSON.parse(JSON.stringify(envelopeToJson(envelope))) as EnvelopeJson
    expect(envelopeFromJson(wire)).toEqual(envelope)
  })

  it.each(['id', 'content', 'self', 'identity', 'commitment', 'receipt', 'actionKey'] as const)(
    'is not taken with a %s of another size',
    (field) => {
      const wire = envelopeToJson(sealed())
      expect(() => envelopeFromJson({ ...wire, [field]: `${wire[field]}AAAA` })).toThrow('format')
    },
  )

  it('raises no alarm in the client of an officer', () => {
    expect(alarms(sealed())).toEqual([])
  })

  it('gives the reporter who comes back what the dialogue needs', () => {
    const envelope = sealed()
    const { selfKey } = deriveReceipt(receiptBits, administration)
    const self = openSelf(selfKey, envelope.id, envelope.self)
    expect(self.dialogueKey).toEqual(opened(envelope, 'officer-2').dialogueKey)
    expect(self.contentKey).toEqual(envelope.contentKey)
    expect(self.directory).toEqual(directory.hash)
  })
})

describe('a conflict of interest', () => {
  it.each([
    ['a member', { marks: { ...noMarks, members: ['officer-1'] } }],
    ['a person of the administration', { marks: { ...noMarks, people: ['officer-1'] } }],
    ['their unit', { marks: { ...noMarks, units: ['works'] } }],
    ['a unit above theirs', { marks: { ...noMarks, units: ['north'] } }],
    ['somebody whom the reporter struck', { struck: ['officer-1'] }],
  ])('keeps out %s', (_, out) => {
    const envelope = sealed(out)
    expect(readersOf(envelope)).toEqual(['officer-2'])
    expect(alarms(envelope, 'officer-2')).toEqual([])
  })

  it('leaves the alternate authority to read when no officer is without one', () => {
    expect(readersOf(sealed({ struck: officers }))).toEqual(['alternate'])
  })

  it('of everybody leaves nobody: the report is not sealed, and the page says where else to go', () => {
    const out = { marks: noMarks, struck: [...officers, 'alternate'] }
    expect(readersFor(directory, out)).toEqual({ readers: [], kind: 'nobody' })
    expect(() => sealed(out)).toThrow('no_reader')
  })

  it('is seen in no size, order, or shape of what is stored', () => {
    const envelopes = [
      sealed(),
      sealed({ told: { narration: 'a'.repeat(15_000) } }, 6),
      sealed(
        { marks: { ...noMarks, members: ['officer-1'], units: ['works'], words: ['El jefe'] } },
        7,
      ),
      sealed({ struck: officers }, 8),
      sealed({ identity: { names: 'Ana' } }, 9),
      sealed({ struck: ['holder-1', 'custodian-2'] }, 10),
    ]
    const shapes = envelopes.map(shapeOf)
    for (const shape of shapes) expect(shape).toEqual(shapes[0])
  })

  it('leaves in the slot a real point of the curve, as any other', () => {
    const envelope = sealed({ struck: ['officer-1'] })
    for (const { box } of [...envelope.slots, ...envelope.recovery]) {
      const shared = x25519.getSharedSecret(new Uint8Array(32).fill(7), box.slice(0, 32))
      expect(shared).toHaveLength(32)
      expect(isOnCurve(box.slice(0, 32))).toBe(true)
    }
  })
})

describe('an alarm is raised', () => {
  const newcomer = person('officer-3', 'integrity_officer')
  const next = nextEntry(directory, { day: '2026-05-01', admitted: [newcomer.record], retired: [] })
  const grown = verifyDirectory(
    [founding, signed(next, [named('officer-1'), named('officer-2')])],
    administration,
  )

  it('when the reporter was shown another directory than the officer', () => {
    const envelope = sealed({ directory: grown })
    expect(alarms(envelope)).toEqual(['unknown_directory'])
  })

  it('when the server says another directory than the content', () => {
    const envelope = sealed()
    const other = { ...envelope, directory: grown.hash }
    expect(alarmsOf(opened(envelope), other, [], grown)).toEqual(['other_directory'])
  })

  it('when others got the key than the directory and the marks give', () => {
    const envelope = sealed()
    const report = opened(envelope)
    const content = { ...report.content, readers: ['officer-1', 'system-admin'] }
    const raised = alarmsOf({ ...report, content }, envelope, [], directory)
    expect(raised).toEqual(['other_readers'])
  })

  it('when the server keeps a key for acts that no reader has', () => {
    const envelope = sealed()
    const other = { ...envelope, actionKey: named('officer-1').keys.e.publicKey }
    expect(alarmsOf(opened(envelope), other, officers, directory)).toEqual(['other_action_key'])
  })

  it('when there is a slot of somebody unknown', () => {
    const envelope = sealed()
    const raised = alarmsOf(opened(envelope), envelope, ['officer-1', 'somebody'], directory)
    expect(raised).toEqual(['unknown_slot'])
  })

  it('but not when the directory has grown since', () => {
    const envelope = sealed()
    expect(alarmsOf(opened(envelope), envelope, officers, grown)).toEqual([])
  })
})

describe('an act of an officer', () => {
  const envelope = sealed()
  const act = { action: 'admit', id: envelope.id, epoch: 1, seq: 3, body: new Uint8Array(9) }

  it('is signed by any who reads, and nobody can see by which', () => {
    const [one, other] = officers.map((id) => signAct(opened(envelope, id).keys, act))
    expect(one).toEqual(other)
    expect(one && verifyAct(envelope.actionKey, act, one)).toBe(true)
  })

  it.each([
    ['of another kind', { action: 'reject' }],
    ['of another report', { id: new Uint8Array(16) }],
    ['of another epoch', { epoch: 2 }],
    ['done twice', { seq: 4 }],
    ['with other words', { body: new Uint8Array(10) }],
  ])('does not count when it is %s', (_, change) => {
    const signature = signAct(opened(envelope).keys, act)
    expect(verifyAct(envelope.actionKey, { ...act, ...change }, signature)).toBe(false)
  })

  it('does not count when it is of who reads another report', () => {
    const signature = signAct(opened(sealed({}, 77)).keys, act)
    expect(verifyAct(envelope.actionKey, act, signature)).toBe(false)
  })
})

const file = {
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  key: 'A'.repeat(43),
  name: 'foto.jpg',
  type: 'image/jpeg',
  length: 1234,
}

function alarms(envelope: Envelope, officer = 'officer-1') {
  const report = openAs(named(officer), envelope)
  const members = envelope.slots.map(({ member }) => member)
  return report && alarmsOf(report, envelope, members, directory)
}

/** Everything but the random bytes. */
function shapeOf(envelope: Envelope) {
  const sizes = (slots: Envelope['slots']) => slots.map(({ member, box }) => [member, box.length])
  return Object.entries(envelope).map(([field, value]: [string, Envelope[keyof Envelope]]) => [
    field,
    value instanceof Uint8Array ? value.length : typeof value === 'number' ? value : null,
    field === 'slots' || field === 'recovery' || field === 'identityShares'
      ? sizes(envelope[field])
      : null,
  ])
}

/** u³ + 486662 u² + u is a square. */
function isOnCurve(point: Uint8Array): boolean {
  const p = 2n ** 255n - 19n
  const u = [...point].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) % 2n ** 255n
  const right = (u * u * u + 486_662n * u * u + u) % p
  return power(right, (p - 1n) / 2n, p) === 1n
}

function power(base: bigint, exponent: bigint, p: bigint): bigint {
  if (exponent === 0n) return 1n
  const half = power((base * base) % p, exponent / 2n, p)
  return exponent % 2n === 1n ? (half * base) % p : half
}

it('the sizes that the door knows are those that the construction writes', () => {
  const envelope = sealed()
  expect(envelope.self).toHaveLength(envelopeSizes.self)
  expect(envelope.identity).toHaveLength(envelopeSizes.identity)
  expect(boxOf(envelope.slots, 'officer-1')).toHaveLength(envelopeSizes.slot)
  expect(boxOf(envelope.recovery, 'holder-1')).toHaveLength(envelopeSizes.recovery(3))
  expect(boxOf(envelope.identityShares, 'custodian-1')).toHaveLength(envelopeSizes.identityShare)
  expect(envelope.content).toHaveLength(envelopeSizes.contentUnit + envelopeSizes.contentOverhead)
})
