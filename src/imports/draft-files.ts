import { join } from 'node:path'
import { openDataFolder } from '../platform/data-folder.ts'

/** Where the file of a draft lies until it is loaded, and the list of what could not be taken. */
export function draftPath(dataDir: string, draftId: string): string {
  return join(openDataFolder(dataDir, 'imports'), draftId)
}

export function problemsPath(dataDir: string, draftId: string): string {
  return `${draftPath(dataDir, draftId)}.csv`
}
