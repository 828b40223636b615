import type { FileHandle } from 'node:fs/promises'

/** Up to `length` bytes from a place in a file; fewer where the file ends before. */
export async function readPart(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const part = Buffer.alloc(length)
  const { bytesRead } = await file.read(part, 0, length, at)
  return part.subarray(0, bytesRead)
}
