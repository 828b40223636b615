import type { Figure, FigureQuestion } from '../indicators/index.ts'

/** One line of the open data, as the dictionary describes it. */
export interface DataRow {
  from: string
  until: string
  indicator: string
  measure: string
  kind: string
  breakdown: string | null
  member: string | null
  member_name: string | null
  value: number | null
  n: number | null
  low: number | null
  high: number | null
  missing: string | null
}

/** The whole of a span is told once, however many breakdowns were asked for. */
export function dataRows(
  asked: readonly FigureQuestion[],
  answers: readonly (readonly Figure[])[],
  nameOf: (member: string) => string,
): DataRow[] {
  const rows = new Map<string, DataRow>()
  for (const [index, question] of asked.entries()) {
    for (const figure of answers[index] ?? []) {
      const row = rowOf(figure, question, nameOf)
      const key = JSON.stringify([
        row.from,
        row.until,
        row.indicator,
        row.measure,
        row.kind,
        row.breakdown,
        row.member,
      ])
      const known = rows.get(key)
      // a whole that one breakdown hides stays hidden beside the others
      if (!known || row.missing === 'hidden') rows.set(key, row)
    }
  }
  return [...rows.values()]
}

function rowOf(
  figure: Figure,
  { period, breakdown }: FigureQuestion,
  nameOf: (member: string) => string,
): DataRow {
  const { member, value, interval } = figure
  const isPart = member !== null
  return {
    from: period.from,
    until: period.until,
    indicator: figure.indicator,
    measure: figure.measure,
    kind: figure.kind ?? '',
    breakdown: isPart ? (breakdown ?? null) : null,
    member,
    member_name: isPart ? nameOf(member) : null,
    value: rounded(value),
    n: value === null ? null : figure.n,
    low: rounded(interval?.low ?? null),
    high: rounded(interval?.high ?? null),
    missing: figure.missing,
  }
}

/** Six digits: more would only tell how it was calculated. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1_000_000) / 1_000_000
}
