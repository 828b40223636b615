import type { PlainDate } from '../../platform/dates.ts'
import { listEpochs } from '../epoch-store.ts'
import { listEvents } from '../event-store.ts'
import { findDirectory, type KnownDirectory } from '../known-directory.ts'
import { listMessages } from '../message-store.ts'
import { actOf, isReportAct } from '../officers/report-rules.ts'
import { getOwnBoxes, type Report } from '../report-store.ts'
import { SealedClosed } from '../sealed-database.ts'
import type { SealedTx } from '../sealed-store.ts'
import { fromBase64url, type Direction, type EpochNotice } from '../sealing/index.ts'

/** What is kept for the reporter: boxes that only the ten words open, and the days of what was done. */
export interface StoredDialogue extends KnownDirectory {
  report: Report
  self: Uint8Array
  notices: { epoch: number; notice: EpochNotice }[]
  messages: { epoch: number; direction: Direction; box: Uint8Array; day: PlainDate }[]
  /** Only those acts of which the reporter is told. */
  events: { code: string; day: PlainDate }[]
}

export async function readDialogue(tx: SealedTx, report: Report): Promise<StoredDialogue> {
  const known = await findDirectory(tx)
  if (!known) throw new SealedClosed()
  const epochs = await listEpochs(tx, report)
  const messages = await listMessages(tx, report)
  const events = await listEvents(tx, report)
  return {
    ...known,
    report,
    self: (await getOwnBoxes(tx, report)).self,
    notices: epochs.flatMap(({ epoch, forReporter }) =>
      forReporter ? [{ epoch, notice: readNotice(forReporter) }] : [],
    ),
    messages: messages.map(({ epoch, direction, blob, day }) => ({
      epoch,
      direction: direction === 'from_reporter' ? 'to_officers' : 'to_reporter',
      box: blob,
      day,
    })),
    events: events.filter(({ code }) => isReportAct(code) && actOf(code).told),
  }
}

function readNotice(stored: Uint8Array): EpochNotice {
  const { by, box, signature } = JSON.parse(Buffer.from(stored).toString()) as NoticeJson
  return { by, box: fromBase64url(box), signature: fromBase64url(signature) }
}

interface NoticeJson {
  by: string
  box: string
  signature: string
}
