import { rm } from 'node:fs/promises'
import { crashFolder, crashRounds } from '../test/crash/crash-rounds.ts'

/** `npm run crash [-- ROUNDS]`: the crash test as often as wanted, 100 times unless told. */
const rounds = Number(process.argv[2] ?? 100)
const dataDir = await crashFolder()
const report = await crashRounds(dataDir, rounds, (round) =>
  process.stderr.write(`\r${round}/${rounds}`),
)
await rm(dataDir, { recursive: true, force: true })
process.stdout.write(
  `\n${report.rounds} kills, ${report.acknowledged} acknowledged: ${report.missing.length} missing, ${report.doubled.length} doubled; the book is ${report.verdict}\n`,
)
if (report.missing.length + report.doubled.length > 0 || report.verdict !== 'sound')
  process.exitCode = 1
