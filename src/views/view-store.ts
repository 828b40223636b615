import { sql, type Selectable } from 'kysely'
import type { Db, Tx } from '../platform/database/connection.ts'
import { NotFound } from '../platform/errors.ts'
import type { Finder } from './view-policy.ts'
import type { PlacedView, Readers, SavedView } from './saved-view.ts'

declare module '../platform/database/tables.ts' {
  interface Tables {
    saved_views: SavedViewTable
  }
}

interface SavedViewTable {
  administration_id: string
  view_id: string
  owner_id: string
  name: string
  trail: string
  audience: Readers['audience']
  centre_id: string | null
  unit_id: string | null
  version: number
  created_at: Date
}

/** All that somebody finds above their list, in their own order. */
export async function listViewsFor(db: Db, finder: Finder, most: number): Promise<PlacedView[]> {
  const { administrationId, accountId, centreIds, unitIds } = finder
  const { rows } = await sql<Selectable<SavedViewTable> & { is_default: boolean }>`
    select saved_views.*, coalesce(view_places.is_default, false) as is_default
    from saved_views left join view_places on view_places.account_id = ${accountId}
      and view_places.administration_id = saved_views.administration_id
      and view_places.view_id = saved_views.view_id
    where saved_views.administration_id = ${administrationId} and (owner_id = ${accountId}
      or audience = 'administration' or centre_id = any(${centreIds}::uuid[])
      or unit_id = any(${unitIds}::uuid[]))
    order by view_places.position nulls last, created_at, name desc, saved_views.view_id
    limit ${most}`.execute(db)
  return rows.map((row) => ({ ...toView(row), isDefault: row.is_default }))
}

/** Whatever is shared in an administration, for whoever puts it in order. */
export async function listSharedViews(db: Db, administrationId: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('audience', '<>', 'own')
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map(toView)
}

export async function findView(
  db: Db,
  administrationId: string,
  viewId: string,
): Promise<SavedView | null> {
  const row = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('view_id', '=', viewId)
    .executeTakeFirst()
  return row ? toView(row) : null
}

export async function countOwnViews(
  tx: Tx,
  administrationId: string,
  ownerId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom('saved_views')
    .select((on) => on.fn.countAll<number>().as('count'))
    .where('administration_id', '=', administrationId)
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow()
  return count
}

/** False: its owner has another of that name. */
export async function insertView(
  tx: Tx,
  administrationId: string,
  view: Omit<SavedView, 'version'>,
  now: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('saved_views')
    .values({
      administration_id: administrationId,
      view_id: view.viewId,
      owner_id: view.ownerId,
      name: view.name,
      trail: view.trail,
      ...columnsOf(view.readers),
      version: 1,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['administration_id', 'owner_id', 'name']).doNothing(),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Held until the transaction ends. */
export async function lockView(
  tx: Tx,
  administrationId: string,
  viewId: string,
): Promise<SavedView> {
  const row = await tx
    .selectFrom('saved_views')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('view_id', '=', viewId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return toView(row)
}

export async function hasOther(
  tx: Tx,
  administrationId: string,
  { ownerId, viewId, name }: Pick<SavedView, 'ownerId' | 'viewId' | 'name'>,
): Promise<boolean> {
  const other = await tx
    .selectFrom('saved_views')
    .select('view_id')
    .where('administration_id', '=', administrationId)
    .where('owner_id', '=', ownerId)
    .where('name', '=', name)
    .where('view_id', '<>', viewId)
    .executeTakeFirst()
  return other !== undefined
}

export async function updateView(
  tx: Tx,
  administrationId: string,
  { viewId, name, readers, version }: Pick<SavedView, 'viewId' | 'name' | 'readers' | 'version'>,
): Promise<void> {
  await tx
    .updateTable('saved_views')
    .set({ name, ...columnsOf(readers), version: version + 1 })
    .where('administration_id', '=', administrationId)
    .where('view_id', '=', viewId)
    .execute()
}

export async function deleteView(tx: Tx, administrationId: string, viewId: string): Promise<void> {
  await tx
    .deleteFrom('saved_views')
    .where('administration_id', '=', administrationId)
    .where('view_id', '=', viewId)
    .execute()
}

function columnsOf({ audience, centreId, unitId }: Readers) {
  return { audience, centre_id: centreId, unit_id: unitId }
}

function toView(row: Selectable<SavedViewTable>): SavedView {
  return {
    viewId: row.view_id,
    ownerId: row.owner_id,
    name: row.name,
    trail: row.trail,
    readers: readersOf(row),
    version: row.version,
  }
}

/** The table's checks keep place and audience together. */
function readersOf({ audience, centre_id, unit_id }: Selectable<SavedViewTable>): Readers {
  if (audience === 'centre' && centre_id) return { audience, centreId: centre_id, unitId: null }
  if (audience === 'unit' && unit_id) return { audience, centreId: null, unitId: unit_id }
  return { audience: audience === 'administration' ? audience : 'own', centreId: null, unitId: null }
}
