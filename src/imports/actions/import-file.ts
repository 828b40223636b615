import { createHash, randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { chainSeal, findBook } from '../../cases/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { deleteEmptyBatch, findUnfinished, insertBatch, updateLoaded } from '../batch-store.ts'
import type { ImportRequest, ImportResult } from '../import-request.ts'
import type { ImportReport } from '../report.ts'
import { walkApart } from '../walking/walk-apart.ts'
import type { BatchToFill, Opened } from '../walking/walk-task.ts'
import { walkTask, type Ground } from './walk-task-of.ts'

/**
 * Brings the rows in that are not here yet, stretch by stretch. Stopped anywhere, the same file under the same
 * mapping goes on where it was; run again, it changes nothing.
 */
export async function importFile(ground: Ground, request: ImportRequest): Promise<ImportResult> {
  const { opened, batch, report, seal } = await walkApart(await walkTask(ground, request), {
    begin: (found) => beginBatch(ground, request, found),
    onProgress: request.onProgress,
    onProblem: request.onProblem,
  })
  if (!batch || !seal) throw new Error('a batch was walked through and not kept')
  const batchNumber = await closeBatch(ground, request, { batchId: batch.batchId, report, seal })
  return { report, columns: opened.columns, batchNumber, resumedAfter: batch.after }
}

async function beginBatch(
  { db }: Ground,
  { book, mapping, fileName, accountId, now }: ImportRequest,
  { columns, fileHash }: Opened,
): Promise<BatchToFill> {
  const { administrationId } = book.administration
  const own = await findBook(db, administrationId)
  if (!own) throw new NotFound()
  const mappingHash = createHash('sha256').update(canonicalJson(mapping)).digest()
  const same = { fileHash: Buffer.from(fileHash), mappingHash }
  const unfinished = await findUnfinished(db, administrationId, same)
  const batchId = unfinished?.batchId ?? randomUUID()
  if (!unfinished) {
    const by = { startedAt: now, startedBy: accountId }
    const batch = { administrationId, batchId, code: own.code, fileName, mapping, columns }
    await inTransaction(db, (tx) => insertBatch(tx, { ...batch, ...same, ...by }))
  }
  const after = unfinished?.rowsDone ?? 0
  return { administrationId, batchId, source: mapping.source, bookCode: own.code, after }
}

/** The batch becomes one link of the book's chain; one of which nothing was taken leaves no trace. */
async function closeBatch(
  { db }: Ground,
  { book, accountId, now }: ImportRequest,
  { batchId, report, seal }: { batchId: string; report: ImportReport; seal: Buffer },
): Promise<string | null> {
  const { administrationId } = book.administration
  return inTransaction(db, async (tx) => {
    if (await deleteEmptyBatch(tx, administrationId, batchId)) return null
    const loaded = { seal, report, at: now }
    const batchNumber = await updateLoaded(tx, administrationId, batchId, loaded)
    const sealed = { id: batchId, name: batchNumber, at: now, seal }
    await chainSeal(tx, administrationId, { link: 'legacy_batch', ...sealed })
    const details = { batchNumber, taken: report.taken }
    const action = 'legacy_book_loaded'
    await recordChange(tx, { at: now, accountId, administrationId, action, details })
    return batchNumber
  })
}
