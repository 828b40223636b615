import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { UsageProblem, type Command } from './command.ts'

const FOLDER = new URL('../commands/', import.meta.url)

export async function listCommands(): Promise<Command[]> {
  return Promise.all((await names()).map(load))
}

export async function findCommand(name: string): Promise<Command> {
  const known = await names()
  if (known.includes(name)) return load(name)
  throw new UsageProblem(`There is no command ${name}. There are: ${known.join(', ')}.`)
}

async function names(): Promise<string[]> {
  const files = await readdir(fileURLToPath(FOLDER))
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

async function load(name: string): Promise<Command> {
  const { command } = (await import(new URL(`${name}.ts`, FOLDER).href)) as { command: Command }
  return command
}
