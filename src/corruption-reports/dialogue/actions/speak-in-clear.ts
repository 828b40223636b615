import { randomBytes } from 'node:crypto'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import { sealWhatFits } from '../../files/actions/seal-what-fits.ts'
import type { PlainFile } from '../../files/plain-file.ts'
import { keepSealedFile } from '../../files/seal-file.ts'
import { everyWordList } from '../../door/say-words.ts'
import type { Office } from '../../office.ts'
import { lockReport, updateReport } from '../../report-store.ts'
import type { OpenSealed } from '../../sealed-database.ts'
import { inSealedTransaction, type SealedTx } from '../../sealed-store.ts'
import {
  deriveReceipt,
  identifyAsReporter,
  openAsReporter,
  readWords,
  writeAsReporter,
  type AsReporter,
  type Identity,
} from '../../sealing/index.ts'
import { readDialogue, type StoredDialogue } from '../read-dialogue.ts'
import { reportersReport } from '../reporters-report.ts'
import { putReportersMessage } from './answer-office.ts'

export interface Spoken {
  bits: Uint8Array
  stored: StoredDialogue
  opened: AsReporter
  filesLeft: number
}

export interface ToSay {
  message?: string | undefined
  files?: readonly PlainFile[]
  identity?: Identity
}

/**
 * For whoever has no script, and for other systems: the server opens the dialogue in memory, and seals
 * what is said, for as long as the request lasts.
 */
export async function speakInClear(
  sealed: OpenSealed,
  office: Office,
  receipt: string | Uint8Array,
  say: ToSay = {},
): Promise<Spoken> {
  const bits = typeof receipt === 'string' ? bitsOf(receipt) : receipt
  const { files = [], message } = say
  const { administrationId, day } = office
  const kept = await sealWhatFits({ sealed, administrationId, day }, files)
  return inSealedTransaction(sealed, administrationId, async (tx) => {
    const keys = deriveReceipt(bits, administrationId)
    const found = await reportersReport(tx, keys.auth)
    const report = await lockReport(tx, found.reportId)
    const before = await openDialogue(tx, report, keys)
    if (message || kept.length > 0) {
      const body = { text: message ?? '', files: kept.map(({ key }) => key) }
      const written = writeAsReporter(before.opened, body, randomBytes)
      await putReportersMessage(tx, report, { ...written, files: [] }, office)
      const { reportId } = report
      for (const file of kept) await keepSealedFile(tx, file, { reportId, day })
    }
    if (say.identity && before.opened.self.identityKey) {
      const boxes = identifyAsReporter(keys, before.opened, say.identity, randomBytes)
      await updateReport(tx, report, { ...boxes, lastContentOn: day })
    }
    const after = await openDialogue(tx, await lockReport(tx, found.reportId), keys)
    return { bits, ...after, filesLeft: files.length - kept.length }
  })
}

async function openDialogue(
  tx: SealedTx,
  report: Awaited<ReturnType<typeof lockReport>>,
  keys: ReturnType<typeof deriveReceipt>,
) {
  const stored = await readDialogue(tx, report)
  const { self, notices, messages, directory } = stored
  const boxes = { id: report.reportId, epoch: report.epoch, self, notices, messages }
  return { stored, opened: openAsReporter(keys, boxes, directory) }
}

/** What no ten words can be says where; what might be and is not ours says no more than that. */
function bitsOf(text: string): Uint8Array {
  const read = readWords(text, everyWordList)
  if ('bits' in read) return read.bits
  if (read.problem === 'checksum') throw new NotFound()
  throw new Invalid([
    read.problem === 'word'
      ? { field: '/receipt', code: 'word', values: { position: read.position } }
      : { field: '/receipt', code: 'count', values: { found: read.found } },
  ])
}
