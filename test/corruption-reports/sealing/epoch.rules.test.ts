import { describe, expect, it } from '@jest/globals'
import {
  alarmsOf,
  deriveReceipt,
  newEpoch,
  nextEntry,
  openEpochNotice,
  openRecoveredShare,
  openReport,
  recoverReport,
  releaseRecoveryShare,
  signAct,
  verifyAct,
  verifyDirectory,
  wrapForReader,
} from '../../../src/corruption-reports/sealing/index.ts'
import { boxOf, openAs, opened, readersOf, receiptBits, sealed, told } from './filing.ts'
import {
  administration,
  countingRandom,
  directory,
  founders,
  founding,
  named,
  noMarks,
  person,
  signed,
} from './people.ts'

const random = countingRandom(41)
const envelope = sealed()
const before = opened(envelope, 'officer-2')
const officer = { id: 'officer-2', keys: named('officer-2').keys }
const out = { marks: { ...noMarks, members: ['officer-1'] }, struck: [] }
const next = newEpoch(before, { directory, out, officer }, countingRandom(31))
const { mailbox } = deriveReceipt(receiptBits, administration)
const at = { id: envelope.id, epoch: 2 }

describe('a conflict that is found later', () => {
  it('begins an epoch that the one in conflict does not read', () => {
    expect(readersOf(next.sealed)).toEqual(['officer-2'])
    expect(openAs(named('officer-2'), next.sealed)?.content.told).toEqual(told)
    expect(next.sealed.epoch).toBe(2)
  })

  it('leaves nothing of the epoch before that would open the new one', () => {
    const old = signAct(opened(envelope).keys, { ...act, epoch: 2 })
    expect(verifyAct(next.sealed.actionKey, { ...act, epoch: 2 }, old)).toBe(false)
    const report = openAs(named('officer-2'), next.sealed)
    expect(report?.dialogueKey).not.toEqual(before.dialogueKey)
    expect(report?.keys.c).not.toEqual(before.keys.c)
  })

  it('raises no alarm, since the marks that explain it stand in the content', () => {
    const report = openAs(named('officer-2'), next.sealed)
    const members = next.sealed.slots.map(({ member }) => member)
    expect(report && alarmsOf(report, next.sealed, members, directory)).toEqual([])
  })

  it('reaches the reporter, who learns who began it', () => {
    const read = openEpochNotice(at, next.notice, { mailbox, directory })
    const report = openAs(named('officer-2'), next.sealed)
    expect(read.dialogueKey).toEqual(report?.dialogueKey)
    expect(read.contentKey).toEqual(next.sealed.contentKey)
    expect(read.by.id).toBe('officer-2')
  })

  it.each([
    ['of another report', { ...at, id: new Uint8Array(16) }, next.notice],
    ['of another epoch', { ...at, epoch: 3 }, next.notice],
    ['signed in the name of another', at, { ...next.notice, by: 'officer-1' }],
    ['signed by nobody of the directory', at, { ...next.notice, by: 'somebody' }],
    ['with another box', at, { ...next.notice, box: next.notice.box.map((byte) => byte ^ 1) }],
  ])('does not reach the reporter by a notice %s', (_, where, notice) => {
    expect(() => openEpochNotice(where, notice, { mailbox, directory })).toThrow('unknown_signer')
  })

  it('does not reach who has another receipt', () => {
    const other = deriveReceipt(new Uint8Array(13), administration).mailbox
    expect(() => openEpochNotice(at, next.notice, { mailbox: other, directory })).toThrow(
      'tampered',
    )
  })

  it('is not announced by a custodian or a holder', () => {
    const { keys } = named('custodian-1')
    const forged = newEpoch(
      before,
      { directory, out, officer: { id: 'custodian-1', keys } },
      countingRandom(32),
    )
    expect(() => openEpochNotice(at, forged.notice, { mailbox, directory })).toThrow(
      'unknown_signer',
    )
  })
})

