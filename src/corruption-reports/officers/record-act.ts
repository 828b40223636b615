import {
  insertEvent,
  listDeadlines,
  listEvents,
  meetDeadline,
  restartDeadline,
  type ReportEvent,
} from '../event-store.ts'
import type { Office } from '../office.ts'
import { updateReport, type Report } from '../report-store.ts'
import type { SealedTx } from '../sealed-store.ts'
import { writeEventBody, type EventBody } from './event-body.ts'
import { clockChanges } from './report-clocks.ts'
import { isReportState, stateAfter, type ReportCourse } from './report-rules.ts'
import type { ReportActCode } from './report-states.ts'

export interface StoredCourse extends ReportCourse {
  events: readonly ReportEvent[]
  lastSeq: number
}

export interface ActToRecord {
  code: ReportActCode
  /** Who of the office; null for the reporter and for the system. */
  byAccount: string | null
  body: EventBody
  signature: Uint8Array | null
}

/** The caller holds the report (`lockReport`). */
export async function readCourse(tx: SealedTx, report: Report): Promise<StoredCourse> {
  const events = await listEvents(tx, report)
  const { state } = report
  if (!isReportState(state))
    throw new Error('a report is in a state that the machine does not know')
  return {
    state,
    events,
    clocks: await listDeadlines(tx, report.reportId),
    lastSeq: events.at(-1)?.seq ?? 0,
  }
}

/** The only function that moves a report: its event, its state and its clocks, in one transaction. */
export async function recordAct(
  tx: SealedTx,
  report: Report,
  course: StoredCourse,
  act: ActToRecord,
  office: Office,
): Promise<void> {
  const { day } = office
  const toState = stateAfter(act.code, course)
  const written = act.body.words !== undefined || act.body.facts !== undefined
  await insertEvent(tx, report, {
    seq: course.lastSeq + 1,
    epoch: report.epoch,
    day,
    code: act.code,
    toState,
    byAccount: act.byAccount,
    body: written ? writeEventBody(act.body) : null,
    signature: act.signature,
  })
  if (toState !== course.state) {
    await updateReport(tx, report, { state: { state: toState, on: day } })
  }
  const days = { filedOn: report.receivedOn, day }
  const { started, met } = clockChanges(act.code, course.clocks, days, office)
  for (const step of met) await meetDeadline(tx, report.reportId, { step, metOn: day })
  for (const clock of started) await restartDeadline(tx, report.reportId, clock)
}
