import { Invalid } from '../../../platform/errors.ts'
import { findLastMessageSeq, insertMessage } from '../../message-store.ts'
import type { Office } from '../../office.ts'
import { readCourse, recordAct } from '../../officers/record-act.ts'
import { updateReport, type Report } from '../../report-store.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import { sha256 } from '../../sealing/index.ts'
import { claimUpload } from '../../upload-store.ts'
import { DialogueChanged } from '../dialogue-changed.ts'
import { lockReportersReport } from '../reporters-report.ts'

export interface ReportersMessage {
  seq: number
  epoch: number
  box: Uint8Array
  /** Files that were uploaded before, with the secrets that prove whose they are. */
  files: readonly { uploadId: Uint8Array; secret: Uint8Array }[]
}

const UNIT = 1024
const OVERHEAD = 24 + 16
const LARGEST = 64 * UNIT

/** A message of the reporter, with the files that it brings the keys of: all of it or nothing. */
export async function answerOffice(
  sealed: OpenSealed,
  office: Office,
  auth: Uint8Array,
  message: ReportersMessage,
): Promise<void> {
  await inSealedTransaction(sealed, office.administrationId, async (tx) => {
    const report = await lockReportersReport(tx, auth)
    await putReportersMessage(tx, report, message, office)
  })
}

/** The caller holds the report. */
export async function putReportersMessage(
  tx: SealedTx,
  report: Report,
  { seq, epoch, box, files }: ReportersMessage,
  office: Office,
): Promise<void> {
  const { day } = office
  const size = box.length - OVERHEAD
  if (size < UNIT || size > LARGEST || size % UNIT !== 0) {
    throw new Invalid([{ field: '/box', code: 'invalid' }])
  }
  const last = await findLastMessageSeq(tx, report.reportId)
  if (epoch !== report.epoch || seq !== last + 1) throw new DialogueChanged()
  const isNext = await insertMessage(tx, report, {
    seq,
    epoch,
    direction: 'from_reporter',
    blob: box,
    day,
    byAccount: null,
    signature: null,
  })
  if (!isNext) throw new DialogueChanged()
  for (const { uploadId, secret } of files) {
    const claim = { uploadId, claimHash: sha256(secret), reportId: report.reportId }
    if (!(await claimUpload(tx, claim))) throw new Invalid([{ field: '/files', code: 'invalid' }])
  }
  await updateReport(tx, report, { lastContentOn: day })
  if (report.state === 'awaiting_correction') await correct(tx, report, office)
}

/** Whatever the reporter says while something is missing is taken for it; the officers judge whether it is. */
async function correct(tx: SealedTx, report: Report, office: Office): Promise<void> {
  const course = await readCourse(tx, report)
  await recordAct(tx, report, course, { code: 'correct', ...BY_REPORTER }, office)
}

export const BY_REPORTER = { byAccount: null, body: {}, signature: null }
