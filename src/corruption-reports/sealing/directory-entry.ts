import { toBase64url, fromBase64url } from './base64url.ts'
import { bind } from './bind.ts'
import { sha256 } from './derive.ts'
import { type MemberKeys, sign } from './member-key.ts'

export const memberRoles = [
  'integrity_officer',
  'alternate_authority',
  'custodian',
  'recovery_holder',
] as const
export type MemberRole = (typeof memberRoles)[number]

/** Who somebody is. The id is the account's: it stays when the keys are made anew. */
export interface MemberIdentity {
  id: string
  role: MemberRole
  name: string
  /** The units that they belong to, those above included: a mark on any of them is a conflict. */
  units: readonly string[]
}

/** As it stands in an entry: binary is base64url. */
export interface MemberRecord extends MemberIdentity {
  x: string
  e: string
  proof: string
}

export interface UnsignedEntry {
  v: 1
  administration: string
  seq: number
  /** The hash of the entry before; empty in the founding one. */
  previous: string
  day: string
  admitted: readonly MemberRecord[]
  retired: readonly string[]
}

export interface EntrySignature {
  by: string
  signature: string
}

export interface DirectoryEntry extends UnsignedEntry {
  signatures: readonly EntrySignature[]
}

/** Made in the member's own browser: whoever set their name or units did not make their keys. */
export function proveMember(
  administrationId: string,
  identity: MemberIdentity,
  keys: MemberKeys,
): MemberRecord {
  const { id, role, name, units } = identity
  const [x, e] = [toBase64url(keys.x.publicKey), toBase64url(keys.e.publicKey)]
  const claim = memberBytes({ id, role, name, units, x, e })
  const proof = toBase64url(sign(keys.e, 'member', administrationId, claim))
  return { id, role, name, units, x, e, proof }
}

export function memberBytes(member: Omit<MemberRecord, 'proof'>): Uint8Array {
  const { id, role, name, units, x, e } = member
  return bind(id, role, name, bind(...units), fromBase64url(x, 32), fromBase64url(e, 32))
}

export function entryHash(entry: UnsignedEntry): Uint8Array {
  const admitted = entry.admitted.map((member) =>
    bind(memberBytes(member), fromBase64url(member.proof, 64)),
  )
  return sha256(
    bind(
      'directory',
      entry.v,
      entry.administration,
      entry.seq,
      fromBase64url(entry.previous),
      entry.day,
      bind(...admitted),
      bind(...entry.retired),
    ),
  )
}

export function signEntry(entry: UnsignedEntry, by: string, keys: MemberKeys): EntrySignature {
  return { by, signature: toBase64url(sign(keys.e, 'directory', entryHash(entry))) }
}
