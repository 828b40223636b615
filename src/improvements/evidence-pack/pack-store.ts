import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { Pack, Review } from './pack.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    evidence_packs: PacksTable
    evidence_pack_reviews: {
      administration_id: string
      pack_id: string
      path: string
      title: string
      looked_at: Date | null
      looked_by: string | null
    }
  }
}

interface PacksTable {
  administration_id: string
  pack_id: string
  centre_id: string
  year: number
  state: Pack['state']
  done: number
  of_files: number
  bytes: number | null
  sha256: Buffer | null
  asked_at: Date
  asked_by: string
  made_at: Date | null
  released_at: Date | null
  released_by: string | null
}

type Ref = Pick<Pack, 'administrationId' | 'packId'>

export async function insertPack(
  tx: Tx,
  pack: Pick<Pack, 'administrationId' | 'packId' | 'centreId' | 'year' | 'askedAt' | 'askedBy'>,
): Promise<void> {
  await tx
    .insertInto('evidence_packs')
    .values({
      administration_id: pack.administrationId,
      pack_id: pack.packId,
      centre_id: pack.centreId,
      year: pack.year,
      state: 'waiting',
      done: 0,
      of_files: 0,
      bytes: null,
      sha256: null,
      asked_at: pack.askedAt,
      asked_by: pack.askedBy,
      made_at: null,
      released_at: null,
      released_by: null,
    })
    .execute()
}

export async function getPack(db: Db, { administrationId, packId }: Ref): Promise<Pack> {
  const row = await db
    .selectFrom('evidence_packs')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('pack_id', '=', packId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return packOf(row)
}

/** The newest first. */
export async function listPacks(
  db: Db,
  administrationId: string,
  centreId: string,
): Promise<Pack[]> {
  const rows = await db
    .selectFrom('evidence_packs')
    .selectAll()
    .where('administration_id', '=', administrationId)
    .where('centre_id', '=', centreId)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(packOf)
}

type Change = Partial<Omit<PacksTable, 'administration_id' | 'pack_id'>>

export async function updatePack(
  db: Db,
  { administrationId, packId }: Ref,
  change: Change,
): Promise<void> {
  await db
    .updateTable('evidence_packs')
    .set(change)
    .where('administration_id', '=', administrationId)
    .where('pack_id', '=', packId)
    .execute()
}

/** Those of an earlier try are forgotten. */
export async function replaceReviews(
  tx: Tx,
  { administrationId, packId }: Ref,
  reviews: readonly Pick<Review, 'path' | 'title'>[],
): Promise<void> {
  const own = { administration_id: administrationId, pack_id: packId }
  await tx
    .deleteFrom('evidence_pack_reviews')
    .where((is) => is.and(own))
    .execute()
  if (reviews.length === 0) return
  await tx
    .insertInto('evidence_pack_reviews')
    .values(reviews.map((one) => ({ ...own, ...one, looked_at: null, looked_by: null })))
    .execute()
}

export async function listReviews(db: Db, { administrationId, packId }: Ref): Promise<Review[]> {
  const rows = await db
    .selectFrom('evidence_pack_reviews')
    .select(['path', 'title', 'looked_at'])
    .where('administration_id', '=', administrationId)
    .where('pack_id', '=', packId)
    .orderBy('path')
    .execute()
  return rows.map(({ path, title, looked_at: lookedAt }) => ({ path, title, lookedAt }))
}

export async function updateLookedAt(
  tx: Tx,
  { administrationId, packId }: Ref,
  paths: readonly string[],
  looked: { at: Date; by: string },
): Promise<void> {
  if (paths.length === 0) return
  await tx
    .updateTable('evidence_pack_reviews')
    .set({ looked_at: looked.at, looked_by: looked.by })
    .where('administration_id', '=', administrationId)
    .where('pack_id', '=', packId)
    .where('path', 'in', [...paths])
    .where('looked_at', 'is', null)
    .execute()
}

function packOf(row: Selectable<PacksTable>): Pack {
  return {
    administrationId: row.administration_id,
    packId: row.pack_id,
    centreId: row.centre_id,
    year: row.year,
    state: row.state,
    done: row.done,
    ofFiles: row.of_files,
    bytes: row.bytes,
    sha256: row.sha256?.toString('hex') ?? null,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    releasedAt: row.released_at,
  }
}
