import { sql } from 'kysely'
import type { Tx } from '../platform/database/connection.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    view_places: ViewPlaceTable
  }
}

interface ViewPlaceTable {
  administration_id: string
  view_id: string
  account_id: string
  position: number
  is_default: boolean
}

interface Whose {
  administrationId: string
  accountId: string
}

/** The person's whole order; the view with which they begin stays what it was. */
export async function writeOrder(
  tx: Tx,
  { administrationId, accountId }: Whose,
  viewIds: readonly string[],
): Promise<void> {
  await sql`insert into view_places (administration_id, view_id, account_id, position)
    select ${administrationId}, view_id, ${accountId}, position - 1
    from unnest(${viewIds}::uuid[]) with ordinality as listed (view_id, position)
    on conflict (administration_id, view_id, account_id) do update
      set position = excluded.position`.execute(tx)
}

/** Null: the person begins where everybody in their role does. */
export async function writeDefault(
  tx: Tx,
  { administrationId, accountId }: Whose,
  viewId: string | null,
): Promise<void> {
  await tx
    .updateTable('view_places')
    .set({ is_default: false })
    .where('administration_id', '=', administrationId)
    .where('account_id', '=', accountId)
    .where('is_default', '=', true)
    .execute()
  if (viewId === null) return
  await sql`insert into view_places (administration_id, view_id, account_id, position, is_default)
    values (${administrationId}, ${viewId}, ${accountId},
      (select coalesce(max(position) + 1, 0) from view_places
        where administration_id = ${administrationId} and account_id = ${accountId}), true)
    on conflict (administration_id, view_id, account_id) do update set is_default = true`.execute(
    tx,
  )
}
