import { benchAnalysis } from './bench/analysis.ts'
import { benchBoard } from './bench/board.ts'
import { benchDesk } from './bench/desk.ts'
import { benchEvidence } from './bench/evidence.ts'
import { benchFiling } from './bench/filing-rate.ts'
import { benchImport } from './bench/import.ts'
import { benchProcesses } from './bench/processes.ts'
import { benchSealed } from './bench/sealed.ts'
import { benchSlowNetwork } from './bench/slow-network.ts'
import { benchStatements } from './bench/statements.ts'
import { benchSuggestions } from './bench/suggestions.ts'
import { benchTablets } from './bench/tablets.ts'

/** `npm run bench [-- NAME]`: ratios between things run side by side; absolute times mean nothing. */
const benches: Record<string, (args: readonly string[]) => Promise<void>> = {
  analysis: benchAnalysis,
  board: benchBoard,
  desk: benchDesk,
  evidence: benchEvidence,
  filing: benchFiling,
  import: benchImport,
  processes: benchProcesses,
  sealed: benchSealed,
  'slow-network': benchSlowNetwork,
  statements: benchStatements,
  suggestions: benchSuggestions,
  tablets: benchTablets,
}

const [first, ...rest] = process.argv.slice(2)
/** Some take what follows their name: files, or sizes. */
const args = ['analysis', 'desk', 'suggestions'].includes(first ?? '') ? rest : []
const wanted = process.argv.slice(2, process.argv.length - args.length)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.\n`,
  )
  process.exit(2)
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stdout.write(`\n## ${name}\n`)
  await bench(args)
}
