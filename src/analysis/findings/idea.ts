/** One idea that somebody told, coded: what findings are made of. Its text is masked. */
export interface Idea {
  segmentId: string
  caseId: string
  centreId: string | null
  code: string
  text: string
  /** From 1, low, to 4, grave. */
  severity: number
  stage: string | null
  /** Bad, neither, good: -1, 0, 1. */
  valence: number
}

/** Of a praise no cause is looked for. */
export function isTrouble({ valence }: Pick<Idea, 'valence'>): boolean {
  return valence <= 0
}

export function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** In the order of codes, which is the same in every language and on every machine. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
