import { open, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { NotFound } from '../../platform/errors.ts'
import { entriesOf, listPlace, readLargeEnd, type Entry, END_LENGTH, LARGE } from './zip-list.ts'

const LOCAL_LENGTH = 30

/** One file out of a pack as it would leave, flowing; the rest is not read. */
export async function openPacked(packPath: string, path: string): Promise<Readable> {
  const file = await open(packPath)
  try {
    const { start, size, isPacked } = await findEntry(file, path)
    const local = await take(file, start, LOCAL_LENGTH)
    const from = start + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28)
    if (size === 0) {
      await file.close()
      return Readable.from([])
    }
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

async function findEntry(file: FileHandle, path: string): Promise<Entry> {
  for (const entry of entriesOf(await readList(file))) {
    if (entry.path === path) return entry
  }
  throw new NotFound()
}

/** Where everything lies; a pack is written without a comment, so that its end is where it is looked for. */
async function readList(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const ends = await take(file, size - END_LENGTH - LARGE.locator, END_LENGTH + LARGE.locator)
  const place = listPlace(ends)
  if (typeof place !== 'number') return take(file, place.from, place.length)
  const { from, length } = readLargeEnd(await take(file, place, LARGE.end))
  return take(file, from, length)
}

async function take(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  if (bytesRead < length) throw new NotFound()
  return buffer
}
