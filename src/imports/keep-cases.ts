import { copyLine } from './copy-line.ts'
import type { Loader } from './load-store.ts'
import type { KeepCases } from './walking/walk-file.ts'
import type { BatchToFill } from './walking/walk-task.ts'

/** Writes new cases, each with its number in the series of the year in which it was received. */
export async function keepCases(loader: Loader, batch: BatchToFill): Promise<KeepCases> {
  const { bookCode, after } = batch
  const lastNumbers = await loader.lastNumbers()
  const next = (receivedOn: string) => {
    const year = Number(receivedOn.slice(0, 4))
    const number = (lastNumbers.get(year) ?? 0) + 1
    lastNumbers.set(year, number)
    return `${bookCode}-L-${year}-${String(number).padStart(6, '0')}`
  }
  return async (fresh, rowsDone) => {
    if (fresh.length === 0 && rowsDone <= after) return
    const lines = fresh.map((one) => copyLine(batch, one, next(one.receivedOn)))
    await loader.writeStretch({ batchId: batch.batchId, lines, lastNumbers, rowsDone })
  }
}
