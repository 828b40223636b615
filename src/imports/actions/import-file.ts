import { createHash, randomUUID } from 'node:crypto'
import { recordChange } from '../../audit/index.ts'
import { chainBatch, findBook } from '../../cases/index.ts'
import { canonicalJson } from '../../ledger/index.ts'
import { inTransaction } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import { deleteEmptyBatch, findUnfinished, insertBatch, updateLoaded } from '../batch-store.ts'
import type { ImportRequest, ImportResult } from '../import-request.ts'
import { keepCases } from '../keep-cases.ts'
import type { Loader } from '../load-store.ts'
import type { LegacyFile } from '../read-cases.ts'
import type { ImportReport } from '../report.ts'
import { openSeal } from '../seal.ts'
import { walkFile } from '../walk-file.ts'
import { withLoader, type Ground } from './with-loader.ts'

const HASHES_AT_ONCE = 20_000

/**
 * Brings the rows in that are not here yet, stretch by stretch. Stopped anywhere, the same file under the same
 * mapping goes on where it was; run again, it changes nothing.
 */
export async function importFile(ground: Ground, request: ImportRequest): Promise<ImportResult> {
  return withLoader(ground, request, async (loader, file) => {
    const { batchId, bookCode, rowsDone } = await beginBatch(ground, request, file)
    const { administrationId } = request.book.administration
    const batch = { administrationId, batchId, source: request.mapping.source }
    const keep = await keepCases(loader, batch, { bookCode, after: rowsDone })
    const report = await walkFile(file, request, loader, { batchId, keep })
    const batchNumber = await closeBatch(ground, request, {
      batchId,
      report,
      seal: await sealOf(loader, batchId),
    })
    return { report, columns: file.header.columns, batchNumber, resumedAfter: rowsDone }
  })
}

async function beginBatch({ db }: Ground, request: ImportRequest, { table, header }: LegacyFile) {
  const { book, mapping, fileName, accountId, now } = request
  const { administrationId } = book.administration
  const own = await findBook(db, administrationId)
  if (!own) throw new NotFound()
  const mappingHash = createHash('sha256').update(canonicalJson(mapping)).digest()
  const same = { fileHash: table.facts.hash, mappingHash }
  const unfinished = await findUnfinished(db, administrationId, same)
  if (unfinished) return { ...unfinished, bookCode: own.code }
  const batchId = randomUUID()
  const by = { startedAt: now, startedBy: accountId }
  await inTransaction(db, (tx) =>
    insertBatch(tx, {
      administrationId,
      batchId,
      code: own.code,
      fileName,
      mapping,
      columns: header.columns,
      ...same,
      ...by,
    }),
  )
  return { batchId, rowsDone: 0, bookCode: own.code }
}

async function sealOf(loader: Loader, batchId: string): Promise<Buffer> {
  const seal = openSeal()
  let after = 0
  for (;;) {
    const hashes = await loader.hashesOf(batchId, after, HASHES_AT_ONCE)
    const last = hashes.at(-1)
    if (!last) return seal.close()
    for (const { hash } of hashes) seal.add(hash)
    after = last.row
  }
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
    await chainBatch(tx, administrationId, { batchId, batchNumber, loadedAt: now, seal })
    const details = { batchNumber, taken: report.taken }
    const action = 'legacy_book_loaded'
    await recordChange(tx, { at: now, accountId, administrationId, action, details })
    return batchNumber
  })
}
