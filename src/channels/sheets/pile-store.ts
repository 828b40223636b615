import type { Db, Tx } from '../../platform/database/connection.ts'
import type { PlainDate } from '../../platform/dates.ts'

declare module '../../platform/database/tables.ts' {
  interface Tables {
    sheet_piles: {
      administration_id: string
      pile_id: string
      centre_id: string
      received_on: string
      due_on: string | null
      recorded_at: Date
      recorded_by: string
    }
    piled_sheets: {
      administration_id: string
      sheet_number: string
      pile_id: string
      position: number
      loaded_at: Date | null
    }
    pile_alerts: { administration_id: string; pile_id: string; level: number; raised_at: Date }
  }
}

/** Written sheets that arrived together. */
export interface Pile {
  administrationId: string
  pileId: string
  centreId: string
  receivedOn: PlainDate
  /** By when all are to be in the book. */
  dueOn: PlainDate | null
  recordedAt: Date
  recordedBy: string
}

/** A sheet that nobody has seen in the book yet. */
export interface WaitingSheet extends Pile {
  sheetNumber: string
}

export async function insertPile(
  tx: Tx,
  pile: Pile,
  sheetNumbers: readonly string[],
): Promise<void> {
  await tx
    .insertInto('sheet_piles')
    .values({
      administration_id: pile.administrationId,
      pile_id: pile.pileId,
      centre_id: pile.centreId,
      received_on: pile.receivedOn,
      due_on: pile.dueOn,
      recorded_at: pile.recordedAt,
      recorded_by: pile.recordedBy,
    })
    .execute()
  await tx
    .insertInto('piled_sheets')
    .values(
      sheetNumbers.map((number, index) => ({
        administration_id: pile.administrationId,
        sheet_number: number,
        pile_id: pile.pileId,
        position: index + 1,
        loaded_at: null,
      })),
    )
    .execute()
}

/** By pile and place in it, the most urgent pile first. */
export async function listWaiting(db: Db, administrationId: string): Promise<WaitingSheet[]> {
  const rows = await waiting(db)
    .where('sheet.administration_id', '=', administrationId)
    .orderBy('pile.due_on')
    .orderBy('pile.recorded_at')
    .orderBy('sheet.pile_id')
    .orderBy('sheet.position')
    .execute()
  return rows.map((row) => ({
    administrationId: row.administration_id,
    pileId: row.pile_id,
    centreId: row.centre_id,
    receivedOn: row.received_on,
    dueOn: row.due_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    sheetNumber: row.sheet_number,
  }))
}

/** The sheet that lies under this one in its pile. */
export async function findNextInPile(
  db: Db,
  administrationId: string,
  sheetNumber: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('piled_sheets as one')
    .innerJoin('piled_sheets as next', (on) =>
      on
        .onRef('next.administration_id', '=', 'one.administration_id')
        .onRef('next.pile_id', '=', 'one.pile_id')
        .onRef('next.position', '>', 'one.position'),
    )
    .select('next.sheet_number')
    .where('one.administration_id', '=', administrationId)
    .where('one.sheet_number', '=', sheetNumber)
    .orderBy('next.position')
    .limit(1)
    .executeTakeFirst()
  return row?.sheet_number ?? null
}

export async function listAdministrationsWithPiles(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('piled_sheets')
    .select('administration_id')
    .where('loaded_at', 'is', null)
    .distinct()
    .execute()
  return rows.map((row) => row.administration_id)
}

export async function updateLoaded(
  tx: Tx,
  administrationId: string,
  sheetNumbers: readonly string[],
  now: Date,
): Promise<void> {
  if (sheetNumbers.length === 0) return
  await tx
    .updateTable('piled_sheets')
    .set({ loaded_at: now })
    .where('administration_id', '=', administrationId)
    .where('sheet_number', 'in', sheetNumbers)
    .execute()
}

/** False when this level was told before. */
export async function insertPileAlert(
  tx: Tx,
  { administrationId, pileId }: Pick<Pile, 'administrationId' | 'pileId'>,
  level: number,
  now: Date,
): Promise<boolean> {
  const row = await tx
    .insertInto('pile_alerts')
    .values({ administration_id: administrationId, pile_id: pileId, level, raised_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('level')
    .executeTakeFirst()
  return row !== undefined
}

function waiting(db: Db) {
  return db
    .selectFrom('piled_sheets as sheet')
    .innerJoin('sheet_piles as pile', (on) =>
      on
        .onRef('pile.administration_id', '=', 'sheet.administration_id')
        .onRef('pile.pile_id', '=', 'sheet.pile_id'),
    )
    .select([
      'sheet.administration_id',
      'sheet.pile_id',
      'sheet.sheet_number',
      'pile.centre_id',
      'pile.received_on',
      'pile.due_on',
      'pile.recorded_at',
      'pile.recorded_by',
    ])
    .where('sheet.loaded_at', 'is', null)
}
