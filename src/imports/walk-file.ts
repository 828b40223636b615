import { compareKnown } from './compare-known.ts'
import type { ImportRequest } from './import-request.ts'
import type { Known, Loader } from './load-store.ts'
import type { LegacyFile, LegacyRow } from './read-cases.ts'
import { openTally, type ImportReport, type Tally } from './report.ts'
import type { LegacyCase } from './rows/legacy-case.ts'

/** Keeps the cases that are new, and that all up to this row is done. */
export type KeepCases = (fresh: readonly LegacyCase[], rowsDone: number) => Promise<void>

const STRETCH = 5_000

/** Goes through the rows of a file stretch by stretch, beside what is here already, and counts. */
export async function walkFile(
  file: LegacyFile,
  request: ImportRequest,
  loader: Pick<Loader, 'findKnown'>,
  { batchId, keep }: { batchId: string | null; keep: KeepCases },
): Promise<ImportReport> {
  const tally = openTally()
  let stretch: LegacyRow[] = []
  const settle = async () => {
    const rowsDone = stretch.at(-1)?.row ?? 0
    const numbers = stretch.flatMap((row) => (row.case ? [row.case.sourceNumber] : []))
    const known = await loader.findKnown(request.mapping.source, numbers)
    await keep(settleRows(stretch, { known, tally, batchId, request }), rowsDone)
    stretch = []
    await request.onProgress?.(rowsDone)
  }
  for await (const rows of file.cases()) {
    for (const row of rows) {
      stretch.push(row)
      if (stretch.length >= STRETCH) await settle()
    }
  }
  if (stretch.length > 0) await settle()
  const { facts, separator } = file.table
  const { format, bytes, encoding } = facts
  return tally.report({ format, bytes, encoding, separator, headerRow: file.header.row })
}

interface Beside {
  known: ReadonlyMap<string, Known>
  tally: Tally
  batchId: string | null
  request: Pick<ImportRequest, 'onProblem'>
}

/** Counts each row of a stretch and returns the cases that are new. */
function settleRows(rows: readonly LegacyRow[], beside: Beside): LegacyCase[] {
  const { known, tally, batchId, request } = beside
  const fresh: LegacyCase[] = []
  for (const { row, cells, blank, case: one, refusals } of rows) {
    tally.count(blank ? 'blankRows' : 'rows')
    if (refusals) {
      tally.refuse(refusals.map(({ code }) => code))
      request.onProblem?.({ row, cells, problems: refusals })
    }
    if (!one) continue
    tally.see(one)
    const found = known.get(one.sourceNumber)
    const is = compareKnown(one, found)
    if (is === 'new') fresh.push(one)
    // what an earlier try of this batch brought is of this batch
    if (is === 'new' || (batchId !== null && found?.batchId === batchId)) tally.count('taken')
    else if (is === 'same') tally.count('unchanged')
    else {
      tally.count('changed')
      const problem = { column: '', code: 'changed' as const, value: one.sourceNumber }
      request.onProblem?.({ row, cells, problems: [problem] })
    }
  }
  return fresh
}
