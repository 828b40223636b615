import { listAdministrations } from '../../src/administrations/index.ts'
import { reportReader } from '../../src/analysis/index.ts'
import { verifyBook } from '../../src/cases/index.ts'
import { batchReader } from '../../src/imports/index.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import type { Command } from '../command-line/command.ts'
import { withDatabase } from '../command-line/with-system.ts'

const FAULTS_SHOWN = 20

export const command: Command = {
  summary:
    'Read every book from its first filing to its last and say whether anything was deleted or changed.',
  usage: 'verify',
  run: (_line, terminal) =>
    withDatabase(async ({ db }) => {
      let unsound = 0
      for (const { administrationId, slug } of await listAdministrations(db)) {
        const report = await verifyBook(
          db,
          administrationId,
          (filings) => terminal.progress(`${slug}: ${filings} filings`),
          {
            legacy_batch: batchReader(db, administrationId),
            period_report: reportReader(db, administrationId),
          },
        )
        const { filings, steps, contents, erased, legacyCases, reports, faults } = report
        terminal.say(
          `${slug}: ${faults.length === 0 ? 'sound' : 'NOT SOUND'}; ${filings} filings, ${steps} steps, ${contents} texts of which ${erased} erased, ${legacyCases} legacy cases, ${reports} signed reports`,
        )
        for (const { caseNumber, what, position } of faults.slice(0, FAULTS_SHOWN)) {
          terminal.say(`  ${caseNumber}, step ${position}: ${what.replaceAll('_', ' ')}`)
        }
        if (faults.length > 0) unsound += 1
      }
      if (unsound > 0) throw new CannotStart(`${unsound} books are not as they were written.`)
    }),
}
