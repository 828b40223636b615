import { isFew } from './shown-cells.ts'

/** What each member of a breakdown counts in each of the spans that are hidden or shown as one. */
export type CountsOf = ReadonlyMap<string, readonly number[]>

/**
 * Which members stay hidden in all of these spans, given that each span's sum over the members is told and
 * each member's sum over the spans. They are hidden as a box, at least two members wide: whatever one of its
 * cells were, the others could make up for it, so that no subtraction finds any of them. More join until no
 * span tells that the hidden ones together are few.
 */
export function hiddenTogether(
  counts: CountsOf,
  smallest: number,
  already: ReadonlySet<string> = new Set(),
): Set<string> {
  const hidden = new Set([...counts.keys()].filter((member) => already.has(member)))
  for (const [member, spans] of counts) {
    if (spans.some((count) => isFew(count, smallest))) hidden.add(member)
  }
  while (hidden.size > 0) {
    const next = smallestThatHelps(counts, hidden, smallest)
    if (next === null) break
    hidden.add(next)
  }
  return hidden
}

/** Who next: for a span that would tell the few, its smallest member; else, for one alone, the smallest. */
function smallestThatHelps(
  counts: CountsOf,
  hidden: ReadonlySet<string>,
  smallest: number,
): string | null {
  const shown = [...counts].filter(([member]) => !hidden.has(member))
  const length = Math.max(0, ...[...counts.values()].map((spans) => spans.length))
  for (let span = 0; span < length; span += 1) {
    if (!isFew(sumOf(counts, hidden, span), smallest)) continue
    const next = smallestOf(shown.map(([member, spans]) => [member, spans[span] ?? 0]))
    if (next !== null) return next
  }
  if (hidden.size >= 2) return null
  return smallestOf(shown.map(([member, spans]) => [member, spans.reduce((a, b) => a + b, 0)]))
}

function smallestOf(sizes: [string, number][]): string | null {
  const [next] = sizes
    .filter(([, size]) => size > 0)
    .sort(([nameOfOne, one], [nameOfOther, other]) =>
      one === other ? (nameOfOne < nameOfOther ? -1 : 1) : one - other,
    )
  return next?.[0] ?? null
}

function sumOf(counts: CountsOf, members: ReadonlySet<string>, span: number): number {
  return [...members].reduce((sum, member) => sum + (counts.get(member)?.[span] ?? 0), 0)
}
