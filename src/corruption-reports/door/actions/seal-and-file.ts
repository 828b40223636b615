import { createHash, randomBytes } from 'node:crypto'
import type { BookRules } from '../../../administrations/index.ts'
import { localDate, type PlainDate } from '../../../platform/dates.ts'
import type { System } from '../../../system.ts'
import { getEpoch } from '../../epoch-store.ts'
import { sealWhatFits } from '../../files/actions/seal-what-fits.ts'
import type { PlainFile } from '../../files/plain-file.ts'
import { keepSealedFile } from '../../files/seal-file.ts'
import { findReportByAuth } from '../../report-store.ts'
import { requireSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import {
  authHash,
  bind,
  deriveReceipt,
  receiptFrom,
  sealReport,
  sha256,
  type Directory,
} from '../../sealing/index.ts'
import { openDayPeppers } from '../../shred/day-peppers.ts'
import { AnotherWithThisKey } from '../directory-changed.ts'
import type { PlainReport } from '../plain-report.ts'
import { fileReport } from './file-report.ts'

export interface PlainFiling {
  rules: BookRules
  directory: Directory
  report: PlainReport
  files: readonly PlainFile[]
  idempotencyKey: string
  channel: 'web' | 'api'
}

export interface PlainReceipt {
  /** The 99 bits of the ten words. */
  bits: Uint8Array
  contentHash: Uint8Array
  receivedOn: PlainDate
  again: boolean
  /** Files that could not be kept; the text was. */
  filesLeft: number
}

/** For whoever cannot seal: everything is sealed here, in memory, before anything is kept. */
export async function sealAndFile(
  system: System,
  filing: PlainFiling,
  now: Date,
): Promise<PlainReceipt> {
  const { today, possible } = receiptsOf(system, filing, now)
  const before = await findBefore(system, filing, possible)
  if (before) return before
  const { administrationId, timeZone } = filing.rules.administration
  const place = { sealed: requireSealed(system), administrationId, day: localDate(now, timeZone) }
  const sealed = await sealWhatFits(place, filing.files)
  const { identity, ...report } = filing.report
  const envelope = sealReport(
    {
      ...report,
      ...(identity && { identity }),
      directory: filing.directory,
      files: sealed.map(({ key }) => key),
      receipt: today,
    },
    randomBytes,
  )
  const { rules, channel } = filing
  const keepFiles = async (tx: SealedTx, reportId: Uint8Array, day: PlainDate) => {
    for (const file of sealed) await keepSealedFile(tx, file, { reportId, day })
  }
  try {
    const filed = await fileReport(system, { rules, envelope, channel, keepFiles }, now)
    const filesLeft = filing.files.length - sealed.length
    return { bits: today, contentHash: sha256(envelope.content), ...filed, filesLeft }
  } catch (error) {
    // the same request, sent twice at once: the other was faster
    const first = error instanceof AnotherWithThisKey && (await findBefore(system, filing, [today]))
    if (first) return first
    throw error
  }
}

/** The same key and body give the same words, for two days: then the pepper is gone. */
function receiptsOf(system: System, filing: PlainFiling, now: Date) {
  const peppers = openDayPeppers(requireSealed(system).ring.folder)
  const hash = bodyHash(filing)
  const from = (pepper: Uint8Array) => receiptFrom(pepper, filing.idempotencyKey, hash)
  return { today: from(peppers.today(now)), possible: peppers.recent(now).map(from) }
}

function bodyHash({ report, files }: PlainFiling): Uint8Array {
  const parts = files.map(({ name, content }) =>
    bind(name, createHash('sha256').update(content).digest()),
  )
  return sha256(bind('body', JSON.stringify(report), ...parts))
}

async function findBefore(
  system: System,
  { rules, files }: PlainFiling,
  possible: readonly Uint8Array[],
): Promise<PlainReceipt | null> {
  const { administrationId } = rules.administration
  return inSealedTransaction(requireSealed(system), administrationId, async (tx) => {
    for (const bits of possible) {
      const { auth } = deriveReceipt(bits, administrationId)
      const report = await findReportByAuth(tx, authHash(auth))
      if (!report) continue
      const { content } = await getEpoch(tx, report, 1)
      const { receivedOn } = report
      for (const file of files) file.content.fill(0)
      return { bits, contentHash: sha256(content), receivedOn, again: true, filesLeft: 0 }
    }
    return null
  })
}
