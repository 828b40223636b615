import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { AttachmentProblem } from '../attachment-rules.ts'
import { judgeOfficeDirectory } from './office-rules.ts'
import { readPart } from './read-part.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

const inflate = promisify(inflateRaw)
const LOCAL_HEADER_BYTES = 30
const MAX_MANIFEST_BYTES = 1024 * 1024

/** Looks into a Word, Excel or OpenDocument file without unpacking it. */
export async function inspectOffice(
  file: FileHandle,
  fileBytes: number,
): Promise<AttachmentProblem | null> {
  const directory = await readZipDirectory(file, fileBytes)
  if (!directory) return 'attachment_damaged'
  const problem = judgeOfficeDirectory(directory, fileBytes)
  if (problem) return problem
  const manifest = directory.entries.find((entry) => entry.name === 'META-INF/manifest.xml')
  return manifest ? inspectManifest(file, manifest) : null
}

/** OpenDocument says only in its manifest that its parts are encrypted. */
async function inspectManifest(file: FileHandle, entry: ZipEntry) {
  const text = await unpack(file, entry)
  if (text === null) return 'attachment_damaged'
  return text.includes('encryption-data') ? 'attachment_protected' : null
}

async function unpack(file: FileHandle, entry: ZipEntry): Promise<Buffer | null> {
  if (entry.packedBytes > MAX_MANIFEST_BYTES) return null
  const header = await readPart(file, entry.headerAt, LOCAL_HEADER_BYTES)
  if (header.length < LOCAL_HEADER_BYTES) return null
  const start =
    entry.headerAt + LOCAL_HEADER_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  const packed = await readPart(file, start, entry.packedBytes)
  if (entry.method === 0) return packed
  // zlib refuses broken data and what grows beyond the limit: neither is a manifest
  return inflate(packed, { maxOutputLength: MAX_MANIFEST_BYTES }).catch(() => null)
}
