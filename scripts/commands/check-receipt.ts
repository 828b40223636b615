import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { checkReceipt, type CheckedReceipt } from '../../src/corruption-reports/index.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import type { Command } from '../command-line/command.ts'

const PROBLEMS: Readonly<Record<Extract<CheckedReceipt, { problem: string }>['problem'], string>> =
  {
    file: 'This is not the file with all the lists that the page gives.',
    words: 'The first line must be the ten words of the receipt, in their order.',
    hash: 'The second line must be the fingerprint of the report: 64 digits and letters from a to f.',
    not_found: 'The report is in none of these lists.',
    tampered: 'These lists are not what was signed, or not all of them: they prove nothing.',
  }

/** Words on a command line would stay in the shell's history: they come from standard input. */
export const command: Command = {
  summary:
    'Say in which week a report of corruption was filed: FILE holds all the lists; the ten words and the fingerprint come from standard input, a line each, ended by Ctrl-D.',
  usage: 'check-receipt FILE',
  words: 1,
  run: async (line, terminal) => {
    const file = await readFile(line.words[0] ?? '', 'utf8')
    const [words = '', ...hash] = (await text(process.stdin)).trim().split('\n')
    const checked = checkReceipt(file, words, hash.join(' '))
    if ('problem' in checked) throw new CannotStart(PROBLEMS[checked.problem])
    terminal.say(`This report was filed in the week of Monday ${checked.week}.`)
    terminal.say('Compare the key in the file with the one that the page shows, or that you kept.')
  },
}
