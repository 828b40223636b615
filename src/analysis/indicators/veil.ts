import type { PlainDate } from '../../platform/dates.ts'
import { hiddenTogether, isFew } from '../../statistics/index.ts'
import { siblingsOf, spanOf, type TimeSpan } from './spans.ts'

/** What each member counts by month: one number for each measure that must not be few. */
export type Family = ReadonlyMap<string, ReadonlyMap<PlainDate, readonly number[]>>

/** Everything of one kind from which something about the cells of a question could be worked out. */
export interface Neighbours {
  /** One member: the whole administration. */
  whole: Family
  /** Every centre, where a centre is asked about. */
  centres: Family
  /** The members of the breakdown in the whole administration. */
  members: Family
  /** The same within the centre asked about and the one or two that are hidden with it. */
  membersWithin: ReadonlyMap<string, Family>
}

export interface VeilOptions {
  neighbours: Neighbours
  /** The centre asked about; null: the whole administration. */
  centreId: string | null
  breakdown: string | null
  smallest: number
  /** A span that still runs grows every day: it hides itself only, or each month would begin blind. */
  asOf: PlainDate
  /** Whoever this hides is hidden here too, and others with them. */
  under?: Veil
}

/** Whether the cell of a member may be shown for a span. The member is null for the whole. */
export interface Veil {
  (span: TimeSpan, member: string | null): boolean
  /** Who is hidden in a span and those beside it. */
  hiddenIn: (span: TimeSpan) => Hidden
}

type Hidden = ReadonlySet<string> | 'all'

const NOBODY: ReadonlySet<string> = new Set()

/**
 * Which cells may be shown, the same whatever is asked first. Hidden are whole boxes: members by the spans of
 * the longer span around them by the centres of a pair. A box can be filled in more ways than one with all
 * its sums kept, so nothing in it follows from what is shown around it.
 */
export function veilOf(options: VeilOptions): Veil {
  const known = new Map<string, Hidden>()
  const hiddenIn = (span: TimeSpan): Hidden => {
    const key = `${span.level} ${siblingsOf(span)[0]?.months[0]}`
    const found = known.get(key) ?? reckon(options, span)
    known.set(key, found)
    return found
  }
  const isShown = (span: TimeSpan, member: string | null) => {
    const hidden = hiddenIn(span)
    if (hidden === 'all' || (member !== null && hidden.has(member))) return false
    return !isFewIn(options, span, member)
  }
  return Object.assign(isShown, { hiddenIn })
}

function reckon(options: VeilOptions, span: TimeSpan): Hidden {
  const { neighbours, centreId, breakdown } = options
  const below = options.under?.hiddenIn(span) ?? NOBODY
  if (below === 'all' || hiddenOf(neighbours.whole, options, span).size > 0) return 'all'
  const centresBelow = breakdown === 'centre' ? below : NOBODY
  const centres = hiddenOf(neighbours.centres, options, span, centresBelow)
  if (centreId !== null && centres.has(centreId)) return 'all'
  if (breakdown === null) return NOBODY
  if (breakdown === 'centre') return centres
  const everywhere = hiddenOf(neighbours.members, options, span, below)
  if (centreId === null) return everywhere
  return new Set(
    [...neighbours.membersWithin.values()].flatMap((family) => [
      ...hiddenOf(family, options, span, everywhere),
    ]),
  )
}

/** Who is hidden in a longer span is hidden in the shorter ones within it too. */
function hiddenOf(
  family: Family,
  options: VeilOptions,
  span: TimeSpan,
  already: ReadonlySet<string> = NOBODY,
): Set<string> {
  const [first = ''] = span.months
  const above =
    span.level === 'year'
      ? already
      : hiddenOf(
          family,
          options,
          spanOf(span.level === 'month' ? 'quarter' : 'year', first),
          already,
        )
  const past = siblingsOf(span).filter((each) => !runs(each, options.asOf))
  const counts = new Map(
    [...family].map(([member, months]) => [member, past.flatMap((each) => countIn(months, each))]),
  )
  return hiddenTogether(counts, options.smallest, above)
}

function isFewIn(options: VeilOptions, span: TimeSpan, member: string | null): boolean {
  const { neighbours, centreId, smallest } = options
  const family =
    member === null
      ? centreId === null
        ? neighbours.whole.get('')
        : neighbours.centres.get(centreId)
      : centreId === null
        ? (options.breakdown === 'centre' ? neighbours.centres : neighbours.members).get(member)
        : neighbours.membersWithin.get(centreId)?.get(member)
  return family !== undefined && countIn(family, span).some((count) => isFew(count, smallest))
}

function countIn(months: ReadonlyMap<PlainDate, readonly number[]>, span: TimeSpan): number[] {
  const sums: number[] = []
  for (const month of span.months) {
    months.get(month)?.forEach((count, index) => {
      sums[index] = (sums[index] ?? 0) + count
    })
  }
  const length = Math.max(0, ...[...months.values()].map((each) => each.length))
  return Array.from({ length }, (_, index) => sums[index] ?? 0)
}

function runs({ months }: TimeSpan, asOf: PlainDate): boolean {
  return (months.at(-1) ?? '').slice(0, 7) >= asOf.slice(0, 7)
}

/** The centres whose cells are hidden with those of one: its neighbour in order, so that all agree. */
export function pairOf(centreId: string, centreIds: readonly string[]): string[] {
  const ordered = [...new Set([...centreIds, centreId])].sort()
  const pair = Math.floor(ordered.indexOf(centreId) / 2)
  const pairs = Math.max(1, Math.floor(ordered.length / 2))
  const last = Math.min(pair, pairs - 1)
  return ordered.filter((_, index) => Math.min(Math.floor(index / 2), pairs - 1) === last)
}
