import { rm } from 'node:fs/promises'
import { crashFolder } from '../../test/crash/crash-rounds.ts'
import { runTablets } from '../../test/failing-line/tablets-run.ts'

const RUN = { tablets: 8, filings: 500, kills: 3, pace: 1, seed: 1 }

/** How long eight tablets with 500 filings take over a line that fails, and that nothing is lost on it. */
export async function benchTablets(): Promise<void> {
  const dataDir = await crashFolder()
  const report = await runTablets({ dataDir, ...RUN }, (sent) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${sent}/${RUN.filings}`)
  })
  await rm(dataDir, { recursive: true, force: true })
  const { none, ...mishaps } = report.mishaps
  const told = Object.entries(mishaps).map(([name, times]) => `${name} ${times}`)
  process.stdout.write(
    [
      `${RUN.tablets} tablets, ${RUN.filings} filings, the program killed ${RUN.kills} times`,
      `requests: ${none} went well; ${told.join(', ')}`,
      `filed ${report.filed}, lost ${report.missing.length}, doubled ${report.doubled.length}`,
      `all queues empty after ${report.seconds.toFixed(1)} s; the book is ${report.verdict}`,
      '',
    ].join('\n'),
  )
  if (report.missing.length + report.doubled.length > 0) process.exitCode = 1
}
