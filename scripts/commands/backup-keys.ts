import { writeKeysBackup } from '../../src/backup/index.ts'
import { KEYS_KEPT_DAYS } from '../../src/corruption-reports/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary: 'Copy the keys of sealed reports into an encrypted file, to be destroyed after a week.',
  usage: 'backup-keys FILE',
  words: 1,
  run: (line, terminal) =>
    withSystem(async (system) => {
      const [path = ''] = line.words
      await writeKeysBackup(system, path)
      terminal.say(
        `${path}: keep it apart from the backup and destroy it after ${KEYS_KEPT_DAYS} days.`,
      )
    }),
}
