import { getBookRules } from '../../src/administrations/index.ts'
import { exportBook } from '../../src/imports/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Write a whole book, older books included, as CSV files with the mappings that bring them in again; --in-full adds persons, histories and answers.',
  usage: 'export-book --administration SLUG --out FOLDER [--in-full]',
  options: {
    administration: { type: 'string' },
    out: { type: 'string' },
    'in-full': { type: 'boolean' },
  },
  run: (line, terminal) => {
    const slug = line.need('administration')
    const folder = line.need('out')
    return withSystem(async (system) => {
      const now = system.clock()
      const book = await getBookRules(system, slug, now)
      const wanted = { folder, inFull: line.has('in-full'), now }
      const { files, cases, legacyCases, erased } = await exportBook(system, book, wanted)
      terminal.say(
        `${slug}: ${cases} cases and ${legacyCases} legacy cases in ${folder}; ${erased} were erased`,
      )
      for (const file of files) terminal.say(`  ${file}`)
    })
  },
}
