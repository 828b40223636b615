import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { isOfArchive, UnreadableFile } from '../open-bytes.ts'

/** One file inside an archive, by its place there. */
interface Entry {
  at: number
  packedBytes: number
  isPacked: boolean
}

export interface Zip {
  has(name: string): boolean
  /** The text of one file, piece by piece; never whole in memory. */
  read(name: string): AsyncGenerator<string>
}

const END = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535
const LONGEST_DIRECTORY = 4 * 1024 * 1024
/** What one file may unpack to. */
const MOST_BYTES = 2 * 1024 ** 3

export async function openZip(path: string): Promise<Zip> {
  const file = await open(path)
  try {
    const entries = readDirectory(await directoryOf(file))
    return {
      has: (name) => entries.has(name),
      read: (name) => readEntry(path, entries.get(name)),
    }
  } finally {
    await file.close()
  }
}

async function directoryOf(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - LONGEST_COMMENT - 22), size)
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end === -1 || tail.readUInt32LE(end) !== END || end + 22 > tail.length) throw broken()
  const bytes = tail.readUInt32LE(end + 12)
  const at = tail.readUInt32LE(end + 16)
  if (bytes > LONGEST_DIRECTORY || at + bytes > size) throw broken()
  return readAt(file, at, at + bytes)
}

async function readAt(file: FileHandle, from: number, until: number): Promise<Buffer> {
  const buffer = Buffer.alloc(until - from)
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from)
  return buffer.subarray(0, bytesRead)
}

function readDirectory(directory: Buffer): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.set(directory.toString('utf8', at + 46, at + 46 + nameBytes), {
      at: directory.readUInt32LE(at + 42),
      packedBytes: directory.readUInt32LE(at + 20),
      isPacked: directory.readUInt16LE(at + 10) !== 0,
    })
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function* readEntry(path: string, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) throw broken()
  const start = await contentAt(path, entry)
  const packed = createReadStream(path, { start, end: start + entry.packedBytes - 1 })
  const pieces = entry.isPacked ? packed.pipe(createInflateRaw()) : packed
  if (entry.isPacked) packed.once('error', (error) => pieces.destroy(error))
  const decoder = new TextDecoder('utf-8')
  let bytes = 0
  try {
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      bytes += piece.length
      if (bytes > MOST_BYTES) throw new UnreadableFile('too_large')
      yield decoder.decode(piece, { stream: true })
    }
  } catch (error) {
    throw isOfArchive(error) ? broken() : error
  } finally {
    packed.destroy()
  }
}

/** Behind a header of its own, whose length the directory does not say. */
async function contentAt(path: string, { at }: Entry): Promise<number> {
  const file = await open(path)
  try {
    const header = await readAt(file, at, at + 30)
    if (header.length < 30) throw broken()
    return at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

function broken(): UnreadableFile {
  return new UnreadableFile('broken_archive')
}
