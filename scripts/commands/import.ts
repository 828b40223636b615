import { setFlagsFromString } from 'node:v8'
import type { Command } from '../command-line/command.ts'

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
  async run(line, terminal) {
    // set before the program is read, so that the process keeps small beside the server
    setFlagsFromString('--optimize-for-size')
    const { runImport } = await import('../importing/run-import.ts')
    await runImport(line, terminal)
  },
}
