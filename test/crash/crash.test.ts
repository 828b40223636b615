import { rm } from 'node:fs/promises'
import { expect, it } from '@jest/globals'
import { crashFolder, crashRounds } from './crash-rounds.ts'

it('a book loses nothing that it acknowledged when program and database are killed at random', async () => {
  const dataDir = await crashFolder()
  const report = await crashRounds(dataDir, 3)
  await rm(dataDir, { recursive: true, force: true })
  expect(report.acknowledged).toBeGreaterThan(0)
  expect(report).toMatchObject({ missing: [], doubled: [], verdict: 'sound' })
}, 300_000)
