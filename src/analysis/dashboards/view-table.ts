import type { Block } from './compose.ts'
import type { Speech } from './charts-of.ts'

/** A view as rows that other programs read: one value a row, with what it rests on. */
export interface ViewRow {
  part: string
  indicator: string
  name: string
  member: string
  value: number | null
  n: number | null
  low: number | null
  high: number | null
  missing: string
}

export function viewRows(blocks: readonly Block[], { t }: Speech): ViewRow[] {
  return blocks.flatMap((block) => [
    ...block.rows.flatMap((row) => [
      rowOf(block.title, row.indicator, row.name, t('dashboards.table.now'), row.figure, row.value),
      rowOf(
        block.title,
        row.indicator,
        row.name,
        t('dashboards.table.before'),
        row.figureBefore,
        row.before,
      ),
    ]),
    ...block.charts.flatMap(({ indicator, chart }) =>
      chart.series.flatMap(({ name, points }) =>
        points.map((point, index) =>
          rowOf(
            chart.title,
            indicator ?? '',
            name,
            chart.categories[index] ?? '',
            point,
            point.missing ?? '',
          ),
        ),
      ),
    ),
  ])
}

interface Told {
  value: number | null
  n?: number | null
  interval?: { low: number; high: number } | null
}

function rowOf(
  part: string,
  indicator: string,
  name: string,
  member: string,
  told: Told | null,
  missing: string,
): ViewRow {
  const value = told?.value ?? null
  return {
    part,
    indicator,
    name,
    member,
    value,
    n: value === null ? null : (told?.n ?? null),
    low: told?.interval?.low ?? null,
    high: told?.interval?.high ?? null,
    missing: value === null ? missing : '',
  }
}
