import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What benches say, and how they take times: as ratios, of the middle of several tries. */

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export async function timeOf(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const MIB = 2 ** 20

/** By how many MiB what is held in memory grew at most while work was done, looked at ten times a second. */
export async function memoryOf(work: () => Promise<unknown>): Promise<number> {
  collectGarbage()
  const before = held()
  let most = before
  const look = setInterval(() => (most = Math.max(most, held())), 100)
  try {
    await work()
  } finally {
    clearInterval(look)
  }
  return Math.round((Math.max(most, held()) - before) / MIB)
}

/** With what waits to be collected. */
function held(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** What was left behind before is not counted. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
