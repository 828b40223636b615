/** Whether reading on still brings codes that nobody had needed before (after Guest and others, 2020). */

export const BASE = 12
export const RUN = 6
export const ENOUGH = 0.05
const RUNS_IN_A_ROW = 2

export interface SaturationRun {
  /** The texts of the run, counted from one. */
  from: number
  until: number
  fresh: number
  /** Codes in use at its end. */
  total: number
  /** New codes over those of the base; null when the base had none. */
  share: number | null
}

export interface Saturation {
  /** Codes in the first texts; null while they are not all read. */
  base: number | null
  runs: readonly SaturationRun[]
  /** How many texts it took, or null: not yet. */
  reachedAfter: number | null
}

/** `texts` are those read so far, in order: the inductive codes of each. Only whole runs count. */
export function saturationOf(texts: readonly (readonly string[])[]): Saturation {
  if (texts.length < BASE) return { base: null, runs: [], reachedAfter: null }
  const known = new Set(texts.slice(0, BASE).flat())
  const base = known.size
  const runs: SaturationRun[] = []
  for (let from = BASE; from + RUN <= texts.length; from += RUN) {
    const used = new Set(texts.slice(from, from + RUN).flat())
    const fresh = [...used].filter((code) => !known.has(code))
    for (const code of fresh) known.add(code)
    const share = base === 0 ? null : fresh.length / base
    runs.push({ from: from + 1, until: from + RUN, fresh: fresh.length, total: known.size, share })
  }
  return { base, runs, reachedAfter: reachedIn(runs) }
}

function reachedIn(runs: readonly SaturationRun[]): number | null {
  const isCalm = ({ share }: SaturationRun) => share !== null && share <= ENOUGH
  const at = runs.findIndex((_run, index) => {
    const row = runs.slice(index, index + RUNS_IN_A_ROW)
    return row.length === RUNS_IN_A_ROW && row.every(isCalm)
  })
  return runs[at + RUNS_IN_A_ROW - 1] && at >= 0 ? (runs[at + 1]?.until ?? null) : null
}
