import { randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { getBookRules, type BookRules } from '../../../administrations/index.ts'
import { giveSecondFactor, listContacts, listHolders, type Contact } from '../../../people/index.ts'
import { inTransaction } from '../../../platform/database/connection.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { findDirectory } from '../../known-directory.ts'
import { inSealedTransaction } from '../../sealed-store.ts'
import {
  foundingEntry,
  memberKeysOf,
  memberRoles,
  newSeed,
  passphraseOf,
  proveMember,
  signEntry,
  type MemberIdentity,
  type MemberKeys,
  type MemberRecord,
} from '../../sealing/index.ts'
import { lockSeed, type Stretch } from '../../sealing/seed-lock.ts'
import { signersOf } from '../ceremony-rules.ts'
import { demoSecondFactor, demoWords } from '../demo-secrets.ts'
import { insertDraft, type Draft } from '../draft-store.ts'
import { identityOf } from '../member-identity.ts'
import { keepSetUp } from '../set-up-store.ts'
import { takeSignature } from '../take-signature.ts'

type Ground = Pick<System, 'db' | 'sealed' | 'secrets' | 'config'>

interface DemoMember {
  contact: Contact
  record: MemberRecord
  keys: MemberKeys
  seed: Uint8Array
}

/** Everybody of the demonstration who holds a key has it, with words and codes that everybody knows. */
export async function foundDemo(system: Ground, slug: string, now: Date): Promise<void> {
  const { sealed, config, db } = system
  if (config.environment === 'production') throw new Error('The demonstration has no place here')
  if (!sealed.open) return
  const rules = await getBookRules({ db }, slug, now)
  const { administrationId, timeZone } = rules.administration
  if (await inSealedTransaction(sealed, administrationId, findDirectory)) return
  const day = localDate(now, timeZone)
  const members = await makeMembers(system, rules, day)
  const admitted = members.map(({ record }) => record)
  const entry = foundingEntry({ administration: administrationId, day, admitted })
  const [first] = members
  if (!first) return
  await inTransaction(db, async (tx) => {
    for (const { contact } of members) {
      await giveSecondFactor(tx, system, contact.accountId, demoSecondFactor(contact.email), now)
    }
  })
  await inSealedTransaction(sealed, administrationId, async (tx) => {
    for (const { record, seed } of members) await keepSetUp(tx, { record, seed, madeOn: day })
    let draft: Draft = { entry, signatures: [], draftedBy: first.record.id, draftedOn: day }
    await insertDraft(tx, draft)
    for (const { id } of signersOf(entry, null)) {
      const signer = members.find(({ record }) => record.id === id)
      if (!signer) throw new Error('Nobody signs who is not admitted')
      const signature = signEntry(entry, id, signer.keys)
      await takeSignature(tx, draft, null, signature)
      draft = { ...draft, signatures: [...draft.signatures, signature] }
    }
  })
}

/** Several at once: stretching the words takes a second of one processor, and there are ten of them. */
async function makeMembers(
  { db }: Pick<Ground, 'db'>,
  rules: BookRules,
  day: PlainDate,
): Promise<DemoMember[]> {
  const { administrationId } = rules.administration
  const made: Promise<DemoMember>[] = []
  for (const role of memberRoles) {
    const ids = await listHolders(db, [role], { administrationId }, day)
    for (const contact of await listContacts(db, ids)) {
      const identity = identityOf({ ...contact, roles: [role], unitIds: [] }, rules)
      if (identity) made.push(makeMember(administrationId, contact, identity))
    }
  }
  return Promise.all(made)
}

async function makeMember(
  administrationId: string,
  contact: Contact,
  identity: MemberIdentity,
): Promise<DemoMember> {
  const seed = newSeed(randomBytes)
  const keys = memberKeysOf(seed)
  const passphrase = passphraseOf(demoWords(contact.email))
  const secret = { seed, passphrase, memberId: identity.id }
  return {
    contact,
    keys,
    record: proveMember(administrationId, identity, keys),
    seed: await lockSeed(secret, randomBytes, undefined, stretch),
  }
}

const argon2id = 2

/** What a browser does in WebAssembly. */
const stretch: Stretch = (passphrase, salt, { memoryKiB, passes }) =>
  hashRaw(passphrase, {
    algorithm: argon2id,
    salt,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: 1,
    outputLen: 32,
  })
