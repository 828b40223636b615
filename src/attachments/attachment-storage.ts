import { randomBytes } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openDataFolder } from '../platform/data-folder.ts'

/** Where the bytes lie. Small, so that an object store can stand in its place one day. */
export interface AttachmentStorage {
  /** Moves a finished file in, for good, under a name from newStorageName. */
  keep(path: string, storageName: string): Promise<void>
  /** Both ends included. */
  read(storageName: string, range?: { start: number; end: number }): ReadStream
  /** Gone already is as good. */
  remove(storageName: string): Promise<void>
}

/** 128 random bits: nobody finds a file by guessing, and nothing of the sender's name is in it. */
export function newStorageName(): string {
  return randomBytes(16).toString('hex')
}

export function openStorage(dataDir: string): AttachmentStorage {
  const folder = openDataFolder(dataDir, 'attachments')
  const pathOf = (storageName: string) => join(folder, storageName.slice(0, 2), storageName)
  return {
    async keep(path, storageName) {
      const place = pathOf(storageName)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await chmod(path, 0o600)
      await syncToDisk(path)
      await rename(path, place)
      await syncToDisk(dirname(place))
    },
    read: (storageName, range) => createReadStream(pathOf(storageName), range),
    remove: (storageName) => rm(pathOf(storageName), { force: true }),
  }
}

/** What we say we have is on the disk and not in its cache, also after the power fails. */
async function syncToDisk(path: string): Promise<void> {
  const file = await open(path, 'r')
  await file.sync().finally(() => file.close())
}
