import { migrate, readMigrationStatus } from '../../src/platform/database/migrate.ts'
import type { Database } from '../../src/platform/database/open-database.ts'
import type { Command } from '../command-line/command.ts'
import type { Terminal } from '../command-line/terminal.ts'
import { withDatabase, withSealed } from '../command-line/with-system.ts'
import { checkSealed } from '../doctor/sealed-checks.ts'

export const command: Command = {
  summary: 'Bring the schema of the database up to date, or with --status only tell what is open.',
  usage: 'migrate [--status]',
  options: { status: { type: 'boolean' } },
  run: (line, terminal) =>
    withDatabase(async (database) => {
      if (line.has('status')) return tellStatus(database, terminal)
      const applied = await migrate(database)
      const sealed = await withSealed(database, { migrate: true }, checkSealed)
      terminal.say(applied.length === 0 ? 'The schema was up to date.' : 'Applied:')
      for (const name of applied) terminal.say(`  ${name}`)
      terminal.say(sealed.text)
    }),
}

async function tellStatus({ db }: Database, terminal: Terminal): Promise<void> {
  const { applied, pending } = await readMigrationStatus(db)
  terminal.say(`${applied.length} applied, ${pending.length} open`)
  for (const name of pending) terminal.say(`  ${name}`)
}
