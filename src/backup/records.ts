import type { Readable } from 'node:stream'

/** A record: a JSON line that names it, then parts of bytes, each behind its length, ended by a length of 0. */
export interface RecordName {
  kind: 'backup' | 'table' | 'sealed_table' | 'file' | 'end'
  name: string
  columns?: string[]
  migrations?: string[]
  /** Missing where the sealed part was closed. */
  sealedMigrations?: string[]
}

export async function* writeRecord(
  record: RecordName,
  parts: AsyncIterable<Buffer> | readonly Buffer[] = [],
): AsyncGenerator<Buffer> {
  const line = Buffer.from(JSON.stringify(record))
  yield lengthOf(line)
  yield line
  for await (const part of parts) {
    if (part.length === 0) continue
    yield lengthOf(part)
    yield part
  }
  yield lengthOf(Buffer.alloc(0))
}

function lengthOf(part: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(part.length)
  return length
}

export interface ReadRecord extends RecordName {
  /** To be read to its end before the next record is asked for. */
  parts: AsyncGenerator<Buffer>
}

export async function* readRecords(source: Readable): AsyncGenerator<ReadRecord> {
  const take = taker(source)
  for (;;) {
    const length = await take(4)
    if (length === null) return
    const line = await take(length.readUInt32BE())
    if (line === null) throw new Error('a backup ended in the middle of a record')
    yield { ...(JSON.parse(line.toString()) as RecordName), parts: readParts(take) }
  }
}

type Take = (bytes: number) => Promise<Buffer | null>

async function* readParts(take: Take): AsyncGenerator<Buffer> {
  for (;;) {
    const length = (await take(4))?.readUInt32BE()
    if (length === undefined) throw new Error('a backup ended in the middle of a record')
    if (length === 0) return
    const part = await take(length)
    if (part === null) throw new Error('a backup ended in the middle of a record')
    yield part
  }
}

/** Exactly so many bytes, or null at the end. */
function taker(source: Readable): Take {
  const iterator = source[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let held = Buffer.alloc(0)
  return async (bytes) => {
    while (held.length < bytes) {
      const { value, done } = (await iterator.next()) as IteratorResult<Buffer, undefined>
      if (done) return null
      held = Buffer.concat([held, value])
    }
    const taken = held.subarray(0, bytes)
    held = held.subarray(bytes)
    return taken
  }
}
