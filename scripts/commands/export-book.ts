import { getBookRules } from '../../src/administrations/index.ts'
import { exportBook } from '../../src/imports/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Write a whole book, older books included, as CSV files with the mappings that bring them in again.',
  usage: 'export-book --administration SLUG --out FOLDER',
  options: { administration: { type: 'string' }, out: { type: 'string' } },
  run: (line, terminal) => {
    const slug = line.need('administration')
    const folder = line.need('out')
    return withSystem(async (system) => {
      const book = await getBookRules(system, slug, system.clock())
      const { files, cases, legacyCases, erased } = await exportBook(system, book, folder)
      terminal.say(
        `${slug}: ${cases} cases and ${legacyCases} legacy cases in ${folder}; ${erased} were erased`,
      )
      for (const file of files) terminal.say(`  ${file}`)
    })
  },
}
