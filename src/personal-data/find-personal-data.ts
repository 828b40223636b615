import { overlap, type Finder, type Found, type Span } from './personal-data.ts'

/** Pure, so that the same text always gives the same. What an earlier finder found is no later one's. */
export function findPersonalData(
  text: string,
  finders: readonly Finder[],
  keeps: readonly string[] = [],
): Found[] {
  const found: Found[] = []
  const kept = spansOf(text, keeps)
  for (const finder of finders) {
    const isNew = (one: Found) => ![...found, ...kept].some((other) => overlap(one, other))
    found.push(...finder(text).filter(isNew))
  }
  return found.toSorted((one, other) => one.start - other.start)
}

/** Stretches that are nobody, whatever they look like. */
function spansOf(text: string, keeps: readonly string[]): Span[] {
  return keeps.flatMap((kept) => {
    const spans: Span[] = []
    for (let at = text.indexOf(kept); at >= 0; at = text.indexOf(kept, at + kept.length)) {
      spans.push({ start: at, end: at + kept.length })
    }
    return spans
  })
}
