import { writeBackup } from '../../src/backup/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary: 'Write everything into one encrypted file, while the book goes on working.',
  usage: 'backup FILE',
  words: 1,
  run: (line, terminal) =>
    withSystem(async (system) => {
      const [path = ''] = line.words
      const { tables, files, sealed } = await writeBackup(system, path)
      terminal.say(
        `${path}: ${tables} tables and ${files} files. Keep the secrets folder of DATA_DIR apart from it.`,
      )
      terminal.say(
        sealed === 'copied'
          ? 'The keys of sealed reports are not in it: npm run libro -- backup-keys FILE'
          : `No sealed reports are in it: that part is closed (${sealed}).`,
      )
    }),
}
