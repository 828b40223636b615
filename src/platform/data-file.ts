import { readFile } from 'node:fs/promises'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { CannotStart } from './errors.ts'

/** Rules and administrations come as YAML files; whoever wrote one is told the line of every problem. */

export type Path = readonly PropertyKey[]

export interface DataProblem {
  path: Path
  message: string
}

export interface DataFile {
  name: string
  data: unknown
  lineOf(path: Path): number
}

export class BadDataFile extends CannotStart {
  readonly problems: readonly { line: number; at: string; message: string }[]

  constructor(file: Pick<DataFile, 'name' | 'lineOf'>, problems: readonly DataProblem[]) {
    const located = problems.map(({ path, message }) => ({
      line: file.lineOf(path),
      at: '/' + path.map(String).join('/'),
      message,
    }))
    const lines = located.map(({ line, at, message }) => `  line ${line}, ${at}: ${message}`)
    super(`${file.name} cannot be used:\n${lines.join('\n')}`)
    this.problems = located
  }
}

export async function readDataFile(path: string): Promise<DataFile> {
  return parseDataFile(path, await readText(path))
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new CannotStart(`${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

export function parseDataFile(name: string, text: string): DataFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const [error] = document.errors
  if (error) {
    const lineOf = () => error.linePos?.[0].line ?? 1
    throw new BadDataFile({ name, lineOf }, [
      { path: [], message: error.message.split('\n')[0] ?? '' },
    ])
  }
  const lineOf = (path: Path): number => {
    const node = document.getIn(path.map(String), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1))
  }
  return { name, data: document.toJS() as unknown, lineOf }
}

/** The data as the schema makes it, or an error that lists everything the schema holds against it. */
export function checkData<Schema extends z.ZodType>(
  file: DataFile,
  schema: Schema,
): z.output<Schema> {
  const result = schema.safeParse(file.data)
  if (result.success) return result.data
  throw new BadDataFile(file, result.error.issues)
}
