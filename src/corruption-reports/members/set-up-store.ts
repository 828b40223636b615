import type { PlainDate } from '../../platform/dates.ts'
import type { SealedTx } from '../sealed-store.ts'
import type { MemberRecord } from '../sealing/index.ts'
import { boxWith, unboxWith } from '../shred/box.ts'

declare module '../sealed-tables.ts' {
  interface SealedTables {
    member_set_ups: {
      administration_id: string
      member_id: string
      record: string
      seed: Uint8Array
      made_on: PlainDate
    }
  }
}

/** Keys that wait until the directory admits them. The member's id is their account's. */
export interface SetUp {
  record: MemberRecord
  /** Locked with the member's six words. */
  seed: Uint8Array
  madeOn: PlainDate
}

const placeOf = (tx: SealedTx, memberId: string) => `set-up/${tx.administrationId}/${memberId}`

/** The latest that somebody made take the place of those that were waiting. */
export async function keepSetUp(tx: SealedTx, { record, seed, madeOn }: SetUp): Promise<void> {
  const kept = {
    record: JSON.stringify(record),
    seed: boxWith(tx.memberPepper, placeOf(tx, record.id), seed),
    made_on: madeOn,
  }
  await tx.rows
    .insertInto('member_set_ups')
    .values({ administration_id: tx.administrationId, member_id: record.id, ...kept })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'member_id']).doUpdateSet(kept),
    )
    .execute()
}

export async function listSetUps(tx: SealedTx): Promise<SetUp[]> {
  const rows = await tx.rows
    .selectFrom('member_set_ups')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .orderBy('made_on')
    .orderBy('member_id')
    .execute()
  return rows.map((row) => ({
    record: JSON.parse(row.record) as MemberRecord,
    seed: unboxWith(tx.memberPepper, placeOf(tx, row.member_id), row.seed),
    madeOn: row.made_on,
  }))
}

export async function findSetUp(tx: SealedTx, memberId: string): Promise<SetUp | null> {
  return (await listSetUps(tx)).find(({ record }) => record.id === memberId) ?? null
}

export async function deleteSetUp(tx: SealedTx, memberId: string): Promise<void> {
  await tx.rows
    .deleteFrom('member_set_ups')
    .where('administration_id', '=', tx.administrationId)
    .where('member_id', '=', memberId)
    .execute()
}
