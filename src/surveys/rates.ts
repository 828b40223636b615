import type { AttentionTotal } from '../attentions/index.ts'
import { ratePerThousand, shownCells } from '../statistics/index.ts'

/** Cases that were received in a period, as the book counts them. */
export interface ReceivedCount {
  kind: string
  centreId: string
  serviceId: string | null
  received: number
}

export interface RateRow {
  key: string
  attended: number | null
  /** Null: hidden, too few to show. */
  received: number | null
  perThousand: number | null
}

export interface Rates {
  all: RateRow
  byService: readonly RateRow[]
  byCentre: readonly RateRow[]
}

/** Cases for each thousand attended, of the same places and days. */
export function ratesOf(
  received: readonly ReceivedCount[],
  attentions: readonly AttentionTotal[],
): Rates {
  const cases = received.map((each) => ({ ...each, serviceId: each.serviceId ?? '' }))
  const attended = attentions.length === 0 ? null : sumOf(attentions.map((each) => each.attended))
  const all = sumOf(cases.map((each) => each.received))
  return {
    all: row('all', all, attended, shownCells([all])[0] ?? false),
    byService: rowsBy('serviceId', cases, attentions),
    byCentre: rowsBy('centreId', cases, attentions),
  }
}

function rowsBy(
  part: 'serviceId' | 'centreId',
  cases: readonly { serviceId: string; centreId: string; received: number }[],
  attentions: readonly AttentionTotal[],
): RateRow[] {
  const keys = [...new Set([...cases, ...attentions].map((each) => each[part]))].sort()
  const counts = keys.map((key) =>
    sumOf(cases.filter((each) => each[part] === key).map((each) => each.received)),
  )
  const shown = shownCells(counts)
  return keys.map((key, index) => {
    const there = attentions.filter((each) => each[part] === key)
    const attended = there.length === 0 ? null : sumOf(there.map((each) => each.attended))
    return row(key, counts[index] ?? 0, attended, shown[index] ?? false)
  })
}

function row(key: string, received: number, attended: number | null, shown: boolean): RateRow {
  if (!shown) return { key, attended, received: null, perThousand: null }
  return { key, attended, received, perThousand: ratePerThousand(received, attended) }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}
