import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { getBookRules } from '../../src/administrations/index.ts'
import {
  importFile,
  openProblemList,
  readMapping,
  sayImportFailure,
  sayReport,
  tryImport,
  type RowProblem,
} from '../../src/imports/index.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import { defaultLanguage, translator } from '../../src/platform/i18n/index.ts'
import { UsageProblem, type Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Bring in an older book from a CSV (also .gz) or XLSX file; --dry-run says what would happen and changes nothing.',
  usage:
    'import FILE --administration SLUG --mapping FILE [--dry-run] [--problems FILE] [--language CODE]',
  words: 1,
  options: {
    administration: { type: 'string' },
    mapping: { type: 'string' },
    'dry-run': { type: 'boolean' },
    problems: { type: 'string' },
    language: { type: 'string' },
  },
  run: (line, terminal) => {
    const [path = ''] = line.words
    const slug = line.need('administration')
    const mappingPath = line.need('mapping')
    const dryRun = line.has('dry-run')
    const t = translator(line.find('language') ?? defaultLanguage)
    return withSystem(async (system) => {
      const now = system.clock()
      const list = line.find('problems') ?? `${path}.problems.csv`
      const problems = openProblemList(list, t)
      try {
        const request = {
          book: await getBookRules(system, slug, now),
          path,
          fileName: basename(path),
          mapping: readMapping(await readText(mappingPath)),
          accountId: null,
          now,
          onProgress: async (row: number) => {
            terminal.progress(`${basename(path)}: ${row} rows`)
            await problems.settle()
          },
          onProblem: (problem: RowProblem) => problems.add(problem),
        }
        const result = await (dryRun ? tryImport : importFile)(system, request)
        for (const said of sayReport(result, { dryRun, t })) terminal.say(said)
      } catch (error) {
        const said = sayImportFailure(error, t)
        if (said === null) throw error
        throw new CannotStart(said.join('\n'))
      } finally {
        if (await problems.close()) terminal.say(list)
      }
    })
  },
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageProblem(`There is no file ${path}.`)
  }
}
