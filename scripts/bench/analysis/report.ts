import { drawReport } from '../../../src/analysis/index.ts'
import { sql } from 'kysely'
import { memoryOf, say, timeOf } from '../telling.ts'
import type { SizedBook } from '../look-in-turn.ts'

const QUARTER = { code: '2026-Q3', from: '2026-07-01', until: '2026-09-01' }

/** The report of a quarter with all its files, of books of several sizes. */
export async function measureReports(books: readonly SizedBook[]): Promise<void> {
  let first = 0
  for (const { size, book } of books) {
    const draw = () =>
      drawReport(book.system, { slug: 'demo', code: QUARTER.code }, book.system.clock())
    const memory = await memoryOf(draw)
    const time = await timeOf(draw)
    first ||= time
    say(
      `the report of a quarter with ${await casesOf(book)} cases, in a book of ${size}: ` +
        `${(time / first).toFixed(2)} times the smallest, ${(time / 1000).toFixed(1)} s, ${memory} MiB more of memory`,
    )
  }
}

async function casesOf({ system, administrationId }: SizedBook['book']): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select coalesce(sum((totals->>'received')::integer), 0)::integer as cases from indicator_cells
    where administration_id = ${administrationId} and within = 'all' and breakdown = ''
      and month between ${QUARTER.from} and ${QUARTER.until}`.execute(system.db)
  return rows[0]?.cases ?? 0
}
