import { demoCode } from '../../src/corruption-reports/index.ts'
import { readEnvironment } from '../../src/environment.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import type { Command } from '../command-line/command.ts'

export const command: Command = {
  summary:
    'Print the code of the second step of an account of the demonstration, as its app would.',
  usage: 'demo-code EMAIL',
  words: 1,
  run: async (line, terminal) => {
    if (readEnvironment().environment === 'production') {
      throw new CannotStart('There is no demonstration in production.')
    }
    terminal.say(demoCode(line.words[0] ?? '', systemClock()))
  },
}