describe('a new officer', () => {
  it('is given the key by no new epoch, until a reader has wrapped it', () => {
    const epochFor = (readers?: readonly string[]) =>
      newEpoch(before, { directory: grown, out, officer, ...(readers && { readers }) }, random)
    const all = [...founders, newcomer]
    expect(readersOf(epochFor().sealed, all)).toEqual(['officer-2'])
    expect(readersOf(epochFor(['officer-2', 'officer-3']).sealed, all)).toEqual([
      'officer-2',
      'officer-3',
    ])
  })

  it('does not read in the place of the alternate authority when all who read are in conflict', () => {
    const nobody = { marks: noMarks, struck: ['officer-1', 'officer-2'] }
    const { sealed: last } = newEpoch(before, { directory: grown, out: nobody, officer }, random)
    expect(readersOf(last, [...founders, newcomer])).toEqual(['alternate'])
    const report = openAs(named('alternate'), last)
    const members = last.slots.map(({ member }) => member)
    expect(report && alarmsOf(report, last, members, grown)).toEqual([])
  })

  it.each([
    ['new keys', 3],
    ['the same keys', 1],
  ])('who was of the unit that is marked gets no key after leaving it, with %s', (_, seed) => {
    const moved = person('officer-1', 'integrity_officer', ['archive'], seed)
    const move = nextEntry(directory, {
      day: '2026-05-01',
      admitted: [moved.record],
      retired: ['officer-1'],
    })
    const entries = [founding, signed(move, [named('officer-2'), named('holder-1')])]
    const since = verifyDirectory(entries, administration)
    const report = opened(sealed({ marks: { ...noMarks, units: ['works'] } }), 'officer-2')
    expect(() => wrapForReader([report], since, 'officer-1', random)).toThrow('conflict')
    const { marks } = report.content
    const next = newEpoch(
      report,
      {
        directory: since,
        out: { marks, struck: [] },
        officer,
        readers: ['officer-1', 'officer-2'],
      },
      random,
    )
    expect(readersOf(next.sealed, [moved, named('officer-2')])).toEqual(['officer-2'])
  })

  const newcomer = person('officer-3', 'integrity_officer', ['licences'])
  const entry = nextEntry(directory, {
    day: '2026-05-01',
    admitted: [newcomer.record],
    retired: [],
  })
  const grown = verifyDirectory(
    [founding, signed(entry, [named('officer-1'), named('officer-2')])],
    administration,
  )

  it('reads an old report when a reader wraps its key', () => {
    const [wrap] = wrapForReader([opened(envelope)], grown, 'officer-3', countingRandom(1))
    const box = wrap?.box ?? new Uint8Array()
    const x = newcomer.keys.x
    expect(openReport(envelope, box, { id: 'officer-3', x })?.content.told).toEqual(told)
    expect(openReport(envelope, box, { id: 'officer-1', x: named('officer-1').keys.x })).toBeNull()
  })

  it('reads every epoch that the one who wraps can read', () => {
    const after = openAs(named('officer-2'), next.sealed)
    const wraps = wrapForReader(after ? [before, after] : [], grown, 'officer-3', countingRandom(2))
    const reader = { id: 'officer-3', x: newcomer.keys.x }
    const read = wraps.map(({ epoch, box }) =>
      openReport(epoch === 1 ? envelope : next.sealed, box, reader),
    )
    expect(read.map((report) => report?.epoch)).toEqual([1, 2])
    expect(read.map((report) => report?.content.told)).toEqual([told, told])
  })

  it('gets no epoch when a later one marks them', () => {
    const late = { marks: { ...noMarks, units: ['licences'] }, struck: ['officer-2'] }
    const last = newEpoch(before, { directory: grown, out: late, officer }, random)
    const after = openAs(named('officer-1'), last.sealed)
    const epochs = after ? [opened(envelope), after] : []
    expect(() => wrapForReader(epochs, grown, 'officer-3', random)).toThrow('conflict')
  })

  it('gets back from two holders, with new keys, what the wrap gave', () => {
    const [wrap] = wrapForReader([opened(envelope)], grown, 'officer-3', countingRandom(3))
    const again = person('officer-3', 'integrity_officer', [], 77)
    const change = nextEntry(grown, {
      day: '2026-06-01',
      admitted: [again.record],
      retired: ['officer-3'],
    })
    const signers = [named('holder-1'), named('holder-2')]
    const entries = [founding, signed(entry, [named('officer-1'), named('officer-2')])]
    const later = verifyDirectory([...entries, signed(change, signers)], administration)
    const shareOf = (holder: string) => {
      const request = { id: envelope.id, epoch: 1, holder, owner: 'officer-3' }
      const holding = { keys: named(holder).keys.x, directory: later }
      const recovery = { box: boxOf(wrap?.recovery ?? [], holder), owners: ['officer-3'] }
      const given = releaseRecoveryShare(request, holding, recovery, random)
      return openRecoveredShare(request, again.keys.x, given)
    }
    const shares = ['holder-1', 'holder-3'].map(shareOf)
    expect(recoverReport(envelope, shares).content.told).toEqual(told)
    expect(() => recoverReport(envelope, shares.slice(1))).toThrow('too_few_shares')
  })

  it('gets no key when the report marks them or their unit', () => {
    const marked = sealed({ marks: { ...noMarks, units: ['licences'] } })
    const wrap = () => wrapForReader([opened(marked)], grown, 'officer-3', countingRandom(1))
    expect(wrap).toThrow('conflict')
  })

  it.each(['custodian-1', 'holder-1', 'somebody'])('is not %s', (id) => {
    const wrap = () => wrapForReader([opened(envelope)], grown, id, countingRandom(1))
    expect(wrap).toThrow('not_a_reader')
  })
})

const act = { action: 'admit', id: envelope.id, epoch: 1, seq: 1, body: new Uint8Array(0) }
