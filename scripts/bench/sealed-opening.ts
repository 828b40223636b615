import { randomBytes } from 'node:crypto'
import {
  memberKeysOf,
  newReceiptBits,
  sealReport,
  type BoxKeys,
  type Directory,
  type Envelope,
  type Member,
  type MemberRole,
} from '../../src/corruption-reports/sealing/index.ts'
import {
  type Agree,
  findAgreement,
  noAgreement,
} from '../../src/corruption-reports/sealing/native-x25519.ts'
import { openBySlotFast, openSlotFast } from '../../src/corruption-reports/sealing/open-many.ts'

const REPORTS = 200
const AT_ONCE = 20

/** Opening beside sealing, in this process; what the officer's browser does with a list of a thousand. */
export async function benchOpening(): Promise<void> {
  const seeds = new Map<string, Uint8Array>()
  const directory = sampleDirectory(seeds)
  const officer = directory.members.find(({ role }) => role === 'integrity_officer')
  const keys = officer && memberKeysOf(seeds.get(officer.id) ?? new Uint8Array(32))
  if (!officer || !keys) throw new Error('the directory of the bench has no officer')
  const told = { narration: 'Pidieron dinero por el permiso. '.repeat(25) }
  const marks = { members: [], people: [], units: [], words: [] }
  const sealing = performance.now()
  const envelopes = Array.from({ length: REPORTS }, () =>
    sealReport(
      { directory, told, marks, struck: [], receipt: newReceiptBits(randomBytes) },
      randomBytes,
    ),
  )
  const sealed = performance.now() - sealing
  const member = { id: officer.id, x: keys.x }
  const plainly = await timeOpening(envelopes, member, noAgreement)
  const natively = await timeOpening(envelopes, member, await findAgreement())
  process.stdout.write(
    `opened ${say(natively)} with the machine's own X25519, ${say(plainly)} with ours, ` +
      `ratio ${(plainly / natively).toFixed(1)}; sealing takes ${(sealed / plainly).toFixed(1)} times as long\n`,
  )
}

const say = (took: number) => {
  const each = took / REPORTS
  return `${each.toFixed(1)} ms each (${each.toFixed(0)} s a thousand)`
}

/** As the officers' room does it: so many at once as it asks for. */
async function timeOpening(
  envelopes: readonly Envelope[],
  member: { id: string; x: BoxKeys },
  agree: Agree,
): Promise<number> {
  const began = performance.now()
  for (let at = 0; at < envelopes.length; at += AT_ONCE) {
    const some = envelopes.slice(at, at + AT_ONCE)
    const opened = await Promise.all(some.map((envelope) => openOne(envelope, member, agree)))
    if (opened.includes(null)) throw new Error('a report did not open')
  }
  return performance.now() - began
}

async function openOne(envelope: Envelope, member: { id: string; x: BoxKeys }, agree: Agree) {
  const place = envelope.slots.find((slot) => slot.member === member.id)
  const slot = place && (await openSlotFast(agree, envelope, member, place.box))
  return slot ? openBySlotFast(agree, envelope, slot) : null
}

function sampleDirectory(seeds: Map<string, Uint8Array>): Directory {
  const roles: MemberRole[] = [
    ...(['integrity_officer', 'integrity_officer', 'integrity_officer'] as const),
    'alternate_authority',
    ...(['custodian', 'custodian', 'custodian'] as const),
    ...(['recovery_holder', 'recovery_holder', 'recovery_holder'] as const),
  ]
  const members = roles.map((role, index): Member => {
    const seed = new Uint8Array(randomBytes(32))
    const id = `member-${index}`
    seeds.set(id, seed)
    const { x, e } = memberKeysOf(seed)
    return { id, role, name: id, units: [], x: x.publicKey, e: e.publicKey }
  })
  const state = { hash: new Uint8Array(randomBytes(32)), seq: 1, day: '2026-03-02', members }
  return { ...state, administration: 'bench', fingerprint: '', history: [state] }
}
