import { rm } from 'node:fs/promises'
import { expect, it } from '@jest/globals'
import { crashFolder } from '../crash/crash-rounds.ts'
import { runTablets } from './tablets-run.ts'

it('what waits on two tablets arrives once over a line that fails, while the program is killed', async () => {
  const dataDir = await crashFolder()
  const run = { dataDir, tablets: 2, filings: 20, kills: 1, pace: 1 / 20, seed: 7 }
  const report = await runTablets(run)
  await rm(dataDir, { recursive: true, force: true })
  expect(report).toMatchObject({ filed: 20, missing: [], doubled: [], verdict: 'sound' })
  const { none, ...mishaps } = report.mishaps
  expect(Object.values(mishaps).reduce((sum, times) => sum + times)).toBeGreaterThan(3)
  expect(none).toBeGreaterThan(0)
}, 300_000)
