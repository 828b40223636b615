import type { PlainDate } from '../platform/dates.ts'
import { boxWith, unboxWith } from './shred/box.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    member_keys: {
      administration_id: string
      member_id: string
      account_id: string
      role: string
      seed: Uint8Array
      made_on: PlainDate
    }
  }
}

/** What a member keeps with us: the seed in the box of the member's own passphrase. */
export interface MemberKey {
  memberId: string
  accountId: string
  role: string
  seed: Uint8Array
  madeOn: PlainDate
}

const placeOf = (tx: SealedTx, memberId: string) => `member/${tx.administrationId}/${memberId}`

/** False when the member has keys already. */
export async function insertMemberKey(tx: SealedTx, key: MemberKey): Promise<boolean> {
  const inserted = await tx.rows
    .insertInto('member_keys')
    .values({
      administration_id: tx.administrationId,
      member_id: key.memberId,
      account_id: key.accountId,
      role: key.role,
      seed: boxWith(tx.memberPepper, placeOf(tx, key.memberId), key.seed),
      made_on: key.madeOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

/** Somebody who left the directory, or whose new keys take the place of the old. */
export async function deleteMemberKey(tx: SealedTx, memberId: string): Promise<void> {
  await tx.rows
    .deleteFrom('member_keys')
    .where('administration_id', '=', tx.administrationId)
    .where('member_id', '=', memberId)
    .execute()
}

/** To be given out only to the account itself and only after its second factor. Newest first. */
export async function listMemberKeys(tx: SealedTx, accountId: string): Promise<MemberKey[]> {
  const rows = await tx.rows
    .selectFrom('member_keys')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('account_id', '=', accountId)
    .orderBy('made_on', 'desc')
    .orderBy('member_id')
    .execute()
  return rows.map((row) => ({
    memberId: row.member_id,
    accountId: row.account_id,
    role: row.role,
    seed: unboxWith(tx.memberPepper, placeOf(tx, row.member_id), row.seed),
    madeOn: row.made_on,
  }))
}

/** Who has keys, without them: for the overview of what is still to be set up. */
export async function listKeyHolders(tx: SealedTx): Promise<Omit<MemberKey, 'seed'>[]> {
  const rows = await tx.rows
    .selectFrom('member_keys')
    .select(['member_id', 'account_id', 'role', 'made_on'])
    .where('administration_id', '=', tx.administrationId)
    .orderBy('member_id')
    .execute()
  return rows.map((row) => ({
    memberId: row.member_id,
    accountId: row.account_id,
    role: row.role,
    madeOn: row.made_on,
  }))
}
