import type { Selectable } from 'kysely'
import { NotFound } from '../platform/errors.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    reports: ReportTable
  }
}

interface ReportTable {
  administration_id: string
  report_id: Uint8Array
  auth_hash: Uint8Array
  shred_slot: number
  received_on: PlainDate
  channel: string
  state: string
  state_since: PlainDate
  epoch: number
  self: Uint8Array
  identity: Uint8Array
  last_content_on: PlainDate
  concluded_on: PlainDate | null
  retain_until: PlainDate | null
}

/** What the server knows of a report: nothing of what it says, of whom, or by whom. */
export interface Report {
  reportId: Uint8Array
  shredSlot: number
  receivedOn: PlainDate
  channel: string
  state: string
  stateSince: PlainDate
  epoch: number
  lastContentOn: PlainDate
  concludedOn: PlainDate | null
  retainUntil: PlainDate | null
}

export interface NewReport {
  reportId: Uint8Array
  authHash: Uint8Array
  shredSlot: number
  receivedOn: PlainDate
  channel: string
  state: string
  self: Uint8Array
  identity: Uint8Array
}

/** Where a box of a report belongs: it opens nowhere else. */
export function placeIn(reportId: Uint8Array, what: string): string {
  return `report/${Buffer.from(reportId).toString('hex')}/${what}`
}

/** False when the same receipt or the same id came before: the caller answers as it did then. */
export async function insertReport(tx: SealedTx, report: NewReport): Promise<boolean> {
  const box = (what: string, content: Uint8Array) =>
    tx.ring.box(report.shredSlot, placeIn(report.reportId, what), content)
  const inserted = await tx.rows
    .insertInto('reports')
    .values({
      administration_id: tx.administrationId,
      report_id: report.reportId,
      auth_hash: report.authHash,
      shred_slot: report.shredSlot,
      received_on: report.receivedOn,
      channel: report.channel,
      state: report.state,
      state_since: report.receivedOn,
      epoch: 1,
      self: box('self', report.self),
      identity: box('identity', report.identity),
      last_content_on: report.receivedOn,
      concluded_on: null,
      retain_until: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted.numInsertedOrUpdatedRows === 1n
}

const columns = [
  'report_id',
  'shred_slot',
  'received_on',
  'channel',
  'state',
  'state_since',
  'epoch',
  'last_content_on',
  'concluded_on',
  'retain_until',
] as const satisfies readonly (keyof ReportTable)[]

/** By what only the receipt derives. */
export async function findReportByAuth(tx: SealedTx, authHash: Uint8Array): Promise<Report | null> {
  const row = await tx.rows
    .selectFrom('reports')
    .select(columns)
    .where('administration_id', '=', tx.administrationId)
    .where('auth_hash', '=', authHash)
    .executeTakeFirst()
  return row ? reportFromRow(row) : null
}

export async function findReport(tx: SealedTx, reportId: Uint8Array): Promise<Report | null> {
  const row = await reportById(tx, reportId).executeTakeFirst()
  return row ? reportFromRow(row) : null
}

export async function getReport(tx: SealedTx, reportId: Uint8Array): Promise<Report> {
  const row = await reportById(tx, reportId).executeTakeFirst()
  if (!row) throw new NotFound()
  return reportFromRow(row)
}

/** Held until the transaction ends: the next number of a message or an act is then ours. */
export async function lockReport(tx: SealedTx, reportId: Uint8Array): Promise<Report> {
  const row = await reportById(tx, reportId).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return reportFromRow(row)
}

function reportById(tx: SealedTx, reportId: Uint8Array) {
  return tx.rows
    .selectFrom('reports')
    .select(columns)
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
}

/** All of an administration: which of them somebody can open is found out in that one's browser. */
export async function listReports(
  tx: SealedTx,
  only: { states?: readonly string[] } = {},
): Promise<Report[]> {
  let query = tx.rows
    .selectFrom('reports')
    .select(columns)
    .where('administration_id', '=', tx.administrationId)
  if (only.states) query = query.where('state', 'in', only.states)
  const rows = await query.orderBy('received_on', 'desc').orderBy('report_id').execute()
  return rows.map(reportFromRow)
}

/** The boxes of the reporter's own self and of the identity, as the browser made them. */
export async function getOwnBoxes(
  tx: SealedTx,
  report: Pick<Report, 'reportId' | 'shredSlot'>,
): Promise<{ self: Buffer; identity: Buffer }> {
  const row = await tx.rows
    .selectFrom('reports')
    .select(['self', 'identity'])
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const unbox = (what: 'self' | 'identity') =>
    tx.ring.unbox(report.shredSlot, placeIn(report.reportId, what), row[what])
  return { self: unbox('self'), identity: unbox('identity') }
}

export interface ReportChange {
  state?: { state: string; on: PlainDate }
  epoch?: number
  /** Made anew by the reporter, after a new epoch or to give an identity later. */
  self?: Uint8Array
  identity?: Uint8Array
  lastContentOn?: PlainDate
  concludedOn?: PlainDate | null
  retainUntil?: PlainDate | null
}

export async function updateReport(
  tx: SealedTx,
  { reportId, shredSlot }: Pick<Report, 'reportId' | 'shredSlot'>,
  change: ReportChange,
): Promise<void> {
  const box = (what: string, content: Uint8Array) =>
    tx.ring.box(shredSlot, placeIn(reportId, what), content)
  const values: Partial<ReportTable> = {
    ...(change.state && { state: change.state.state, state_since: change.state.on }),
    ...(change.epoch !== undefined && { epoch: change.epoch }),
    ...(change.self && { self: box('self', change.self) }),
    ...(change.identity && { identity: box('identity', change.identity) }),
    ...(change.lastContentOn && { last_content_on: change.lastContentOn }),
    ...(change.concludedOn !== undefined && { concluded_on: change.concludedOn }),
    ...(change.retainUntil !== undefined && { retain_until: change.retainUntil }),
  }
  await tx.rows
    .updateTable('reports')
    .set(values)
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .execute()
}

/** With everything that belongs to it. The ring's slots are erased by whoever calls this. */
export async function deleteReport(tx: SealedTx, reportId: Uint8Array): Promise<void> {
  await tx.rows
    .deleteFrom('reports')
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .execute()
}

function reportFromRow(row: Pick<Selectable<ReportTable>, (typeof columns)[number]>): Report {
  return {
    reportId: row.report_id,
    shredSlot: row.shred_slot,
    receivedOn: row.received_on,
    channel: row.channel,
    state: row.state,
    stateSince: row.state_since,
    epoch: row.epoch,
    lastContentOn: row.last_content_on,
    concludedOn: row.concluded_on,
    retainUntil: row.retain_until,
  }
}
