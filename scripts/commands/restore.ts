import { readBackup } from '../../src/backup/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary: 'Bring a backup back into an empty book.',
  usage: 'restore FILE',
  words: 1,
  run: (line, terminal) =>
    withSystem(async (system) => {
      const report = await readBackup(system, line.words[0] ?? '')
      const { tables, files, erasedAgain } = report
      terminal.say(`${tables} tables and ${files} files are back. Now: npm run libro -- verify`)
      if (erasedAgain > 0) terminal.say(`${erasedAgain} cases were erased again.`)
    }),
}
