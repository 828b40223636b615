import { randomBytes } from 'node:crypto'
import {
  memberKeysOf,
  newReceiptBits,
  openReport,
  sealReport,
  type Directory,
  type Member,
  type MemberRole,
} from '../../src/corruption-reports/sealing/index.ts'

const REPORTS = 100

/** Opening beside sealing, in this process; what the officer's browser does with a list of a thousand. */
export function benchOpening(): void {
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
  const opening = performance.now()
  const opened = envelopes.filter((envelope) => {
    const slot = envelope.slots.find(({ member }) => member === officer.id)
    return slot && openReport(envelope, slot.box, { id: officer.id, x: keys.x })
  })
  const end = performance.now()
  const each = (end - opening) / REPORTS
  process.stdout.write(
    `${opened.length} of ${REPORTS} opened: ${each.toFixed(1)} ms each, so ${each.toFixed(0)} s a thousand; ` +
      `sealing takes ${((opening - sealing) / (end - opening)).toFixed(1)} times as long\n`,
  )
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
