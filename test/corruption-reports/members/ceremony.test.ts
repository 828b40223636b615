import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBookRules } from '../../../src/administrations/index.ts'
import { findDirectory } from '../../../src/corruption-reports/known-directory.ts'
import { readMembers } from '../../../src/corruption-reports/members/read-members.ts'
import { listMemberKeys } from '../../../src/corruption-reports/member-key-store.ts'
import { amendEntry } from '../../../src/corruption-reports/members/actions/amend-entry.ts'
import { draftFounding } from '../../../src/corruption-reports/members/actions/draft-founding.ts'
import { keepKeys } from '../../../src/corruption-reports/members/actions/keep-keys.ts'
import { proposeChange } from '../../../src/corruption-reports/members/actions/propose-change.ts'
import {
  discardDraft,
  signDraft,
} from '../../../src/corruption-reports/members/actions/sign-draft.ts'
import { lockDraft } from '../../../src/corruption-reports/members/draft-store.ts'
import type { MembersRoom } from '../../../src/corruption-reports/members/room.ts'
import { requireSealed } from '../../../src/corruption-reports/sealed-database.ts'
import { inSealedTransaction } from '../../../src/corruption-reports/sealed-store.ts'
import {
  entryHash,
  nextEntry,
  signEntry,
  toBase64url,
  type MemberIdentity,
  type MemberRole,
  proveMember,
} from '../../../src/corruption-reports/sealing/index.ts'
import { listHolders } from '../../../src/people/index.ts'
import { nextNoticeTime } from '../../../src/corruption-reports/notice-hours.ts'
import { listNotices } from '../../support/list-notices.ts'
import { openDemoBook } from '../../support/demo-book.ts'
import type { TestSystem } from '../../support/test-system.ts'
import { makeMember, roomOf, type MadeMember } from './made-member.ts'

let test: TestSystem
let room: MembersRoom
const made = new Map<string, MadeMember>()

beforeAll(async () => {
  test = await openDemoBook()
  const now = test.system.clock()
  const rules = await getBookRules(test.system, 'demo', now)
  const { administrationId, slug } = rules.administration
  const nobody = { accountId: randomUUID(), name: '', email: '', language: 'es', grants: [] }
  room = {
    sealed: requireSealed(test.system),
    rules,
    administrationId,
    slug,
    today: '2026-03-02',
    now,
    staff: { ...nobody, workplaces: [] },
    identity: null,
  }
})
afterAll(() => test.close())

const as = (identity: MemberIdentity) => roomOf(room, identity)

async function appointed(role: MemberRole): Promise<MemberIdentity[]> {
  const { administrationId, today } = room
  const ids = await listHolders(test.system.db, [role], { administrationId }, today)
  return ids.map((id) => ({ id, role, name: `Persona ${id.slice(0, 4)}`, units: [] }))
}

async function makeKeys(identity: MemberIdentity): Promise<MadeMember> {
  const member = makeMember(room.administrationId, identity)
  made.set(identity.id, member)
  await keepKeys(as(identity), member)
  return member
}

const directory = async () =>
  (await inSealedTransaction(room.sealed, room.administrationId, findDirectory))?.directory ?? null

async function sign(identity: MemberIdentity, by: MadeMember | undefined = made.get(identity.id)) {
  const draft = await inSealedTransaction(room.sealed, room.administrationId, lockDraft)
  const entry = draft!.entry
  const hash = toBase64url(entryHash(entry))
  const { signature } = signEntry(entry, identity.id, by!.keys)
  return signDraft(test.system, as(identity), { hash, signature })
}

async function propose(by: MemberIdentity, change: { admit: string[]; retire: string[] }) {
  const admitted = change.admit.map((id) => made.get(id)!.record)
  const entry = nextEntry((await directory())!, {
    day: room.today,
    admitted,
    retired: change.retire,
  })
  const { signature } = signEntry(entry, by.id, made.get(by.id)!.keys)
  await proposeChange(as(by), { ...change, signature })
}

describe('The founding of a directory of keys', () => {
  it('takes nobody’s keys for somebody else, nor with another role or unit', async () => {
    const [officer, other] = await appointed('integrity_officer')
    const member = makeMember(room.administrationId, officer!)
    await expect(keepKeys(as(other!), member)).rejects.toThrow('Invalid')
    const changed = { ...member, record: { ...member.record, units: ['agua'] } }
    await expect(keepKeys(as(officer!), changed)).rejects.toThrow('Invalid')
    const { proof } = makeMember(room.administrationId, officer!).record
    const forged = { ...member, record: { ...member.record, proof } }
    await expect(keepKeys(as(officer!), forged)).rejects.toThrow('Invalid')
  })

  it('waits until three holders, three custodians, an officer and the alternate have keys', async () => {
    const [holder] = await appointed('recovery_holder')
    for (const role of ['integrity_officer', 'custodian', 'alternate_authority'] as const) {
      for (const identity of await appointed(role)) await makeKeys(identity)
    }
    await makeKeys(holder!)
    await expect(draftFounding(as(holder!))).rejects.toThrow('WrongState')
  })

  it('is the holders’ to prepare, and stands once every one of them has signed', async () => {
    const holders = await appointed('recovery_holder')
    for (const identity of holders.slice(1)) await makeKeys(identity)
    const [officer] = await appointed('integrity_officer')
    await expect(draftFounding(as(officer!))).rejects.toThrow('NotAllowed')
    await draftFounding(as(holders[0]!))
    await expect(sign(officer!)).rejects.toThrow('NotAllowed')
    await expect(sign(holders[0]!, made.get(holders[1]!.id))).rejects.toThrow('Invalid')
    expect(await sign(holders[0]!)).toBe('waiting')
    expect(await sign(holders[1]!)).toBe('waiting')
    expect(await sign(holders[1]!)).toBe('waiting')
    expect(await directory()).toBeNull()
    expect(await sign(holders[2]!)).toBe('entered')
    expect((await directory())?.members).toHaveLength(10)
  })

  it('gives every member their keys to unlock, and tells all the others', async () => {
    const { sealed, administrationId } = room
    for (const [id, { seed }] of made) {
      const keys = await inSealedTransaction(sealed, administrationId, (tx) =>
        listMemberKeys(tx, id),
      )
      expect(keys.map((key) => Buffer.from(key.seed).equals(seed))).toEqual([true])
    }
    const notices = await listNotices(test.system.db)
    const told = notices.filter(({ template }) => template === 'member_keys_changed')
    expect(told).toHaveLength(9)
    // the clock of this test stands elsewhere: nothing tells when the last one signed
    const times = new Set(told.map((one) => [one.queued_at, one.next_attempt_at].join()))
    const at = nextNoticeTime(room.now, { timeZone: room.rules.administration.timeZone })
    expect([...times]).toEqual([[at, at].join()])
    expect(told.map(({ details }) => details)).toEqual(Array.from({ length: 9 }, () => ({})))
  })
})

