import { sql } from 'kysely'
import { rebuildIndicators, type Rebuilt } from '../../../src/analysis/index.ts'
import { memoryOf, say, timeOf } from '../telling.ts'
import type { LivedBook } from '../lived-book.ts'

/**
 * All cells of a book counted anew, beside one plain query that gives a part of what they tell: by month, place
 * and kind the cases, the answers, those in time, and the half and nine of ten of the days to the answer.
 */
export async function measureRebuild({ system, administrationId }: LivedBook): Promise<void> {
  let rebuilt: Rebuilt = { cases: 0, cells: 0 }
  let memory = 0
  const counted = await timeOf(async () => {
    memory = await memoryOf(async () => {
      rebuilt = await rebuildIndicators(system.db, administrationId, system.clock())
    })
  })
  let rows = 0
  const asked = await timeOf(async () => (rows = await aggregate({ system, administrationId })))
  const { cases, cells } = rebuilt
  say(
    `a rebuild of ${cases} cases into ${cells} cells of some 50 measures each: ${(counted / asked).toFixed(0)} times ` +
      `a plain query of 5 measures (${rows} rows), ${Math.round(cases / (counted / 1000))} cases a second, ` +
      `${memory} MiB more of memory`,
  )
}

type Ground = Pick<LivedBook, 'system' | 'administrationId'>

async function aggregate({ system, administrationId }: Ground): Promise<number> {
  const days = sql`extract(day from answered_at - registered_at)`
  const { rows } = await sql`
    select date_trunc('month', registered_at) as month, kind, centre_id, unit_id, service_id, channel,
      motives[1] as motive, language, count(*), count(answered_at),
      count(*) filter (where answered_at::date <= due_on),
      percentile_disc(0.5) within group (order by ${days}),
      percentile_disc(0.9) within group (order by ${days})
    from cases where administration_id = ${administrationId}
    group by grouping sets (
      (1, kind), (1, kind, centre_id), (1, kind, unit_id), (1, kind, service_id), (1, kind, channel),
      (1, kind, motives[1]), (1, kind, language), (1, kind, centre_id, unit_id),
      (1, kind, centre_id, service_id), (1, kind, centre_id, channel), (1, kind, centre_id, motives[1]),
      (1, kind, centre_id, language))`.execute(system.db)
  return rows.length
}
