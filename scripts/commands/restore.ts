import { readBackup } from '../../src/backup/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary: 'Bring a backup back into an empty book.',
  usage: 'restore FILE',
  words: 1,
  run: (line, terminal) =>
    withSystem(async (system) => {
      const { tables, files } = await readBackup(system, line.words[0] ?? '')
      terminal.say(`${tables} tables and ${files} files are back. Now: npm run libro -- verify`)
    }),
}
