import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/database/connection.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sheet_series: { administration_id: string; last_number: number }
    sheet_blocks: {
      administration_id: string
      block_id: string
      centre_id: string
      kind: string | null
      languages: string[]
      first_number: number
      last_number: number
      printed_at: Date
      printed_by: string
    }
  }
}

/** Blank sheets that were printed together. */
export interface SheetBlock {
  administrationId: string
  blockId: string
  centreId: string
  /** Null: for every kind. */
  kind: string | null
  languages: readonly string[]
  firstNumber: number
  lastNumber: number
  printedAt: Date
  printedBy: string
}

/** The first of so many numbers that nobody else gets; the row stays held until the transaction ends. */
export async function reserveNumbers(
  tx: Tx,
  administrationId: string,
  count: number,
): Promise<number> {
  const { last_number } = await tx
    .insertInto('sheet_series')
    .values({ administration_id: administrationId, last_number: count })
    .onConflict((conflict) =>
      conflict.column('administration_id').doUpdateSet({
        last_number: sql<number>`sheet_series.last_number + excluded.last_number`,
      }),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number - count + 1
}

export async function insertBlock(tx: Tx, block: SheetBlock): Promise<void> {
  await tx
    .insertInto('sheet_blocks')
    .values({
      administration_id: block.administrationId,
      block_id: block.blockId,
      centre_id: block.centreId,
      kind: block.kind,
      languages: [...block.languages],
      first_number: block.firstNumber,
      last_number: block.lastNumber,
      printed_at: block.printedAt,
      printed_by: block.printedBy,
    })
    .execute()
}

/** The newest first, of some centres. */
export async function listBlocks(
  db: Db,
  administrationId: string,
  centreIds: readonly string[],
  limit: number,
): Promise<SheetBlock[]> {
  if (centreIds.length === 0) return []
  const rows = await blocks(db, administrationId)
    .where('centre_id', 'in', centreIds)
    .orderBy('first_number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(blockFromRow)
}

export async function findBlock(
  db: Db,
  administrationId: string,
  blockId: string,
): Promise<SheetBlock | null> {
  const row = await blocks(db, administrationId).where('block_id', '=', blockId).executeTakeFirst()
  return row ? blockFromRow(row) : null
}

function blocks(db: Db, administrationId: string) {
  return db.selectFrom('sheet_blocks').selectAll().where('administration_id', '=', administrationId)
}

function blockFromRow(
  row: Awaited<ReturnType<ReturnType<typeof blocks>['executeTakeFirstOrThrow']>>,
): SheetBlock {
  return {
    administrationId: row.administration_id,
    blockId: row.block_id,
    centreId: row.centre_id,
    kind: row.kind,
    languages: row.languages,
    firstNumber: row.first_number,
    lastNumber: row.last_number,
    printedAt: row.printed_at,
    printedBy: row.printed_by,
  }
}
