import { mkdir } from 'node:fs/promises'
import type { BookRules } from '../../administrations/index.ts'
import { recordChange } from '../../audit/index.ts'
import { findBook } from '../../cases/index.ts'
import { inTransaction, type Db } from '../../platform/database/connection.ts'
import { NotFound } from '../../platform/errors.ts'
import type { System } from '../../system.ts'
import { listBatchesInFull } from '../batch-store.ts'
import { exportCases } from '../export/own-cases.ts'
import { openInFull } from '../export/own-in-full.ts'
import { EXACT, openTableFile } from '../export/table-file.ts'
import { listRowsToVerify } from '../legacy-store.ts'

export interface Exported {
  /** Files written, without the folder. */
  files: readonly string[]
  cases: number
  legacyCases: number
  /** Legacy cases whose row was erased: there is nothing left to write. */
  erased: number
}

export interface Wanted {
  folder: string
  /** Also persons, histories and answers: for whom may see them all. */
  inFull: boolean
  now: Date
}

const STRETCH = 2_000

/**
 * Writes a whole book as tables with the mappings that bring them in again: the book's own cases, and each
 * batch of an older book with its rows exactly as they stood.
 */
export async function exportBook(
  { db }: Pick<System, 'db'>,
  book: BookRules,
  { folder, inFull, now }: Wanted,
): Promise<Exported> {
  const { administrationId } = book.administration
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const files: string[] = []
  let legacyCases = 0
  let erased = 0
  for (const batch of (await listBatchesInFull(db, administrationId)).toReversed()) {
    const table = openTableFile(folder, batch.batchNumber, batch.columns)
    let after = 0
    for (;;) {
      const rows = await listRowsToVerify(db, administrationId, { ...batch, after, limit: STRETCH })
      const last = rows.at(-1)
      if (!last) break
      const kept = rows.flatMap(({ cells }) => (cells === null ? [] : [cells]))
      await table.add(kept)
      legacyCases += kept.length
      erased += rows.length - kept.length
      after = last.row_number
    }
    files.push(...(await table.close({ ...batch.mapping, file: EXACT })))
  }
  const code = await codeOf(db, administrationId)
  const whole = inFull ? openInFull(db, administrationId, { folder, code }) : null
  const own = await exportCases(db, book, {
    folder,
    code,
    also: whole ? (cases) => whole.add(cases) : null,
  })
  files.push(...own.files, ...((await whole?.close()) ?? []))
  const exported = { files, cases: own.cases, legacyCases, erased }
  await noteExport(db, administrationId, { inFull, now, ...exported })
  return exported
}

async function codeOf(db: Db, administrationId: string): Promise<string> {
  const own = await findBook(db, administrationId)
  if (!own) throw new NotFound()
  return own.code
}

/** That the words of so many people left, and when, is known afterwards. */
async function noteExport(
  db: Db,
  administrationId: string,
  { inFull, now, cases, legacyCases }: { inFull: boolean; now: Date } & Exported,
): Promise<void> {
  const details = { inFull, cases, legacyCases }
  await inTransaction(db, (tx) =>
    recordChange(tx, {
      at: now,
      accountId: null,
      administrationId,
      action: 'book_exported',
      details,
    }),
  )
}
