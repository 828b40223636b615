import { placeIn, type Report } from './report-store.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    messages: {
      administration_id: string
      report_id: Uint8Array
      seq: number
      epoch: number
      direction: Direction
      blob: Uint8Array
      day: PlainDate
      by_account: string | null
      signature: Uint8Array | null
    }
  }
}

export type Direction = 'from_reporter' | 'to_reporter'

export interface Message {
  /** Counts both directions together, from 1: the sender bound it to the message. */
  seq: number
  epoch: number
  direction: Direction
  blob: Uint8Array
  day: PlainDate
  /** Who of the office wrote it, and the signature with the epoch's key. */
  byAccount: string | null
  signature: Uint8Array | null
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

/** False when another message has this number: the sender reads it first and binds to it. */
export async function insertMessage(
  tx: SealedTx,
  report: Boxed,
  message: Message,
): Promise<boolean> {
  const inserted = await tx.rows
    .insertInto('messages')
    .values({
      administration_id: tx.administrationId,
      report_id: report.reportId,
      seq: message.seq,
      epoch: message.epoch,
      direction: message.direction,
      blob: tx.ring.box(report.shredSlot, placeOf(report, message.seq), message.blob),
      day: message.day,
      by_account: message.byAccount,
      signature: message.signature,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

const placeOf = ({ reportId }: Boxed, seq: number) => placeIn(reportId, `message/${seq}`)

/** Of both directions, in their order. */
export async function listMessages(tx: SealedTx, report: Boxed): Promise<Message[]> {
  const rows = await tx.rows
    .selectFrom('messages')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    epoch: row.epoch,
    direction: row.direction,
    blob: tx.ring.unbox(report.shredSlot, placeOf(report, row.seq), row.blob),
    day: row.day,
    byAccount: row.by_account,
    signature: row.signature,
  }))
}

/** 0 before the first. */
export async function findLastMessageSeq(tx: SealedTx, reportId: Uint8Array): Promise<number> {
  const row = await tx.rows
    .selectFrom('messages')
    .select((of) => of.fn.max('seq').as('seq'))
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .executeTakeFirst()
  return row?.seq ?? 0
}
