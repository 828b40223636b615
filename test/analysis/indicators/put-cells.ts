import type { CaseFacts } from '../../../src/analysis/index.ts'
import { contributionsOf } from '../../../src/analysis/indicators/contributions.ts'
import { placesOf } from '../../../src/analysis/indicators/places.ts'
import type { Db } from '../../../src/platform/database/connection.ts'

/** Puts what cases count for into the cells at once, as if they had been counted one after the other. */
export async function putCells(
  db: Db,
  administrationId: string,
  cases: readonly CaseFacts[],
  countedAt: Date,
): Promise<void> {
  const cells = new Map<string, { counts: number[]; row: object }>()
  for (const facts of cases) {
    for (const place of placesOf(facts)) {
      for (const { measure, month, bucket } of contributionsOf(facts)) {
        const row = { ...place, measure, month }
        const key = JSON.stringify(row)
        const cell = cells.get(key) ?? { counts: [], row }
        cells.set(key, cell)
        while (cell.counts.length <= bucket) cell.counts.push(0)
        cell.counts[bucket] = (cell.counts[bucket] ?? 0) + 1
      }
    }
  }
  const rows = [...cells.values()].map(({ counts, row }) => ({
    administration_id: administrationId,
    ...(row as {
      within: string
      breakdown: ''
      month: string
      measure: 'received'
      kind: string
      member: string
    }),
    total: counts.reduce((sum, count) => sum + count, 0),
    counts,
  }))
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto('indicator_cells')
      .values(rows.slice(from, from + 500))
      .execute()
  }
  await db
    .insertInto('indicator_states')
    .values({ administration_id: administrationId, formulas: 1, counted_at: countedAt })
    .onConflict((conflict) =>
      conflict.column('administration_id').doUpdateSet({ counted_at: countedAt }),
    )
    .execute()
}
