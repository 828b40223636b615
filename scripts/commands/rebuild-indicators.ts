import { listAdministrations } from '../../src/administrations/index.ts'
import { rebuildIndicators } from '../../src/analysis/index.ts'
import { UsageProblem, type Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Count all indicators anew from the cases. The old figures stay until the new ones are complete.',
  usage: 'rebuild-indicators [--administration SLUG]',
  options: { administration: { type: 'string' } },
  run: (line, terminal) =>
    withSystem(async ({ db, clock }) => {
      const slug = line.find('administration')
      const all = await listAdministrations(db)
      const wanted = all.filter((each) => slug === null || each.slug === slug)
      if (wanted.length === 0) throw new UsageProblem(`There is no administration ${slug}.`)
      for (const each of wanted) {
        const { cases, cells } = await rebuildIndicators(
          db,
          each.administrationId,
          clock(),
          (counted) => terminal.progress(`${each.slug}: ${counted} cases`),
        )
        terminal.say(`${each.slug}: ${cases} cases counted into ${cells} cells`)
      }
    }),
}
