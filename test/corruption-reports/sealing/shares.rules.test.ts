import { describe, expect, it } from '@jest/globals'
import {
  boxIdentity,
  canSealIdentity,
  combineIdentity,
  deriveReceipt,
  type Directory,
  type Envelope,
  nextEntry,
  openRecoveredShare,
  openReleasedShare,
  openSelf,
  recoverReport,
  releaseIdentityShare,
  releaseRecoveryShare,
  verifyDirectory,
} from '../../../src/corruption-reports/sealing/index.ts'
import { boxOf, opened, receiptBits, sealed, told } from './filing.ts'
import {
  administration,
  countingRandom,
  directory,
  founding,
  named,
  noMarks,
  person,
  type Person,
  signed,
} from './people.ts'

const random = countingRandom(99)
const owners = ['officer-1', 'officer-2', 'alternate']

/** The same people with new keys, as the directory has them after two have signed. */
function withNewKeys(id: string): { again: Person; later: Directory } {
  const old = named(id)
  const again = person(id, old.role, [], 50)
  const entry = nextEntry(directory, { day: '2026-06-01', admitted: [again.record], retired: [id] })
  const entries = [founding, signed(entry, [named('holder-1'), named('holder-3')])]
  return { again, later: verifyDirectory(entries, administration) }
}

function recoveredShare(envelope: Envelope, holder: string, owner: string): Uint8Array {
  const { again, later } = withNewKeys(owner)
  const request = { id: envelope.id, epoch: 1, holder, owner }
  const recovery = { box: boxOf(envelope.recovery, holder), owners }
  const holding = { keys: named(holder).keys.x, directory: later }
  const released = releaseRecoveryShare(request, holding, recovery, random)
  return openRecoveredShare(request, again.keys.x, released)
}

function recover(envelope: Envelope, owner: string, holders: readonly string[]) {
  return recoverReport(
    envelope,
    holders.map((holder) => recoveredShare(envelope, holder, owner)),
  )
}

describe('recovery', () => {
  it('two holders give back to an officer what that officer had and nothing else', () => {
    const envelope = sealed({ struck: ['officer-2'] })
    expect(recover(envelope, 'officer-1', ['holder-1', 'holder-3']).content.told).toEqual(told)
    expect(() => recover(envelope, 'officer-2', ['holder-1', 'holder-3'])).toThrow('too_few_shares')
    expect(() => recover(envelope, 'alternate', ['holder-1', 'holder-3'])).toThrow('too_few_shares')
  })

  it('one holder alone gives nothing', () => {
    expect(() => recover(sealed(), 'officer-1', ['holder-2'])).toThrow('too_few_shares')
  })

  it('goes without the share of a holder who is marked, and who cannot see it', () => {
    const envelope = sealed({ marks: { ...noMarks, units: ['licences'] } })
    expect(() => recover(envelope, 'officer-1', ['holder-1', 'holder-2'])).toThrow('too_few_shares')
    const all = ['holder-1', 'holder-2', 'holder-3']
    expect(recover(envelope, 'officer-1', all).content.told).toEqual(told)
  })

  it('is refused to whoever is no reader of the directory', () => {
    const envelope = sealed()
    const request = { id: envelope.id, epoch: 1, holder: 'holder-1', owner: 'custodian-1' }
    const recovery = { box: boxOf(envelope.recovery, 'holder-1'), owners }
    const holding = { keys: named('holder-1').keys.x, directory }
    expect(() => releaseRecoveryShare(request, holding, recovery, random)).toThrow(
      'not_a_requester',
    )
  })

  it('goes to the keys that the directory has now: a thief with the old ones reads no share', () => {
    const envelope = sealed()
    const { later } = withNewKeys('officer-1')
    const request = { id: envelope.id, epoch: 1, holder: 'holder-1', owner: 'officer-1' }
    const recovery = { box: boxOf(envelope.recovery, 'holder-1'), owners }
    const holding = { keys: named('holder-1').keys.x, directory: later }
    const released = releaseRecoveryShare(request, holding, recovery, random)
    const old = named('officer-1').keys.x
    expect(() => openRecoveredShare(request, old, released)).toThrow('tampered')
  })
})

