import type { Selectable } from 'kysely'
import { NotFound } from '../platform/errors.ts'
import type { PlainDate } from '../platform/dates.ts'
import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    report_epochs: EpochTable
  }
}

interface EpochTable {
  administration_id: string
  report_id: Uint8Array
  epoch: number
  began_on: PlainDate
  directory: Uint8Array
  content_pub: Uint8Array
  action_pub: Uint8Array
  content: Uint8Array
  for_reporter: Uint8Array | null
  begun_by: string | null
}

export interface Epoch {
  epoch: number
  beganOn: PlainDate
  /** The hash of the directory whose members have slots. */
  directory: Uint8Array
  contentPub: Uint8Array
  actionPub: Uint8Array
  content: Uint8Array
  /** The new dialogue key for the reporter's mailbox, with its signature; null in the first epoch. */
  forReporter: Uint8Array | null
  begunBy: string | null
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

export async function insertEpoch(tx: SealedTx, report: Boxed, epoch: Epoch): Promise<void> {
  const box = (what: string, content: Uint8Array) =>
    tx.ring.box(report.shredSlot, placeIn(report.reportId, `${what}/${epoch.epoch}`), content)
  await tx.rows
    .insertInto('report_epochs')
    .values({
      administration_id: tx.administrationId,
      report_id: report.reportId,
      epoch: epoch.epoch,
      began_on: epoch.beganOn,
      directory: epoch.directory,
      content_pub: epoch.contentPub,
      action_pub: epoch.actionPub,
      content: box('content', epoch.content),
      for_reporter: epoch.forReporter && box('for-reporter', epoch.forReporter),
      begun_by: epoch.begunBy,
    })
    .execute()
}

export async function getEpoch(tx: SealedTx, report: Boxed, epoch: number): Promise<Epoch> {
  const row = await epochsOf(tx, report).where('epoch', '=', epoch).executeTakeFirst()
  if (!row) throw new NotFound()
  return epochFromRow(tx, report, row)
}

export async function listEpochs(tx: SealedTx, report: Boxed): Promise<Epoch[]> {
  const rows = await epochsOf(tx, report).orderBy('epoch').execute()
  return rows.map((row) => epochFromRow(tx, report, row))
}

function epochsOf(tx: SealedTx, { reportId }: Boxed) {
  return tx.rows
    .selectFrom('report_epochs')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
}

function epochFromRow(tx: SealedTx, report: Boxed, row: Selectable<EpochTable>): Epoch {
  const unbox = (what: string, boxed: Uint8Array) =>
    tx.ring.unbox(report.shredSlot, placeIn(report.reportId, `${what}/${row.epoch}`), boxed)
  return {
    epoch: row.epoch,
    beganOn: row.began_on,
    directory: row.directory,
    contentPub: row.content_pub,
    actionPub: row.action_pub,
    content: unbox('content', row.content),
    forReporter: row.for_reporter && unbox('for-reporter', row.for_reporter),
    begunBy: row.begun_by,
  }
}
