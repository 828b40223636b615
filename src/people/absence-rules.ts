/** Somebody who is away on the day in question. */
export interface Absent {
  accountId: string
  substituteAccountId: string | null
}

/**
 * Who stands in for somebody on that day: the substitute, or the substitute's own while that one
 * is away too. Null when nobody is left to ask.
 */
export function standInFor(accountId: string, absent: readonly Absent[]): string | null {
  const seen = new Set<string>()
  let candidate: string | null = accountId
  while (candidate !== null && !seen.has(candidate)) {
    const away = absent.filter((each) => each.accountId === candidate)
    if (away.length === 0) return candidate
    seen.add(candidate)
    candidate = away.find((each) => each.substituteAccountId !== null)?.substituteAccountId ?? null
  }
  return null
}
