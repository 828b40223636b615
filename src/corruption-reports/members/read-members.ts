import { accountNames, listHolders } from '../../people/index.ts'
import type { System } from '../../system.ts'
import { findDirectory, type KnownDirectory } from '../known-directory.ts'
import { listKeyHolders } from '../member-key-store.ts'
import { inSealedTransaction } from '../sealed-store.ts'
import {
  memberRoles,
  toBase64url,
  type Member,
  type MemberRecord,
  type MemberRole,
} from '../sealing/index.ts'
import { listRecoveries, type OpenRecovery } from './actions/recover-places.ts'
import { lockDraft, type Draft } from './draft-store.ts'
import type { MembersRoom } from './room.ts'
import { listSetUps } from './set-up-store.ts'

/** `amending`: the same keys, another name or other units. */
export type KeyState = 'none' | 'waiting' | 'in_use' | 'renewing' | 'amending'

/** Somebody who holds a role of the sealed reports, or whom the directory still knows. */
export interface KeyPerson {
  accountId: string
  name: string
  role: MemberRole
  /** False: the role is over, and the directory should let them go. */
  appointed: boolean
  keys: KeyState
}

export interface MembersState {
  known: KnownDirectory | null
  draft: Draft | null
  waiting: readonly MemberRecord[]
  people: readonly KeyPerson[]
  /** Who asks the holders for what lost keys opened. */
  recoveries: readonly OpenRecovery[]
}

export async function readMembers(system: System, room: MembersRoom): Promise<MembersState> {
  const { sealed, administrationId, today } = room
  const stored = await inSealedTransaction(sealed, administrationId, async (tx) => {
    const known = await findDirectory(tx)
    return {
      known,
      draft: await lockDraft(tx),
      waiting: (await listSetUps(tx)).map(({ record }) => record),
      holders: await listKeyHolders(tx),
      recoveries: known ? await listRecoveries(tx, known.directory) : [],
    }
  })
  const { holders, ...state } = stored
  const appointed = await Promise.all(
    memberRoles.map(async (role) => {
      const ids = await listHolders(system.db, [role], { administrationId }, today)
      return ids.map((accountId) => ({ accountId, role }))
    }),
  )
  const inUse = holders.map(({ accountId, role }) => ({ accountId, role: role as MemberRole }))
  const places = [...appointed.flat(), ...inUse]
  const names = await accountNames(
    system.db,
    places.map(({ accountId }) => accountId),
  )
  const people = places
    .filter((one, at) => places.findIndex((other) => isSame(one, other)) === at)
    .map((one) => ({
      ...one,
      name: names.get(one.accountId) ?? '',
      appointed: appointed.flat().some((other) => isSame(one, other)),
      keys: keyState(
        state.waiting.find(({ id, role }) => id === one.accountId && role === one.role),
        inUse.some((other) => isSame(one, other)),
        state.known?.directory.members ?? [],
      ),
    }))
  return { ...state, people }
}

type InRole = Pick<KeyPerson, 'accountId' | 'role'>

const isSame = (one: InRole, other: InRole) =>
  one.accountId === other.accountId && one.role === other.role

function keyState(
  waiting: MemberRecord | undefined,
  inUse: boolean,
  members: readonly Member[],
): KeyState {
  if (!inUse) return waiting ? 'waiting' : 'none'
  if (!waiting) return 'in_use'
  return members.some(({ e }) => toBase64url(e) === waiting.e) ? 'amending' : 'renewing'
}
