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
import { UsageProblem, type CommandLine } from '../command-line/command.ts'
import type { Terminal } from '../command-line/terminal.ts'
import { withSystem } from '../command-line/with-system.ts'

/** Brings an older book in, or tries to, and says what came of it. */
export async function runImport(line: CommandLine, terminal: Terminal): Promise<void> {
  const [path = ''] = line.words
  const slug = line.need('administration')
  const mappingPath = line.need('mapping')
  const dryRun = line.has('dry-run')
  const t = translator(line.find('language') ?? defaultLanguage)
  const list = line.find('problems') ?? `${path}.problems.csv`
  await withSystem(async (system) => {
    const now = system.clock()
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
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageProblem(`There is no file ${path}.`)
  }
}
