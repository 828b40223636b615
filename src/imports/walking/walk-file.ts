import { compareKnown } from '../compare-known.ts'
import type { RowProblem } from '../import-request.ts'
import type { Known, Loader } from '../load-store.ts'
import type { LegacyFile, LegacyRow } from '../read-cases.ts'
import { openTally, type ImportReport, type Tally } from '../report.ts'
import type { LegacyCase } from '../rows/legacy-case.ts'
import { stretchesOf } from './stretches.ts'

/** Keeps the cases that are new, and that all up to this row is done. */
export type KeepCases = (fresh: readonly LegacyCase[], rowsDone: number) => Promise<void>

export interface Walk {
  source: string
  batchId: string | null
  keep: KeepCases
  onProblem(problem: RowProblem): void
  onStretch(rowsDone: number): Promise<void>
}

/**
 * Goes through the rows of a file stretch by stretch, beside what is here already, and counts. While the
 * database takes one stretch, the next is read.
 */
export async function walkFile(
  file: LegacyFile,
  loader: Pick<Loader, 'findKnown'>,
  walk: Walk,
): Promise<ImportReport> {
  const tally = openTally()
  let settled: Promise<void> = Promise.resolve()
  const settle = async (stretch: readonly LegacyRow[]) => {
    const rowsDone = stretch.at(-1)?.row ?? 0
    const numbers = stretch.flatMap((row) => (row.case ? [row.case.sourceNumber] : []))
    const known = await loader.findKnown(walk.source, numbers)
    await walk.keep(settleRows(stretch, { known, tally, walk }), rowsDone)
    await walk.onStretch(rowsDone)
  }
  for await (const stretch of stretchesOf(file.cases())) {
    await settled
    settled = settle(stretch)
    // heard when the next stretch has been read
    settled.catch(() => undefined)
  }
  await settled
  const { facts, separator } = file.table
  const { format, bytes, encoding } = facts
  return tally.report({ format, bytes, encoding, separator, headerRow: file.header.row })
}

interface Beside {
  known: ReadonlyMap<string, Known>
  tally: Tally
  walk: Pick<Walk, 'batchId' | 'onProblem'>
}

/** Counts each row of a stretch and returns the cases that are new. */
function settleRows(
  rows: readonly LegacyRow[],
  { known, tally, walk: { batchId, onProblem } }: Beside,
): LegacyCase[] {
  const fresh: LegacyCase[] = []
  for (const { row, cells, blank, case: one, refusals } of rows) {
    tally.count(blank ? 'blankRows' : 'rows')
    if (refusals) {
      tally.refuse(refusals.map(({ code }) => code))
      onProblem({ row, cells, problems: refusals })
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
      onProblem({ row, cells, problems: [problem] })
    }
  }
  return fresh
}
