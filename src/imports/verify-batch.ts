import type { SealReader } from '../cases/index.ts'
import type { Db } from '../platform/database/connection.ts'
import { findBatch } from './batch-store.ts'
import { legacyFromRow, type KeptLegacyCase } from './legacy-row.ts'
import { listRowsToVerify } from './legacy-store.ts'
import { commitmentOf, factsHash, openSeal, rowHash } from './seal.ts'

const STRETCH = 2_000

/** For `verifyBook`: reads every case of a batch and works its seal out anew. */
export function batchReader(db: Db, administrationId: string): SealReader {
  return async (batchId, promised) => {
    const batch = await findBatch(db, administrationId, batchId)
    if (!batch?.seal)
      return { read: 0, erased: 0, faults: [{ caseNumber: '', what: 'batch_missing' }] }
    const seal = openSeal()
    const changed: string[] = []
    let cases = 0
    let erased = 0
    let after = 0
    for (;;) {
      const rows = await listRowsToVerify(db, administrationId, { batchId, after, limit: STRETCH })
      const last = rows.at(-1)
      if (!last) break
      for (const row of rows) {
        const kept = legacyFromRow(row)
        seal.add(row.row_hash)
        cases += 1
        if (kept.cells === null) erased += 1
        if (!isAsPromised(kept, row)) changed.push(kept.legacyNumber)
      }
      after = last.row_number
    }
    const whole = seal.close()
    const sealHolds = whole.equals(promised) && batch.seal.equals(promised)
    return {
      read: cases,
      erased,
      faults: [
        ...changed.map((caseNumber) => ({ caseNumber, what: 'legacy_case_changed' as const })),
        ...(sealHolds ? [] : [{ caseNumber: '', what: 'batch_changed' as const }]),
      ],
    }
  }
}

interface Promised {
  commitment: Buffer
  facts_hash: Buffer
  row_hash: Buffer
}

function isAsPromised(
  kept: KeptLegacyCase,
  { commitment, facts_hash, row_hash }: Promised,
): boolean {
  const { salt, cells, batchId, row, legacyNumber } = kept
  const facts = factsHash(kept)
  const promised = commitment.toString('hex')
  const holds =
    facts === facts_hash.toString('hex') &&
    rowHash({ batchId, row, legacyNumber }, facts, promised) === row_hash.toString('hex')
  if (!holds || salt === null || cells === null) return holds
  return commitmentOf(salt.toString('hex'), kept.text, cells) === promised
}
