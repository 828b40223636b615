import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { openDataFolder } from '../../platform/data-folder.ts'

const PICTURES = fileURLToPath(new URL('../../../packs/demo/pictures/', import.meta.url))

/** A drawing of the demonstration as a photo on the disk, for as long as it is needed. */
export async function withPicture<T>(
  dataDir: string,
  name: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const path = join(openDataFolder(dataDir, join('tmp', 'pictures')), randomUUID())
  try {
    await sharp(join(PICTURES, `${name}.svg`))
      .jpeg({ quality: 80 })
      .toFile(path)
    return await use(path)
  } finally {
    await rm(path, { force: true })
  }
}
