import type { PlainDate } from '../platform/dates.ts'
import { placeIn, type Report } from './report-store.ts'
import type { SealedTx } from './sealed-store.ts'

declare module './sealed-tables.ts' {
  interface SealedTables {
    events: {
      administration_id: string
      report_id: Uint8Array
      seq: number
      epoch: number
      day: PlainDate
      code: string
      to_state: string
      by_account: string | null
      body: Uint8Array | null
      signature: Uint8Array | null
    }
    deadlines: {
      administration_id: string
      report_id: Uint8Array
      step: string
      due_on: PlainDate
      met_on: PlainDate | null
    }
  }
}

/** One step of a report: a code and a day; what the actor wrote is sealed. */
export interface ReportEvent {
  seq: number
  epoch: number
  day: PlainDate
  code: string
  toState: string
  byAccount: string | null
  body: Uint8Array | null
  signature: Uint8Array | null
}

type Boxed = Pick<Report, 'reportId' | 'shredSlot'>

const placeOf = ({ reportId }: Boxed, seq: number) => placeIn(reportId, `event/${seq}`)

/** The caller holds the report (`lockReport`) and was told the number that the actor signed. */
export async function insertEvent(tx: SealedTx, report: Boxed, event: ReportEvent): Promise<void> {
  await tx.rows
    .insertInto('events')
    .values({
      administration_id: tx.administrationId,
      report_id: report.reportId,
      seq: event.seq,
      epoch: event.epoch,
      day: event.day,
      code: event.code,
      to_state: event.toState,
      by_account: event.byAccount,
      body: event.body && tx.ring.box(report.shredSlot, placeOf(report, event.seq), event.body),
      signature: event.signature,
    })
    .execute()
}

/** In their order. */
export async function listEvents(tx: SealedTx, report: Boxed): Promise<ReportEvent[]> {
  const rows = await tx.rows
    .selectFrom('events')
    .selectAll()
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', report.reportId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    epoch: row.epoch,
    day: row.day,
    code: row.code,
    toState: row.to_state,
    byAccount: row.by_account,
    body: row.body && tx.ring.unbox(report.shredSlot, placeOf(report, row.seq), row.body),
    signature: row.signature,
  }))
}

export interface Deadline {
  step: string
  dueOn: PlainDate
  metOn: PlainDate | null
}

/** Begins a term, or moves one that is not met yet. */
export async function setDeadline(
  tx: SealedTx,
  reportId: Uint8Array,
  { step, dueOn }: Pick<Deadline, 'step' | 'dueOn'>,
): Promise<void> {
  await tx.rows
    .insertInto('deadlines')
    .values({
      administration_id: tx.administrationId,
      report_id: reportId,
      step,
      due_on: dueOn,
      met_on: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['administration_id', 'report_id', 'step'])
        .doUpdateSet({ due_on: dueOn })
        .where('deadlines.met_on', 'is', null),
    )
    .execute()
}

/** Begins a term anew, also one that was met: the step is to be taken again. */
export async function restartDeadline(
  tx: SealedTx,
  reportId: Uint8Array,
  { step, dueOn }: Pick<Deadline, 'step' | 'dueOn'>,
): Promise<void> {
  await setDeadline(tx, reportId, { step, dueOn })
  await tx.rows
    .updateTable('deadlines')
    .set({ due_on: dueOn, met_on: null })
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .where('step', '=', step)
    .execute()
}

export async function meetDeadline(
  tx: SealedTx,
  reportId: Uint8Array,
  { step, metOn }: { step: string; metOn: PlainDate },
): Promise<void> {
  await tx.rows
    .updateTable('deadlines')
    .set({ met_on: metOn })
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .where('step', '=', step)
    .where('met_on', 'is', null)
    .execute()
}

export async function listDeadlines(tx: SealedTx, reportId: Uint8Array): Promise<Deadline[]> {
  const rows = await tx.rows
    .selectFrom('deadlines')
    .select(['step', 'due_on', 'met_on'])
    .where('administration_id', '=', tx.administrationId)
    .where('report_id', '=', reportId)
    .orderBy('due_on')
    .execute()
  return rows.map((row) => ({ step: row.step, dueOn: row.due_on, metOn: row.met_on }))
}
