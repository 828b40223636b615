import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProgram } from '../../test/support/program.ts'
import { fileFor } from './file-for.ts'
import { writeFilingScript } from './filing-script.ts'
import { findPgbench, runPgbench } from './pgbench.ts'
import { median } from './telling.ts'

const CALLERS = [1, 4, 8]
const ROUNDS = 3
const SECONDS = 5

/** Filings a second through HTTP beside the very same SQL by pgbench, book row included. */
export async function benchFiling(): Promise<void> {
  const pgbench = await findPgbench()
  const dataDir = await mkdtemp(join(tmpdir(), 'libro-abierto-bench-'))
  const program = startProgram(dataDir, { LOG_LEVEL: 'info' })
  try {
    const { url } = await program.ready()
    const floor = pgbench && (await writeFilingScript(dataDir))
    for (const callers of CALLERS) {
      const rates: number[] = []
      const floors: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        rates.push(await rateOf(url, callers))
        if (floor) floors.push(await runPgbench(pgbench, floor, callers, SECONDS))
      }
      tell(callers, median(rates), floor ? median(floors) : null)
    }
  } finally {
    program.kill('SIGTERM')
    await program.ended()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function tell(callers: number, rate: number, floor: number | null): void {
  const beside =
    floor === null
      ? 'pgbench not found'
      : `pgbench ${floor.toFixed(0)}, ratio 1/${(floor / rate).toFixed(2)}`
  process.stdout.write(`${callers} callers: ${rate.toFixed(0)} filings a second; ${beside}\n`)
}

/** Filings a second. */
async function rateOf(url: string, callers: number): Promise<number> {
  const began = performance.now()
  const filed = await fileFor(url, callers, SECONDS)
  return (filed * 1000) / (performance.now() - began)
}
