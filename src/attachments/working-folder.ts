import { randomBytes } from 'node:crypto'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDataFolder } from '../platform/data-folder.ts'

/** Files on their way in: on the same disk as those that are kept, so that a move is one step. */
export function newWorkingPath(dataDir: string): string {
  return join(workingFolder(dataDir), randomBytes(16).toString('hex'))
}

/** Bytes that came otherwise than by a form, laid down where `takeFile` and `receiveAttachment` take them from. */
export async function writeWorkingFile(dataDir: string, bytes: Uint8Array): Promise<string> {
  const path = newWorkingPath(dataDir)
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
  return path
}

/** What a sudden stop left behind half-way. */
export async function removeLeftovers(dataDir: string, before: Date): Promise<void> {
  for (const name of await readdir(workingFolder(dataDir))) {
    const path = join(workingFolder(dataDir), name)
    const { mtime } = await stat(path)
    if (mtime < before) await rm(path, { force: true })
  }
}

function workingFolder(dataDir: string): string {
  return openDataFolder(dataDir, join('tmp', 'attachments'))
}
