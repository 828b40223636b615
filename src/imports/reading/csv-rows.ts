import { parse, type Parser } from 'csv-parse'
import type { Encoding } from './inspect-file.ts'
import { openBytes, UnreadableFile } from './open-bytes.ts'
import { LONGEST_ROW, MOST_COLUMNS, type RowsOfTable, type TableRow } from './table-row.ts'

export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

const SAMPLE_LETTERS = 64 * 1024

/** Reads a CSV as a stream: never more of it in memory than a few hundred rows. */
export async function* readCsvRows(
  path: string,
  { encoding, separator }: { encoding: Encoding; separator: Separator },
): RowsOfTable {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  })
  const taken = takeRows(parser)
  for await (const text of decoded(path, encoding)) {
    await write(parser, text, taken)
    yield* taken.rows()
  }
  parser.end()
  await taken.finished
  yield* taken.rows()
}

/** What the parser has made of the text so far. */
function takeRows(parser: Parser) {
  let rows: TableRow[] = []
  let row = 0
  let failure: Error | null = null
  parser.on('data', (cells: string[]) => {
    row += 1
    if (cells.length > MOST_COLUMNS) {
      failure ??= new UnreadableFile('too_many_columns', { row, most: MOST_COLUMNS })
    }
    rows.push({ row, cells })
  })
  const finished = new Promise<void>((resolve) => {
    parser.once('end', resolve)
    parser.once('error', (error) => {
      failure = asUnreadable(error, row + 1)
      resolve()
    })
  })
  return {
    finished,
    *rows() {
      if (failure) throw failure
      const taken = rows
      rows = []
      if (taken.length > 0) yield taken
    },
  }
}

function asUnreadable(error: Error, row: number): Error {
  const { code } = error as NodeJS.ErrnoException
  return code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED'
    ? new UnreadableFile('record_too_long', { row })
    : error
}

async function write(
  parser: Parser,
  text: string,
  { finished }: { finished: Promise<void> },
): Promise<void> {
  const written = new Promise<void>((resolve) => parser.write(text, () => resolve()))
  await Promise.race([written, finished])
}

/** The separator that parts the first rows most evenly into most columns. */
export async function guessSeparator(path: string, encoding: Encoding): Promise<Separator> {
  const lines = (await firstText(path, encoding)).split(/\r?\n|\r/).slice(0, 50)
  const score = (separator: Separator) => evenness(lines.map((line) => partsOf(line, separator)))
  return SEPARATORS.reduce((best, each) => (score(each) > score(best) ? each : best))
}

/** Separators inside quotes part nothing. */
function partsOf(line: string, separator: Separator): number {
  return line.replace(/"[^"]*"/g, '').split(separator).length
}

/** How many cuts the lines have that are cut into as many parts as most. */
function evenness(counts: readonly number[]): number {
  const lines = new Map<number, number>()
  for (const count of counts) lines.set(count, (lines.get(count) ?? 0) + 1)
  return Math.max(...[...lines].map(([count, times]) => (count - 1) * times))
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  let text = ''
  for await (const piece of decoded(path, encoding)) {
    text += piece
    if (text.length >= SAMPLE_LETTERS) break
  }
  return text.slice(0, SAMPLE_LETTERS)
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  // the decoder takes a mark away by itself
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding)
  for await (const piece of openBytes(path)) yield clean(decoder.decode(piece, { stream: true }))
  yield clean(decoder.decode())
}

/** The database keeps no NUL, and nobody typed one. */
function clean(text: string): string {
  return text.includes('\u0000') ? text.replaceAll('\u0000', '') : text
}
