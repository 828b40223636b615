import type { AddedAdministration } from '../../src/installation/index.ts'
import { addAdministration, loadPacks } from '../../src/installation/index.ts'
import type { Command } from '../command-line/command.ts'
import type { Terminal } from '../command-line/terminal.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Add a public body with its units, centres, services, people, terms and routing rules from a YAML file.',
  usage: 'add-administration FILE',
  words: 1,
  run: (line, terminal) =>
    withSystem(async (system) => {
      const now = system.clock()
      await loadPacks(system, now)
      const added = await addAdministration(system, line.words[0] ?? '', now)
      tell(added, system.config.baseUrl, terminal)
    }),
}

function tell({ name, slug, passwords, missing }: AddedAdministration, at: string, to: Terminal) {
  to.say(`${name}: ${at}/${slug}`)
  if (missing.length > 0) to.say('It stays closed until this is entered:')
  for (const what of missing) {
    to.say(what.reason === 'term_missing' ? `  ${what.step} of ${what.kind}` : `  ${what.reason}`)
  }
  if (passwords.length > 0) to.say('Passwords for the first sign-in, shown only now:')
  for (const { email, password } of passwords) to.say(`  ${email}  ${password}`)
}
