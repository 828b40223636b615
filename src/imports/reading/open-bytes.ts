import { open } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What a packed file may grow to: a small file that unpacks without end is refused. */
const MOST_BYTES = 4 * 1024 ** 3

export class UnreadableFile extends Error {
  readonly code: UnreadableCode
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: UnreadableCode, values: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'UnreadableFile'
    this.code = code
    this.values = values
  }
}

export type UnreadableCode =
  | 'empty'
  | 'too_large'
  | 'too_many_columns'
  | 'record_too_long'
  | 'broken_archive'
  | 'no_sheet'
  | 'old_spreadsheet'
  | 'other_file'

/** The bytes of a file, unpacked if they are a gzip. */
export async function* openBytes(path: string): AsyncGenerator<Buffer> {
  const packed = (await firstBytes(path, 2)).equals(Buffer.from([0x1f, 0x8b]))
  const file = createReadStream(path, { highWaterMark: 128 * 1024 })
  const source: Readable = packed ? file.pipe(createGunzip()) : file
  // a pipe hands on what was read, not that reading failed
  if (packed) file.once('error', (error) => source.destroy(error))
  let bytes = 0
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > MOST_BYTES) throw new UnreadableFile('too_large')
      yield piece
    }
  } catch (error) {
    if (packed && isOfArchive(error)) throw new UnreadableFile('broken_archive')
    throw error
  } finally {
    file.destroy()
  }
}

export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export function isOfArchive(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE'
}
