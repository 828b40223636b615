import type { FileHandle } from 'node:fs/promises'
import { readPart } from './read-part.ts'

/** One file inside a zip, as the archive's own directory declares it. */
export interface ZipEntry {
  name: string
  encrypted: boolean
  /** 0 stored, 8 deflated. */
  method: number
  packedBytes: number
  unpackedBytes: number
  headerAt: number
}

export interface ZipDirectory {
  declaredEntries: number
  entries: ZipEntry[]
}

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const MAX_COMMENT_BYTES = 0xffff
/** A document's directory takes a few kilobytes; nobody may make us read megabytes of it. */
const MAX_DIRECTORY_BYTES = 1024 * 1024

/** Reads what a zip declares without unpacking anything. Null when it is not a whole zip. */
export async function readZipDirectory(
  file: FileHandle,
  fileBytes: number,
): Promise<ZipDirectory | null> {
  const tailAt = Math.max(0, fileBytes - END_BYTES - MAX_COMMENT_BYTES)
  const end = findEnd(await readPart(file, tailAt, fileBytes - tailAt))
  if (!end) return null
  const declaredEntries = end.readUInt16LE(10)
  const directoryBytes = end.readUInt32LE(12)
  const directoryAt = end.readUInt32LE(16)
  if (directoryAt + directoryBytes > fileBytes) return null
  const directory = await readPart(file, directoryAt, Math.min(directoryBytes, MAX_DIRECTORY_BYTES))
  return { declaredEntries, entries: parseEntries(directory) }
}

function findEnd(tail: Buffer): Buffer | null {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return tail.subarray(at)
  }
  return null
}

function parseEntries(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  while (at + ENTRY_BYTES <= directory.length && directory.readUInt32LE(at) === ENTRY_SIGNATURE) {
    const nameBytes = directory.readUInt16LE(at + 28)
    const extraBytes = directory.readUInt16LE(at + 30)
    const commentBytes = directory.readUInt16LE(at + 32)
    entries.push({
      name: directory.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += ENTRY_BYTES + nameBytes + extraBytes + commentBytes
  }
  return entries
}
