import { readFile } from 'node:fs/promises'
import { getBookRules } from '../../src/administrations/index.ts'
import { importCentres, readCentreMapping, sayImportFailure } from '../../src/imports/index.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import { defaultLanguage, translator } from '../../src/platform/i18n/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Bring the offices of a directory in as centres; those of a known name stay as they are.',
  usage: 'import-centres FILE --administration SLUG --mapping FILE [--dry-run]',
  words: 1,
  options: {
    administration: { type: 'string' },
    mapping: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: (line, terminal) => {
    const [path = ''] = line.words
    const slug = line.need('administration')
    const mappingPath = line.need('mapping')
    const dryRun = line.has('dry-run')
    return withSystem(async (system) => {
      const now = system.clock()
      const book = await getBookRules(system, slug, now)
      try {
        const mapping = readCentreMapping(await readFile(mappingPath, 'utf8'))
        const report = await importCentres(system, { book, path, mapping, dryRun, now })
        const { rows, blankRows, taken, unchanged, refused } = report
        const did = dryRun ? 'would be taken' : 'taken'
        terminal.say(
          `${rows} rows and ${blankRows} empty ones: ${taken} ${did}, ${unchanged} here already, ${refused.length} refused`,
        )
        for (const { row, code } of refused) terminal.say(`  row ${row}: ${code.replace('_', ' ')}`)
      } catch (error) {
        const said = sayImportFailure(error, translator(defaultLanguage))
        if (said === null) throw error
        throw new CannotStart(said.join('\n'))
      }
    })
  },
}
