import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import { openDataFolder } from '../../platform/data-folder.ts'

/** Where a pack lies until it is fetched. It can be made again at any time, so no backup holds it. */
export function packPath({ dataDir }: Pick<Config, 'dataDir'>, packId: string): string {
  return join(openDataFolder(dataDir, 'evidence-packs'), `${packId}.zip`)
}

export async function dropPack(config: Pick<Config, 'dataDir'>, packId: string): Promise<void> {
  await rm(packPath(config, packId), { force: true })
}
