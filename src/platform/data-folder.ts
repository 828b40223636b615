import { chmodSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A folder of ours under DATA_DIR, closed to everyone else (0700). As root, DATA_DIR itself lets
 * others pass (0711) but not look, since the embedded database runs as another user inside it.
 */
export function openDataFolder(dataDir: string, name: string): string {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const folder = join(dataDir, name)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700)
  return folder
}
