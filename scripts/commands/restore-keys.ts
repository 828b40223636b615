import { readKeysBackup } from '../../src/backup/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary: 'Bring the keys of sealed reports back, before the backup itself.',
  usage: 'restore-keys FILE [--old]',
  options: { old: { type: 'boolean' } },
  words: 1,
  run: (line, terminal) =>
    withSystem(async (system) => {
      const { madeOn } = await readKeysBackup(system, line.words[0] ?? '', { old: line.has('old') })
      terminal.say(`The keys of ${madeOn} are back. Now: npm run libro -- restore FILE`)
    }),
}
