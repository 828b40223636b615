import { explainFailure } from '../src/platform/explain-failure.ts'
import { findCommand, listCommands } from './command-line/commands.ts'
import { parseCommandLine, UsageProblem } from './command-line/command.ts'
import { openTerminal } from './command-line/terminal.ts'

let failsWith: number | undefined

/** `npm run libro -- COMMAND …`: one file in scripts/commands for each command. */
async function run([name, ...rest]: readonly string[]): Promise<void> {
  const terminal = openTerminal()
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.say(await overview())
    if (name === undefined) process.exitCode = 2
    return
  }
  const command = await findCommand(name)
  failsWith = command.failsWith
  if (rest.includes('--help')) {
    terminal.say(`${command.summary}\n\n  npm run libro -- ${command.usage}`)
    return
  }
  await command.run(parseCommandLine(command, rest), terminal)
}

async function overview(): Promise<string> {
  const commands = await listCommands()
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`)
  return ['npm run libro -- COMMAND', '', ...lines, '', 'COMMAND --help tells more.'].join('\n')
}

// ending by itself, the process takes an embedded database of its own with it
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(130))
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  const explained = explainFailure(error)
  if (explained === null && failsWith === undefined) throw error
  // a mail server sends on what is said here: the name of an error says nothing of its message
  process.stderr.write(`${explained ?? (error instanceof Error ? error.name : 'failed')}\n`)
  process.exitCode = failsWith ?? (error instanceof UsageProblem ? 2 : 1)
}
