import { parseArgs, type ParseArgsConfig } from 'node:util'
import { CannotStart } from '../../src/platform/errors.ts'
import type { Terminal } from './terminal.ts'

export interface CommandLine {
  /** What stands without a name, in order. */
  words: readonly string[]
  /** One option that must be given. */
  need(name: string): string
  find(name: string): string | null
  has(name: string): boolean
}

/** Exported as `command` by each file in scripts/commands, whose name is the command's. */
export interface Command {
  /** One line, in the imperative. */
  summary: string
  /** As one types it: `import FILE --mapping FILE [--dry-run]`. */
  usage: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes; none when missing. */
  words?: number
  /** The exit status of every failure, for whoever calls it and acts on that; missing: 1, or 2 for usage. */
  failsWith?: number
  run(line: CommandLine, terminal: Terminal): Promise<void>
}

export class UsageProblem extends CannotStart {}

export function parseCommandLine(command: Command, args: readonly string[]): CommandLine {
  const { values, positionals } = parse(command, args)
  const wanted = command.words ?? 0
  if (positionals.length !== wanted) throw usageProblem(command, `it takes ${wanted} word(s)`)
  const find = (name: string) => (typeof values[name] === 'string' ? values[name] : null)
  return {
    words: positionals,
    find,
    has: (name) => values[name] === true,
    need(name) {
      const value = find(name)
      if (value === null) throw usageProblem(command, `--${name} is missing`)
      return value
    },
  }
}

function parse(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: command.options ?? {},
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    throw usageProblem(command, told.split('. ')[0] ?? '')
  }
}

function usageProblem(command: Command, problem: string): UsageProblem {
  return new UsageProblem(`${problem}. Usage: npm run libro -- ${command.usage}`)
}
