import { createHash } from 'node:crypto'
import { asset, readAsset } from './assets.ts'

/** What a machine keeps to start an app without network, under a version that changes with any of it. */
export interface OfflineApp {
  /** Apart from other apps of the same address. */
  name: string
  version: string
  page: string
  files: readonly string[]
}

export function offlineApp(
  name: string,
  page: { address: string; html: string },
  assets: readonly string[],
): OfflineApp {
  const files = assets.map(asset)
  const version = createHash('sha256')
    .update([page.html, ...files].join('\n'))
    .digest('hex')
    .slice(0, 12)
  return { name, version, page: page.address, files }
}

/** The worker's script, told what to keep. */
export async function offlineWorker(app: OfflineApp): Promise<string> {
  return `self.offlineApp=${JSON.stringify(app)};\n${await readAsset('offline-worker.js')}`
}

/** JSON within a page, where no text may end the script that it stands in. */
export function asScriptData(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
