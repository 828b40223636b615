export interface Proportion {
  n: number
  share: number
  /** 95 % interval of Wilson. */
  low: number
  high: number
}

const Z = 1.96

/** Null when nobody answered: there is no share of nothing. */
export function proportionOf(hits: number, n: number): Proportion | null {
  if (n === 0) return null
  const share = hits / n
  const stretch = 1 + Z ** 2 / n
  const centre = (share + Z ** 2 / (2 * n)) / stretch
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / stretch
  return { n, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** Null when nobody was counted: not computable, which is never zero. */
export function ratePerThousand(events: number, attended: number | null): number | null {
  return attended === null || attended === 0 ? null : (1000 * events) / attended
}

/** Answers of each hundred who were asked. */
export function responseRate(responses: number, base: number | null): number | null {
  return base === null || base === 0 ? null : responses / base
}

/**
 * How much rarer or more frequent something is after than before, on what each is counted on; null where
 * either happened never or was counted on nobody (Katz's interval, 95 %).
 */
export function riskRatio(
  after: { events: number; base: number },
  before: { events: number; base: number },
): { ratio: number; low: number; high: number } | null {
  const counts = [after.events, after.base, before.events, before.base]
  if (counts.some((count) => count <= 0)) return null
  const log = Math.log(after.events / after.base / (before.events / before.base))
  const half = Z * Math.sqrt(1 / after.events + 1 / before.events)
  return { ratio: Math.exp(log), low: Math.exp(log - half), high: Math.exp(log + half) }
}
