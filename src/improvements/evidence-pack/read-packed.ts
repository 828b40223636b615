import { open, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { NotFound } from '../../platform/errors.ts'

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30

/** One file out of a pack as it would leave, flowing; the rest is not read. */
export async function openPacked(packPath: string, path: string): Promise<Readable> {
  const file = await open(packPath)
  try {
    const { from, size, isPacked } = await findEntry(file, path)
    const content = file.createReadStream({ start: from, end: from + size - 1 })
    if (!isPacked) return content
    const whole = createInflateRaw()
    content.once('error', (error) => whole.destroy(error))
    whole.once('close', () => content.destroy())
    return content.pipe(whole)
  } catch (error) {
    await file.close()
    throw error
  }
}

async function findEntry(
  file: FileHandle,
  path: string,
): Promise<{ from: number; size: number; isPacked: boolean }> {
  const list = await readList(file)
  let at = 0
  while (at + ENTRY_LENGTH <= list.length && list.readUInt32LE(at) === ENTRY) {
    const nameEnd = at + ENTRY_LENGTH + list.readUInt16LE(at + 28)
    if (list.toString('utf8', at + ENTRY_LENGTH, nameEnd) === path) {
      const start = list.readUInt32LE(at + 42)
      const local = await take(file, start, LOCAL_LENGTH)
      return {
        from: start + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28),
        size: list.readUInt32LE(at + 20),
        isPacked: list.readUInt16LE(at + 10) === 8,
      }
    }
    at = nameEnd + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  throw new NotFound()
}

/** Where everything lies; a pack is written without a comment, so that its end is where it is looked for. */
async function readList(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const end = await take(file, size - END_LENGTH, END_LENGTH)
  if (end.readUInt32LE(0) !== END) throw new NotFound()
  return take(file, end.readUInt32LE(16), end.readUInt32LE(12))
}

async function take(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer
}