describe('A later entry', () => {
  it('is proposed by one and signed by a second; new keys take the place of the old', async () => {
    const [officer, second, third] = await appointed('integrity_officer')
    const before = (await directory())!
    const old = made.get(officer!.id)!
    await makeKeys(officer!)
    await propose(second!, { admit: [officer!.id], retire: [officer!.id] })
    // whoever it admits does not vouch for themselves
    await expect(sign(officer!, old)).rejects.toThrow('NotAllowed')
    expect(await sign(second!)).toBe('waiting')
    expect(await sign(third!)).toBe('entered')
    const after = (await directory())!
    expect(after.fingerprint).toBe(before.fingerprint)
    const keyOf = (list: typeof after) => list.members.find(({ id }) => id === officer!.id)?.e
    expect(keyOf(after)).not.toEqual(keyOf(before))
    expect(toBase64url(keyOf(after)!)).toBe(made.get(officer!.id)!.record.e)
  })

  it('says another name and other units of somebody, with the keys that they have', async () => {
    const [officer, second, third] = await appointed('integrity_officer')
    const { administrationId } = room
    const { keys } = made.get(officer!.id)!
    const today = { ...officer!, name: 'Nombre de casada', units: ['obras'] }
    const unchanged = proveMember(administrationId, officer!, keys)
    await expect(amendEntry(as(officer!), unchanged)).rejects.toThrow('WrongState')
    const record = proveMember(administrationId, today, keys)
    await expect(amendEntry(as(officer!), record)).rejects.toThrow('Invalid')
    const other = makeMember(administrationId, today).record
    await expect(amendEntry(as(today), other)).rejects.toThrow('Invalid')

    const seedOf = () =>
      inSealedTransaction(room.sealed, administrationId, (tx) => listMemberKeys(tx, today.id))
    const before = await seedOf()
    await amendEntry(as(today), record)
    const state = await readMembers(test.system, as(today))
    expect(state.people.find(({ accountId }) => accountId === today.id)?.keys).toBe('amending')
    made.set(today.id, { ...made.get(today.id)!, record })
    await propose(second!, { admit: [today.id], retire: [today.id] })
    expect(await sign(third!)).toBe('entered')
    const found = (await directory())!.members.find(({ id }) => id === today.id)
    expect(found).toMatchObject({ name: 'Nombre de casada', units: ['obras'] })
    expect(toBase64url(found!.e)).toBe(record.e)
    expect(await seedOf()).toEqual(before)
  })

  it('is not a custodian’s to propose', async () => {
    const [custodian] = await appointed('custodian')
    const [officer] = await appointed('integrity_officer')
    await expect(propose(custodian!, { admit: [], retire: [officer!.id] })).rejects.toThrow(
      'NotAllowed',
    )
  })

  it('can be withdrawn, and falls when its keys are made anew', async () => {
    const [, second] = await appointed('integrity_officer')
    const [custodian] = await appointed('custodian')
    await makeKeys(custodian!)
    await propose(second!, { admit: [custodian!.id], retire: [custodian!.id] })
    await makeKeys(custodian!)
    const draft = () => inSealedTransaction(room.sealed, room.administrationId, lockDraft)
    expect(await draft()).toBeNull()
    await propose(second!, { admit: [custodian!.id], retire: [custodian!.id] })
    await expect(discardDraft(as(custodian!))).rejects.toThrow('NotAllowed')
    await discardDraft(as(second!))
    expect(await draft()).toBeNull()
  })

  it('lets somebody go, who has nothing to unlock any more', async () => {
    const [holder] = await appointed('recovery_holder')
    const [, second, third] = await appointed('integrity_officer')
    await propose(second!, { admit: [], retire: [third!.id] })
    expect(await sign(holder!)).toBe('entered')
    expect((await directory())?.members.map(({ id }) => id)).not.toContain(third!.id)
    const { sealed, administrationId } = room
    expect(
      await inSealedTransaction(sealed, administrationId, (tx) => listMemberKeys(tx, third!.id)),
    ).toEqual([])
  })
})