describe('an identity', () => {
  const identity = { names: 'Ana', telephone: '555 0100' }
  const request = countingRandom(7)(32)
  const requester = {
    id: 'officer-1',
    role: 'integrity_officer',
    x: named('officer-1').keys.x.publicKey,
  } as const

  function releasedShare(envelope: Envelope, custodian: string): Uint8Array {
    const release = { id: envelope.id, custodian, requester, request }
    const keys = named(custodian).keys.x
    const share = boxOf(envelope.identityShares, custodian)
    const box = releaseIdentityShare(release, keys, share, random)
    return openReleasedShare(release, named('officer-1').keys.x, box)
  }

  function release(envelope: Envelope, custodians: readonly string[]) {
    const shares = custodians.map((custodian) => releasedShare(envelope, custodian))
    return combineIdentity(shares, envelope.id, envelope.identity)
  }

  it('is released by any two custodians', () => {
    const envelope = sealed({ identity })
    expect(release(envelope, ['custodian-1', 'custodian-2'])).toEqual(identity)
    expect(release(envelope, ['custodian-3', 'custodian-2'])).toEqual(identity)
  })

  it('one custodian alone releases nothing', () => {
    expect(() => release(sealed({ identity }), ['custodian-1'])).toThrow('too_few_shares')
  })

  it('is not in what the officers read', () => {
    const { content } = opened(sealed({ identity }))
    expect(content.identityGiven).toBe(true)
    expect(JSON.stringify(content)).not.toContain('Ana')
  })

  it('is not released with the share of a custodian who is marked, but without', () => {
    const envelope = sealed({ identity, marks: { ...noMarks, units: ['works'] } })
    expect(() => release(envelope, ['custodian-1', 'custodian-2'])).toThrow('too_few_shares')
    expect(release(envelope, ['custodian-1', 'custodian-2', 'custodian-3'])).toEqual(identity)
  })

  it('is not taken when fewer than two custodians are without a conflict', () => {
    const out = { marks: noMarks, struck: ['custodian-1', 'custodian-2'] }
    expect(canSealIdentity(directory, out)).toBe(false)
    expect(() => sealed({ ...out, identity })).toThrow('too_few_custodians')
    expect(readsLater(sealed(out)).identityKey).toBeNull()
  })

  it('goes to nobody who is a custodian', () => {
    const envelope = sealed({ identity })
    const custodian = named('custodian-2')
    const wanting = { id: custodian.id, role: custodian.role, x: custodian.keys.x.publicKey }
    const asked = { id: envelope.id, custodian: 'custodian-1', requester: wanting, request }
    const box = boxOf(envelope.identityShares, 'custodian-1')
    expect(() => releaseIdentityShare(asked, named('custodian-1').keys.x, box, random)).toThrow(
      'not_a_requester',
    )
  })

  it('that was not given is told as such, and may be given later', () => {
    const envelope = sealed()
    expect(release(envelope, ['custodian-1', 'custodian-2'])).toBeNull()
    const key = readsLater(envelope).identityKey
    const box = key && boxIdentity(key, envelope.id, identity, random)
    expect(box).toHaveLength(envelope.identity.length)
    const later = { ...envelope, identity: box ?? envelope.identity }
    expect(release(later, ['custodian-1', 'custodian-2'])).toEqual(identity)
  })

  it('that was given is not opened by the receipt', () => {
    expect(readsLater(sealed({ identity })).identityKey).toBeNull()
  })
})

function readsLater(envelope: Envelope) {
  return openSelf(deriveReceipt(receiptBits, administration).selfKey, envelope.id, envelope.self)
}
