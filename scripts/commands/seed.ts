import { prepareInstallation } from '../../src/installation/index.ts'
import { maySeed, seedAtOnce, seedBook } from '../../src/seeding/index.ts'
import { UsageProblem, type Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

/** Larger books are not lived through every action: that would take days. */
const MOST_DAY_BY_DAY = 20_000
const YEARS = '5'

export const command: Command = {
  summary:
    'Fill a book with invented cases of the last year, in every state; the same seed invents the same. ' +
    'With --years, or of more than 20,000 cases, an empty book of whole lives over so many years (five), ' +
    'written in batches.',
  usage: 'seed --cases N --seed S [--years Y] [--administration SLUG]',
  options: {
    cases: { type: 'string' },
    seed: { type: 'string' },
    years: { type: 'string' },
    administration: { type: 'string' },
  },
  run: (line, terminal) => {
    const cases = wholeNumber('cases', line.need('cases'))
    const seed = wholeNumber('seed', line.need('seed'))
    return withSystem(async (system) => {
      const now = system.clock()
      await prepareInstallation(system, now)
      const slug = line.find('administration') ?? 'demo'
      await maySeed(system, slug)
      const onProgress = (filed: number) => terminal.progress(`${slug}: ${filed} of ${cases}`)
      const years = line.find('years') ?? (cases > MOST_DAY_BY_DAY ? YEARS : null)
      const request = { slug, cases, seed, onProgress }
      const report =
        years === null
          ? await seedBook(system, request, now)
          : await seedAtOnce(system, { ...request, years: wholeNumber('years', years) }, now)
      const seconds = (system.clock().getTime() - now.getTime()) / 1000
      terminal.say(
        `${slug}: ${report.filed} cases and ${report.steps} steps from ${report.from} to ${report.until}, ` +
          `${Math.round(report.filed / Math.max(seconds, 0.001))} cases a second`,
      )
    })
  },
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageProblem(`--${name} has to be a whole number.`)
}
